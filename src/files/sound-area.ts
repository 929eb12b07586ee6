import type { Transform } from '../crs/transform.ts';
import type { Note } from '../domain/note.ts';
import type { UserError } from '../domain/user-error.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { nestRings } from '../geometry/nesting.ts';
import { planeArea } from '../geometry/plane-area.ts';
import { type Repair, repairRings } from '../geometry/repair.ts';
import { type MultiPolygon, type Position, type Ring, toFlat } from '../geometry/shapes.ts';
import type { Defect, DefectKind } from '../geometry/validity.ts';
import type { ImportCode } from '../text/words/import.ts';
import { errorOfDefects } from './file-defects.ts';
import type { RawParcel } from './formats/format.ts';
import { openLength } from './frame.ts';
import { importNote } from './import-message.ts';

export interface Area {
  readonly polygons: MultiPolygon;
  /** For each ring as given. */
  readonly isHole: readonly boolean[];
  readonly repairs: readonly Repair[];
}

/** What was made by widening is sound; its rings are only to be sorted. */
export function widenedArea(rings: readonly Ring[]): Area {
  return { polygons: nestRings(rings).polygons, isHole: [], repairs: [] };
}

/**
 * The rings of a parcel as valid polygons, repaired where only one repair is thinkable.
 *
 * @throws UserError whose detail holds every defect that is left (`defectsOf`)
 */
export function soundArea(
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

export function repairNote(repair: Repair, parcel: string, transform: Transform): Note {
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
