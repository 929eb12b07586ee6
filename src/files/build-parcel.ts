import { applyReading, type Reading } from '../crs/reading.ts';
import { type Transform, transformOf } from '../crs/transform.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { GivenRing, Parcel } from '../domain/project.ts';
import type { UserError } from '../domain/user-error.ts';
import type { Clipper } from '../geometry/clip.ts';
import { densifyRing } from '../geometry/densify.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { nestRings } from '../geometry/nesting.ts';
import { planeArea } from '../geometry/plane-area.ts';
import { type Repair, repairRings } from '../geometry/repair.ts';
import {
  type FlatPolygons,
  type MultiPolygon,
  type Position,
  type Ring,
  toFlat,
} from '../geometry/shapes.ts';
import { type Defect, type DefectKind, dropDuplicates, isFlat } from '../geometry/validity.ts';
import type { ImportCode } from '../text/words/import.ts';
import { declaredAreaM2 } from './declared-area.ts';
import { errorOfDefects } from './file-defects.ts';
import type { RawParcel, RawRing } from './formats/format.ts';
import { type Frame, ringNumbers } from './frame.ts';
import { importError, importNote } from './import-message.ts';
import { sliverNotes } from './sliver-notes.ts';
import { isArea, widenParcel } from './widen-parcel.ts';

export interface BuiltParcel {
  readonly parcel: Parcel;
  /** Valid polygons in the file's own coordinates, not densified. */
  readonly shape: FlatPolygons;
  readonly notes: readonly Note[];
}

/**
 * One parcel of a file: widened where it is a line or a point, checked, repaired where only one repair is
 * thinkable, nested, measured in its plane, densified and brought to lon/lat. Throws a UserError for rings
 * that cannot be repaired; its detail holds every defect of the parcel (`defectsOf`).
 */
export function buildParcel(
  raw: RawParcel,
  id: string,
  name: string,
  frame: Frame,
  { answers, clipper }: Widener,
): BuiltParcel {
  if (raw.rings.length === 0) throw importError('err-parcel-empty', { parcel: name });
  const given = raw.rings.map((ring) =>
    ringNumbers(ring).map((at) => applyReading(at, frame.reading)),
  );
  const vertices = given.reduce((sum, ring) => sum + openLength(ring), 0);
  const widened = isArea(raw, answers) ? null : widenParcel(raw, name, frame, answers, clipper!);
  const rings = widened?.rings ?? given;
  const transform = widened?.transform ?? transformOf(frame.epsg, frame.corrections);
  const area = widened ? widenedArea(widened.rings) : soundArea(raw, name, rings, transform);

  const { polygons } = area;
  const lonLat = polygons.map((polygon) =>
    polygon.map((ring) => {
      if (transform.identity) return ring;
      const dense = transform.geographic ? ring : densifyRing(ring);
      return dropDuplicates(dense.map(([x, y]) => transform.toLonLat(x, y)));
    }),
  );
  if (lonLat.flat().some(isFlat)) {
    throw importError('err-zero-area', { parcel: name, ring: 1, points: openLength(rings[0]!) });
  }
  const flat = toFlat(lonLat);
  const inDegrees = transformOf(frame.epsg, frame.corrections).geographic;
  const shape = inDegrees ? flat : toFlat(polygons);
  const planeAreaM2 = inDegrees ? null : planeArea(shape);
  const declared = declaredAreaM2(raw.declaredArea, planeAreaM2 ?? ellipsoidAreaM2(flat), name);
  const parcel: Parcel = {
    id,
    name,
    polygons: flat,
    planeAreaM2,
    declaredAreaM2: declared.areaM2,
    purpose: raw.purpose,
    vertices,
    given: raw.rings.map((ring, i) => givenRing(ring, area.isHole[i] ?? false, frame.reading)),
    ...(widened && { widened: widened.widening }),
  };
  const notes = [
    ...(widened?.notes ?? closedNotes(raw, name)),
    ...area.repairs.map((repair) => repairNote(repair, name, transform)),
    ...(widened ? [] : roleNotes(raw, area.isHole, name)),
    ...(widened ? [] : sliverNotes(lonLat, name)),
    ...countNotes(raw, vertices, name),
    ...declared.notes,
  ];
  return { parcel, shape, notes };
}

function closedNotes({ shape }: RawParcel, parcel: string): Note[] {
  return shape === 'line' ? [importNote('note-line-closed', 'warning', { parcel })] : [];
}

/** What a line or a point is widened by; the clipper is there wherever a file holds one. */
export interface Widener {
  readonly answers: ImportAnswers;
  readonly clipper: Clipper | null;
}

interface Area {
  readonly polygons: MultiPolygon;
  /** For each ring as given. */
  readonly isHole: readonly boolean[];
  readonly repairs: readonly Repair[];
}

/** What was made by widening is sound; its rings are only to be sorted. */
function widenedArea(rings: readonly Ring[]): Area {
  return { polygons: nestRings(rings).polygons, isHole: [], repairs: [] };
}

function soundArea(
  raw: RawParcel,
  name: string,
  rings: readonly Ring[],
  transform: Transform,
): Area {
  const result = repairRings(rings);
  if (!result.ok) throw defectsError(result.defects, name, rings, transform);
  const { polygons, depth } = nestRings(result.rings);
  const isHole = raw.rings.map((_, ring) => depth[result.from.indexOf(ring)]! % 2 === 1);
  const wrong = wronglyNested(raw, isHole, result.from, name, (ring) => {
    const at = rings[ring]![0]!;
    return transform.toLonLat(...at);
  });
  if (wrong.length > 0) throw errorOfDefects(wrong);
  return { polygons, isHole, repairs: result.repairs };
}

/** Where the file says which rings are holes, the nesting must agree. */
function wronglyNested(
  raw: RawParcel,
  isHole: readonly boolean[],
  from: readonly number[],
  parcel: string,
  placeOf: (ring: number) => Position,
): Note[] {
  return raw.rings.flatMap((ring, i) => {
    const isSplit = from.indexOf(i) !== from.lastIndexOf(i);
    if (ring.hole === null || isSplit || ring.hole === isHole[i]) return [];
    const params = { parcel, ring: i + 1, hole: ring.hole };
    return [importNote('err-wrong-nesting', 'error', params, placeOf(i))];
  });
}

const DEFECT_CODES: Partial<Record<DefectKind, ImportCode>> = {
  'not-finite': 'err-not-finite',
  'zero-area': 'err-zero-area',
  'rings-cross': 'err-rings-cross',
  'rings-same': 'err-rings-same',
};

function defectsError(
  defects: readonly Defect[],
  parcel: string,
  rings: readonly Ring[],
  transform: Transform,
): UserError {
  const notes = defects.map(({ kind, ring, other = 0, at }) => {
    const place = at && transform.toLonLat(...at);
    const params = {
      parcel,
      ring: ring + 1,
      other: other + 1,
      points: openLength(rings[ring] ?? []),
      lon: place?.[0] ?? null,
      lat: place?.[1] ?? null,
    };
    const code = DEFECT_CODES[kind] ?? 'err-selfcross';
    return importNote(code, 'error', params, place ?? undefined);
  });
  return errorOfDefects(notes);
}

const REPAIR_CODES = {
  closed: 'note-closed',
  'duplicates-dropped': 'note-duplicates',
  'spikes-dropped': 'note-spikes',
  split: 'note-split',
  'edges-shared': 'note-edges-shared',
} as const satisfies Record<Repair['kind'], string>;

function repairNote(repair: Repair, parcel: string, transform: Transform): Note {
  const area = (polygons: MultiPolygon) => {
    const flat = toFlat(polygons);
    return transform.geographic ? ellipsoidAreaM2(flat) : planeArea(flat);
  };
  const params = {
    parcel,
    ring: repair.ring + 1,
    count: repair.count,
    beforeM2: area([[repair.before]]),
    afterM2: area(nestRings(repair.after).polygons),
  };
  const severity = repair.kind === 'split' || repair.kind === 'spikes-dropped' ? 'warning' : 'info';
  const at = repair.at && transform.toLonLat(...repair.at);
  return importNote(REPAIR_CODES[repair.kind], severity, params, at ?? undefined);
}

/** Formats that leave the roles of rings to the nesting: says what was found. */
function roleNotes(raw: RawParcel, isHole: readonly boolean[], parcel: string): Note[] {
  return raw.rings.flatMap((ring, i) => {
    if (i === 0 || ring.hole !== null) return [];
    return [importNote(isHole[i] ? 'note-hole' : 'note-part', 'info', { parcel, ring: i + 1 })];
  });
}

/** 界址点数 may or may not count closing points. */
function countNotes(raw: RawParcel, vertices: number, parcel: string): Note[] {
  const written = raw.rings.reduce((sum, ring) => sum + ring.points.length, 0);
  const { declaredPoints: declared } = raw;
  const fits = [written, vertices, vertices + raw.rings.length];
  if (declared === null || declared <= 0 || fits.includes(declared)) return [];
  return [importNote('note-point-count', 'warning', { parcel, declared, found: written })];
}

/** Digits as written; axes in our order, and the zone number that the system found calls for. */
function givenRing(ring: RawRing, hole: boolean, { swapped, addEastM }: Reading): GivenRing {
  return {
    hole,
    points: ring.points.map(([name, x, y]) => {
      const [east, north] = swapped ? [y, x] : [x, y];
      return [name, addEastM === 0 ? east : withZone(east, addEastM), north] as const;
    }),
  };
}

/** Changes the whole millions of a number and leaves its decimals as they are written. */
function withZone(east: string, addEastM: number): string {
  const [whole, decimals] = east.split('.');
  const changed = String(Number(whole) + addEastM);
  return decimals === undefined ? changed : `${changed}.${decimals}`;
}

function openLength(ring: Ring): number {
  const first = ring[0];
  const last = ring[ring.length - 1];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return ring.length - (isClosed ? 1 : 0);
}
