import type { Note } from '../../domain/note.ts';
import { BARE_PARCEL, type RawParcel, type RawRing } from '../formats/format.ts';
import { importNote } from '../import-message.ts';
import type { Corner } from './curves.ts';
import type { Mark, Path, Shown } from './explode.ts';
import { joinPaths } from './join-paths.ts';
import { nestOutlines, type Outline } from './outlines.ts';

/** Parcels of a drawing, layer by layer in the order of the file, and what was made of its lines. */
export function parcelsOf(
  shown: Shown,
  inDegrees: boolean,
): { parcels: RawParcel[]; notes: Note[] } {
  const layers = byLayer(shown);
  const notes: Note[] = [];
  const parcels: RawParcel[] = [];
  let named = 0;
  for (const [layer, { paths: drawn, points }] of layers) {
    const own = drawn.map(closedByItself);
    const { paths, repeated } = withoutRepeats(own.filter(({ isClosed }) => isClosed));
    const joined = joinPaths(
      own.filter(({ isClosed }) => !isClosed),
      inDegrees,
    );
    const closed = joined.filter(({ isClosed }) => isClosed);
    const outlines = nestOutlines([...paths, ...closed], shown.labels);
    const holes = outlines.reduce((sum, outline) => sum + outline.holes.length, 0);
    const pieces = closed.reduce((sum, { pieces }) => sum + pieces, 0);
    if (repeated > 0) {
      notes.push(importNote('note-dxf-repeated', 'info', { layer, count: repeated }));
    }
    if (pieces > 0) {
      const params = { layer, count: pieces, found: closed.length };
      notes.push(importNote('note-dxf-joined', 'warning', params));
    }
    if (holes > 0) notes.push(importNote('note-dxf-holes', 'warning', { layer, count: holes }));
    named += outlines.filter(({ words }) => words !== null).length;
    for (const outline of outlines) parcels.push(areaOf(outline));
    for (const path of joined) if (!path.isClosed) parcels.push(lineOf(path));
    for (const { corner } of points) {
      parcels.push(parcelOf(layer, 'point', [ringOf([corner], null)]));
    }
  }
  if (named > 0) notes.push(importNote('note-dxf-names', 'info', { count: named }));
  return { parcels, notes };
}

interface OnLayer {
  readonly paths: Path[];
  readonly points: Mark[];
}

function byLayer({ paths, points }: Shown): Map<string, OnLayer> {
  const layers = new Map<string, OnLayer>();
  const on = (layer: string): OnLayer => {
    const own = layers.get(layer) ?? { paths: [], points: [] };
    layers.set(layer, own);
    return own;
  };
  for (const path of paths) on(path.layer).paths.push(path);
  for (const point of points) on(point.layer).points.push(point);
  return layers;
}

function areaOf({ layer, shell, holes, words }: Outline): RawParcel {
  const rings = [
    ringOf(shell.corners, false),
    ...holes.map(({ corners }) => ringOf(corners, true)),
  ];
  const parcel = parcelOf(layer, 'area', rings);
  if (words === null) return parcel;
  return { ...parcel, name: words, attributes: { ...parcel.attributes, 文字: words } };
}

function lineOf({ layer, corners }: Path): RawParcel {
  return parcelOf(layer, 'line', [ringOf(corners, null)]);
}

function parcelOf(layer: string, shape: RawParcel['shape'], rings: RawRing[]): RawParcel {
  return { ...BARE_PARCEL, rings, shape, layer, attributes: { 图层: layer } };
}

function ringOf(corners: readonly Corner[], hole: boolean | null): RawRing {
  const points = corners.map(({ written }, i) => [`J${i + 1}`, ...written!] as const);
  // Drawn as closed, so that closing it is no repair to speak of.
  return { points: hole === null ? points : [...points, points[0]!], hole };
}

/** A polyline that ends where it began is closed, whatever its flag says. */
function closedByItself(path: Path): Path {
  const [first, last] = [path.corners[0]!, path.corners.at(-1)!];
  const meets = first.at[0] === last.at[0] && first.at[1] === last.at[1];
  if (!meets || path.corners.length < 4) return path;
  return { ...path, corners: path.corners.slice(0, -1), isClosed: true };
}

/** Lines drawn twice over one another, corner by corner, are one. */
function withoutRepeats(paths: readonly Path[]): { paths: Path[]; repeated: number } {
  const seen = new Map(
    paths.map((path) => [path.corners.map(({ at }) => at.join(' ')).join(','), path]),
  );
  return { paths: [...seen.values()], repeated: paths.length - seen.size };
}
