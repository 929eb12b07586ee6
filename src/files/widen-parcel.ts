import { applyReading } from '../crs/reading.ts';
import { cgcs2000Epsg } from '../crs/registry.ts';
import { type Transform, transformOf } from '../crs/transform.ts';
import type { ImportAnswers, ImportQuestion } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { Widening } from '../domain/project.ts';
import type { Clipper } from '../geometry/clip.ts';
import { discRing } from '../geometry/disc.ts';
import { bboxOf, type Position, type Ring, toFlat, toNested } from '../geometry/shapes.ts';
import { dropDuplicates } from '../geometry/validity.ts';
import type { RawParcel } from './formats/format.ts';
import { type Frame, ringNumbers } from './frame.ts';
import { importError, importNote } from './import-message.ts';

/** A line or a point as the area it stands for. */
export interface WidenedParcel {
  /** Closed rings in the plane of `transform`, metres. */
  readonly rings: readonly Ring[];
  readonly transform: Transform;
  readonly widening: Widening;
  readonly notes: readonly Note[];
}

/** Whether a parcel is an area: drawn as one, or a line that is a boundary by the person's word. */
export function isArea({ shape }: RawParcel, { closeLines }: ImportAnswers): boolean {
  return shape === 'area' || (shape === 'line' && closeLines === true);
}

/**
 * A line or a point has no area before a width is known, its own or one given.
 *
 * @throws UserError `err-needs-buffer` with the question `outline`
 */
export function needWidths(parcels: readonly RawParcel[], answers: ImportAnswers): void {
  if (answers.bufferM !== undefined) return;
  const open = parcels.filter((raw) => !isArea(raw, answers) && raw.widthM === null);
  if (open.length === 0) return;
  const lines = open.filter(({ shape }) => shape === 'line').length;
  const points = open.length - lines;
  const params = { kind: lines > 0 ? 'line' : 'point', count: lines > 0 ? lines : points };
  const question = { kind: 'outline', lines, points } satisfies ImportQuestion;
  throw importError('err-needs-buffer', params, question);
}

/**
 * The ground within a distance of a line (a corridor) or a point (a disc), worked out in a Gauss-Krüger
 * plane: that of the file, or for degrees the 3° zone of the middle longitude. A width in the file wins over
 * the one given, which answers for those that have none.
 *
 * @throws UserError `err-line-short` for a line of a single place
 */
export function widenParcel(
  raw: RawParcel,
  parcel: string,
  frame: Frame,
  { bufferM, ends = 'round' }: ImportAnswers,
  clipper: Clipper,
): WidenedParcel {
  const shape = raw.shape === 'point' ? 'point' : 'line';
  const distanceM = raw.widthM === null ? bufferM! : raw.widthM / 2;
  const from = raw.widthM === null ? 'user' : 'file';
  const { paths, transform } = inPlane(raw, frame);
  const widened =
    shape === 'line'
      ? clipper.corridor(lines(paths, parcel), distanceM, ends)
      : clipper.union(paths.flat().map((at) => toFlat([[discRing(at, distanceM)]])));
  const params = { parcel, distanceM, from };
  const told =
    shape === 'line'
      ? importNote('note-corridor', 'info', { ...params, ends })
      : importNote('note-disc', 'warning', params);
  const differs = from === 'file' && bufferM !== undefined && bufferM !== distanceM;
  const notes = differs
    ? [told, importNote('note-corridor-width', 'warning', { parcel, distanceM, givenM: bufferM })]
    : [told];
  const rings = toNested(widened).flat();
  return { rings, transform, widening: { shape, distanceM, ends }, notes };
}

function lines(paths: readonly Ring[], parcel: string): Ring[] {
  return paths.map((path) => {
    const line = dropDuplicates(path);
    if (line.length < 2) throw importError('err-line-short', { parcel, points: line.length });
    return line;
  });
}

/** Given points in a plane in metres, and the way from there to lon/lat. */
function inPlane(raw: RawParcel, frame: Frame): { paths: Ring[]; transform: Transform } {
  const own = transformOf(frame.epsg, frame.corrections);
  const given = raw.rings.map((ring) =>
    ringNumbers(ring).map((at) => applyReading(at, frame.reading)),
  );
  const isPlane = !own.geographic && !frame.corrections.internetMap;
  if (isPlane) return { paths: given, transform: own };
  const lonLat = given.map((path) => path.map((at) => own.toLonLat(...at)));
  const transform = transformOf(zoneAround(lonLat.flat()));
  const paths = lonLat.map((path) => path.map((at) => transform.fromLonLat(...at)));
  return { paths, transform };
}

/** The 3° zone whose meridian is nearest to the middle longitude. */
function zoneAround(points: readonly Position[]): number {
  const [west, , east] = bboxOf({ xy: points.flat() });
  const zone = Math.round((west + east) / 6);
  return cgcs2000Epsg(3, Math.min(45, Math.max(25, zone)), true)!;
}
