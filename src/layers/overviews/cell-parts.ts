import { bboxOf, type FlatPolygons, flatPolygon } from '../../geometry/shapes.ts';
import { type TileFeature, ZONE } from '../../tiles/tile-feature.ts';
import { BLOCK, type BlockBits, type CellGrid } from './cell-grid.ts';
import { type CellPolygon, type CellWindow, traceCells } from './trace-cells.ts';

/** More vertices in one part are divided into four: what fills polygons slows down with their holes. */
const MOST_VERTICES = 2000;
const SMALLEST_WINDOW = 16;

/** The marked cells of a grid as outlines, in parts of a bounded size. */
export function* cellParts(grid: CellGrid, zone: string | null): Generator<TileFeature> {
  for (const { column, row, bits } of grid.blocks()) {
    for (const polygons of windows(bits, { left: 0, top: 0, side: BLOCK })) {
      const world = toWorld(polygons, column * BLOCK, row * BLOCK, grid.perWorld);
      const properties = { [ZONE]: zone };
      yield { index: null, world, box: bboxOf(world), properties, anchor: null, draws: 'cells' };
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

/** Cells as parts of the world; exact, as there are a power of two of them to its side. */
function toWorld(
  polygons: readonly CellPolygon[],
  column: number,
  row: number,
  perWorld: number,
): FlatPolygons {
  const { xy, ringEnds } = flatPolygon(polygons.flat());
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = (column + xy[i]!) / perWorld;
    xy[i + 1] = (row + xy[i + 1]!) / perWorld;
  }
  let rings = 0;
  const polygonEnds = Uint32Array.from(polygons, (polygon) => {
    rings += polygon.length;
    return rings;
  });
  return { xy, ringEnds, polygonEnds };
}
