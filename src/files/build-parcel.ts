import { applyReading, type Reading } from '../crs/reading.ts';
import { type Transform, transformOf } from '../crs/transform.ts';
import type { Note } from '../domain/note.ts';
import type { GivenRing, Parcel } from '../domain/project.ts';
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
import { type Defect, dropDuplicates, isFlat } from '../geometry/validity.ts';
import { declaredAreaM2 } from './declared-area.ts';
import type { RawParcel, RawRing } from './formats/format.ts';
import { importError, importNote } from './import-message.ts';

/** How the numbers of one file become places. */
export interface Frame {
  readonly epsg: number;
  readonly reading: Reading;
}

export interface BuiltParcel {
  readonly parcel: Parcel;
  /** Valid polygons in the file's own coordinates, not densified. */
  readonly shape: FlatPolygons;
  readonly notes: readonly Note[];
}

/** Rings of a raw parcel as numbers, east (or lon) first. */
export function ringNumbers(ring: RawRing): Ring {
  return ring.points.map(([, x, y]): Position => [Number(x), Number(y)]);
}

/**
 * One parcel of a file: checked, repaired where only one repair is thinkable, nested, measured in its
 * plane, densified and brought to lon/lat. Throws a UserError for rings that cannot be repaired.
 */
export function buildParcel(raw: RawParcel, id: string, name: string, frame: Frame): BuiltParcel {
  const transform = transformOf(frame.epsg);
  if (raw.rings.length === 0) throw importError('err-parcel-empty', { parcel: name });
  const rings = raw.rings.map((ring) =>
    ringNumbers(ring).map((at) => applyReading(at, frame.reading)),
  );
  const result = repairRings(rings);
  if (!result.ok) throw defectError(result.defect, name, rings, transform);

  const { polygons, depth } = nestRings(result.rings);
  const shape = toFlat(polygons);
  const isHole = raw.rings.map((_, ring) => depth[result.from.indexOf(ring)]! % 2 === 1);
  checkHoles(raw, isHole, result.from, name);

  const lonLat = polygons.map((polygon) =>
    polygon.map((ring) => {
      if (transform.geographic) return ring;
      const places = densifyRing(ring).map(([x, y]) => transform.toLonLat(x, y));
      return dropDuplicates(places);
    }),
  );
  if (lonLat.flat().some(isFlat)) {
    throw importError('err-zero-area', { parcel: name, ring: 1, points: openLength(rings[0]!) });
  }
  const flat = toFlat(lonLat);
  const planeAreaM2 = transform.geographic ? null : planeArea(shape);
  const declared = declaredAreaM2(raw.declaredArea, planeAreaM2 ?? ellipsoidAreaM2(flat), name);
  const vertices = rings.reduce((sum, ring) => sum + openLength(ring), 0);
  const parcel: Parcel = {
    id,
    name,
    polygons: flat,
    planeAreaM2,
    declaredAreaM2: declared.areaM2,
    purpose: raw.purpose,
    vertices,
    given: raw.rings.map((ring, i) => givenRing(ring, isHole[i]!, frame.reading)),
  };
  const notes = [
    ...result.repairs.map((repair) => repairNote(repair, name, transform)),
    ...roleNotes(raw, isHole, name),
    ...countNotes(raw, vertices, name),
    ...declared.notes,
  ];
  return { parcel, shape, notes };
}

/** Where the file says which rings are holes, the nesting must agree. */
function checkHoles(
  raw: RawParcel,
  isHole: readonly boolean[],
  from: readonly number[],
  parcel: string,
): void {
  raw.rings.forEach((ring, i) => {
    const isSplit = from.indexOf(i) !== from.lastIndexOf(i);
    if (ring.hole === null || isSplit || ring.hole === isHole[i]) return;
    throw importError('err-wrong-nesting', { parcel, ring: i + 1, hole: ring.hole });
  });
}

function defectError(defect: Defect, parcel: string, rings: readonly Ring[], transform: Transform) {
  const at = defect.at && transform.toLonLat(...defect.at);
  const params = {
    parcel,
    ring: defect.ring + 1,
    other: (defect.other ?? 0) + 1,
    points: openLength(rings[defect.ring] ?? []),
    lon: at?.[0] ?? null,
    lat: at?.[1] ?? null,
  };
  switch (defect.kind) {
    case 'not-finite':
      return importError('err-not-finite', params);
    case 'zero-area':
      return importError('err-zero-area', params, { at });
    case 'rings-cross':
      return importError('err-rings-cross', params, { at });
    case 'rings-same':
      return importError('err-rings-same', params, { at });
    default:
      return importError('err-selfcross', params, { at });
  }
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
