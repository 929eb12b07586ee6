import { type FlatPolygons, flatPolygon } from '../../geometry/shapes.ts';
import { latOf, lonOf } from '../../tiles/mercator.ts';
import { BLOCK, type BlockBits, type CellGrid } from './cell-grid.ts';
import type { OverviewFeature } from './overview-file.ts';
import { type CellPolygon, type CellWindow, traceCells } from './trace-cells.ts';

/** More vertices in one feature are divided into four, so that tiles read little beyond their edge. */
const MOST_VERTICES = 400;
const SMALLEST_WINDOW = 16;

/** The marked cells of a grid as outlines in lon/lat, in features of a bounded size. */
export function* cellFeatures(grid: CellGrid, zone: string | null): Generator<OverviewFeature> {
  for (const { column, row, bits } of grid.blocks()) {
    for (const polygons of windows(bits, { left: 0, top: 0, side: BLOCK })) {
      const corners = { x: column * BLOCK, y: row * BLOCK, perWorld: grid.perWorld };
      yield {
        polygons: toLonLat(polygons, corners),
        properties: zone === null ? {} : { _zone: zone },
      };
    }
  }
}

function* windows(bits: BlockBits, part: CellWindow): Generator<CellPolygon[]> {
  const polygons = traceCells(bits, part);
  if (polygons.length === 0) return;
  const vertices = polygons.reduce(
    (sum, rings) => sum + rings.reduce((n, ring) => n + ring.length / 2, 0),
    0,
  );
  if (vertices <= MOST_VERTICES || part.side <= SMALLEST_WINDOW) {
    yield polygons;
    return;
  }
  const side = part.side / 2;
  for (const top of [part.top, part.top + side]) {
    for (const left of [part.left, part.left + side]) {
      yield* windows(bits, { left, top, side });
    }
  }
}

function toLonLat(
  polygons: readonly CellPolygon[],
  { x, y, perWorld }: { readonly x: number; readonly y: number; readonly perWorld: number },
): FlatPolygons {
  const { xy, ringEnds } = flatPolygon(polygons.flat());
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = rounded(lonOf((x + xy[i]!) / perWorld));
    xy[i + 1] = rounded(latOf((y + xy[i + 1]!) / perWorld));
  }
  let rings = 0;
  const polygonEnds = Uint32Array.from(polygons, (polygon) => {
    rings += polygon.length;
    return rings;
  });
  return { xy, ringEnds, polygonEnds };
}

/** 1e-9 degrees: far below a pixel, and the same on engines whose `atan` differs in the last bit. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}
