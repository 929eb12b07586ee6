import type { BBox } from '../../geometry/shapes.ts';
import { shapesTile } from '../../tiles/build-tile.ts';
import type { LevelTile } from '../../tiles/levels/write-levels.ts';
import { BUFFER, EXTENT, type TileId } from '../../tiles/mercator.ts';
import type { TileFeature } from '../../tiles/tile-feature.ts';
import { tileNumber } from '../../tiles/tile-number.ts';
import type { DrawnBy } from './shape.ts';

/** The tiles of a zoom in which some parts draw anything, rising by number. */
export function* zoomTiles(
  parts: Iterable<TileFeature>,
  z: number,
  by: DrawnBy,
): Generator<LevelTile> {
  const tiles = new Map<number, { readonly id: TileId; readonly parts: TileFeature[] }>();
  for (const part of parts) {
    for (const id of tilesOf(part.box, z)) {
      const number = tileNumber(id);
      const tile = tiles.get(number);
      if (tile) tile.parts.push(part);
      else tiles.set(number, { id, parts: [part] });
    }
  }
  for (const number of [...tiles.keys()].sort((a, b) => a - b)) {
    const { id, parts: own } = tiles.get(number)!;
    const bytes = levelTile(own, id, by);
    if (bytes.length > 0) yield { ...id, bytes };
  }
}

export function levelTile(
  parts: readonly TileFeature[],
  id: TileId,
  { kind }: DrawnBy,
): Uint8Array {
  return shapesTile(parts, id, { dissolve: kind === 'urban-development-boundary' });
}

/** The tiles that a box meets, with what they draw beyond their sides. */
function* tilesOf([left, top, right, bottom]: BBox, z: number): Generator<TileId> {
  const tiles = 2 ** z;
  const beyond = BUFFER / EXTENT;
  const first = (at: number): number => Math.max(0, Math.floor(at * tiles - beyond));
  const last = (at: number): number => Math.min(tiles - 1, Math.floor(at * tiles + beyond));
  for (let y = first(top); y <= last(bottom); y++) {
    for (let x = first(left); x <= last(right); x++) yield { z, x, y };
  }
}
