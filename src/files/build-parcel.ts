import { applyReading, type Reading } from '../crs/reading.ts';
import { transformOf } from '../crs/transform.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { GivenRing, Parcel } from '../domain/project.ts';
import type { Clipper } from '../geometry/clip.ts';
import { densifyRing } from '../geometry/densify.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { planeArea } from '../geometry/plane-area.ts';
import { type FlatPolygons, toFlat } from '../geometry/shapes.ts';
import { dropDuplicates, isFlat } from '../geometry/validity.ts';
import { declaredAreaM2 } from './declared-area.ts';
import type { RawParcel, RawRing } from './formats/format.ts';
import { type Frame, openLength, ringNumbers } from './frame.ts';
import { importError, importNote } from './import-message.ts';
import { sliverNotes } from './sliver-notes.ts';
import { repairNote, soundArea, widenedArea } from './sound-area.ts';
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
