import { clipLine, clipRing, placeOf } from './clip.ts';
import { BUFFER, EXACT_ZOOM, EXTENT, PIXEL, type TileId } from './mercator.ts';
import { encodeTile, type MvtFeature } from './mvt.ts';
import { type OutlinePart, outlineFeatures } from './outline.ts';
import { polygonsOf } from './polygons-of.ts';
import { doubleArea, dropStraight, lengthOf, reversed, snapRing } from './snap.ts';
import type { TileFeature } from './tile-feature.ts';
import { TouchedCells } from './touched-cells.ts';

/** Source layers of every tile. */
export const FILL = 'fill';
export const LINE = 'line';
export const LABEL = 'label';

const MIN = -BUFFER;
const MAX = EXTENT + BUFFER;

/**
 * The tile with every feature as its own shape: `fill` (cut to the buffered tile, with a pixel painted
 * wherever a shape is thinner than one), `line` (outlines without the cuts; the inside lies to the right
 * of their direction, so bands can be offset inward) and `label` (one point a named feature).
 *
 * `dissolve`: borders between features of the layer are marked `inner`, for kinds of which only the
 * border of the union is the line.
 *
 * From `EXACT_ZOOM` on every vertex is there, to half a tile unit; long shapes thinner than a pixel are
 * then left to their outline.
 */
export function shapesTile(
  features: Iterable<TileFeature>,
  tile: TileId,
  options: { readonly dissolve?: boolean } = {},
): Uint8Array {
  const step = stepAt(tile.z);
  const exact = tile.z >= EXACT_ZOOM;
  const tidy = exact ? (ring: number[]) => ring : dropStraight;
  const fill: MvtFeature[] = [];
  const outlines: OutlinePart[] = [];
  const label: MvtFeature[] = [];
  const stretches: MvtFeature[] = [];
  for (const feature of features) {
    const { index: id, properties, draws = 'whole' } = feature;
    const parts: number[][] = [];
    if (draws === 'lines') {
      for (const line of polygonsOf(feature.world)) {
        const paths = line.flatMap((world) => stretchesOf(onTile(world, tile), step));
        if (paths.length > 0) stretches.push({ id, type: 'line', parts: paths, properties });
      }
      continue;
    }
    for (const polygon of polygonsOf(feature.world)) {
      const rings = polygon.map((ring, i) => tileRing(ring, tile, i === 0));
      const outer = rings[0];
      if (!outer || placeOf(outer, MIN, MAX) === 'outside') continue;
      const shape = rings.map((ring) => tidy(snapRing(clipRing(ring, MIN, MAX), step)));
      const solid = doubleArea(shape[0]!) !== 0;
      if (solid) parts.push(...shape.filter((ring) => doubleArea(ring) !== 0));
      if (draws === 'cells') continue;
      const thin = Math.abs(doubleArea(outer)) < lengthOf(outer) * PIXEL;
      const dot = thin ? dotOf(outer) : null;
      if (dot) parts.push(dot);
      else if (thin && !exact) parts.push(...touchedBy(outer));
      if (draws === 'piece') continue;
      if (dot && !solid) outlines.push({ feature, points: dot, closed: true });
      else for (const ring of rings) outlines.push(...outlineParts(feature, ring, step));
    }
    if (parts.length > 0) fill.push({ id, type: 'polygon', parts, properties });
    const at = feature.anchor && inTile(feature.anchor, tile);
    if (at) label.push({ id, type: 'point', parts: [at], properties });
  }
  return encodeTile([
    { name: FILL, features: fill },
    {
      name: LINE,
      features: [...outlineFeatures(outlines, options.dissolve ?? false, exact), ...stretches],
    },
    { name: LABEL, features: label },
  ]);
}

/**
 * The tile with only the half-pixel cells that any feature touches, for zooms at which single features
 * are too small to be told apart. Nothing that touches the tile is left out.
 */
export function cellsTile(touching: Iterable<TileFeature>, tile: TileId): Uint8Array {
  const cells = new TouchedCells(PIXEL / 2);
  for (const feature of touching) {
    for (const polygon of polygonsOf(feature.world)) {
      const rings = polygon.map((ring) => clipRing(tileRing(ring, tile, true), MIN, MAX));
      if (rings[0] && rings[0].length > 0) cells.markPolygon(rings);
    }
  }
  const parts = cells.rectangles().map(rectangle);
  if (parts.length === 0) return encodeTile([]);
  const features: MvtFeature[] = [{ id: null, type: 'polygon', parts, properties: {} }];
  return encodeTile([{ name: FILL, features }]);
}

/** Grid of the vertices: half a pixel when far away, the tile's own from zoom 14 on. */
function stepAt(z: number): number {
  if (z >= EXACT_ZOOM) return 1;
  return z >= 11 ? PIXEL / 4 : PIXEL / 2;
}

/** A ring in tile units; outer rings clockwise on the screen, holes the other way. */
function tileRing(world: Float64Array, tile: TileId, outer: boolean): ArrayLike<number> {
  const out = onTile(world, tile);
  return doubleArea(out) > 0 === outer ? out : reversed(out);
}

function onTile(world: Float64Array, { z, x, y }: TileId): Float64Array {
  const scale = 2 ** z * EXTENT;
  const out = new Float64Array(world.length);
  for (let i = 0; i < world.length; i += 2) {
    out[i] = world[i]! * scale - x * EXTENT;
    out[i + 1] = world[i + 1]! * scale - y * EXTENT;
  }
  return out;
}

function inTile([worldX, worldY]: readonly [number, number], tile: TileId): number[] | null {
  const x = Math.floor((worldX * 2 ** tile.z - tile.x) * EXTENT);
  const y = Math.floor((worldY * 2 ** tile.z - tile.y) * EXTENT);
  return x >= 0 && y >= 0 && x < EXTENT && y < EXTENT ? [x, y] : null;
}

/** A line within the tile. A border too small for the grid is drawn around a pixel, never left out. */
function stretchesOf(line: ArrayLike<number>, step: number): number[][] {
  const place = placeOf(line, MIN, MAX);
  if (place === 'outside') return [];
  if (place === 'across') {
    return clipLine(line, MIN, MAX)
      .map((part) => snapRing(part, step))
      .filter((points) => points.length >= 4);
  }
  const points = snapRing(line, step);
  if (points.length >= 4) return [points];
  const closed = line[0] === line[line.length - 2] && line[1] === line[line.length - 1];
  const dot = closed ? dotOf(line) : null;
  return dot ? [dot] : [];
}

function outlineParts(
  feature: TileFeature,
  ring: ArrayLike<number>,
  step: number,
): readonly OutlinePart[] {
  if (placeOf(ring, MIN, MAX) === 'inside') {
    const points = snapRing(ring, step);
    return points.length >= 6 ? [{ feature, points, closed: true }] : [];
  }
  return clipLine(ring, MIN, MAX)
    .map((line) => snapRing(line, step))
    .filter((points) => points.length >= 4)
    .map((points) => ({ feature, points, closed: false }));
}

/** One pixel for a shape that is smaller than a pixel in both directions; else null. */
function dotOf(ring: ArrayLike<number>): number[] | null {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    left = Math.min(left, ring[i]!);
    right = Math.max(right, ring[i]!);
    top = Math.min(top, ring[i + 1]!);
    bottom = Math.max(bottom, ring[i + 1]!);
  }
  if (right - left > PIXEL || bottom - top > PIXEL) return null;
  const x = Math.round((left + right - PIXEL) / 2);
  const y = Math.round((top + bottom - PIXEL) / 2);
  return rectangle([x, y, x + PIXEL, y + PIXEL]);
}

/** Pixels along a shape that is long but thinner than a pixel. */
function touchedBy(ring: ArrayLike<number>): number[][] {
  const cells = new TouchedCells(PIXEL);
  for (const line of clipLine(ring, MIN, MAX)) cells.markOutline(line);
  return cells.rectangles().map(rectangle);
}

function rectangle([left, top, right, bottom]: readonly [number, number, number, number]) {
  return [left, top, right, top, right, bottom, left, bottom, left, top];
}
