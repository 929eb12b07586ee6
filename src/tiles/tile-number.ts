import type { TileId } from './mercator.ts';

/**
 * Number of a tile, as PMTiles archives count them: zooms one after the other, within a zoom along the Hilbert curve,
 * so that neighbours on the map mostly are neighbours in the file. Exact up to zoom 26.
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md#tile-ids
 */
export function tileNumber({ z, x, y }: TileId): number {
  let number = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (column & side) === 0 ? 0 : 1;
    const below = (row & side) === 0 ? 0 : 1;
    number += side * side * ((3 * right) ^ below);
    // the curve of a quarter is turned so that it begins where that of the quarter before it ended
    if (below === 0) {
      if (right === 1) [column, row] = [side - 1 - column, side - 1 - row];
      [column, row] = [row, column];
    }
  }
  return number;
}

/** The four tiles of the next zoom, in no particular order. */
export function childrenOf({ z, x, y }: TileId): readonly TileId[] {
  return [0, 1, 2, 3].map((i) => ({ z: z + 1, x: 2 * x + (i & 1), y: 2 * y + (i >> 1) }));
}
