import { clamp, passedCells, passing } from './passed-cells.ts';

/**
 * A uniform grid over the site, about 16 cells to an edge. A cell either lists the site edges near it
 * or, having none, knows its winding number: 0 outside, 1 inside.
 *
 *      0 0 0 0 0 0
 *      0 ▒ ▒ ▒ ▒ 0       ▒ cells with edges. A summed-area table over them tells in O(1) whether a
 *      0 ▒ 1 1 ▒ ▒         box of cells has any: if not, all of it lies inside or all outside.
 *      0 ▒ ▒ ▒ ▒ ▒
 *      0 0 0 0 0 0
 */
export interface SiteGrid {
  readonly columns: number;
  readonly rows: number;
  /** Local coordinates of the south-west corner, degrees. */
  readonly west: number;
  readonly south: number;
  /** Cells per degree. */
  readonly perX: number;
  readonly perY: number;
  /** Cell c lists cellEdges[cellStart[c]] .. cellEdges[cellStart[c + 1] - 1]. */
  readonly cellStart: Uint32Array;
  readonly cellEdges: Uint32Array;
  /** Winding number of cells without edges; of the others without meaning. */
  readonly winding: Int8Array;
  /** (columns + 1) x (rows + 1): number of cells with edges to the south-west. */
  readonly crowd: Uint32Array;
}

export interface SiteEdges {
  readonly count: number;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
  /** Sign of the edge's ring, see `RingSet`. */
  readonly sign: Int8Array;
}

const CELLS_PER_EDGE = 16;
const MAX_CELLS = 1 << 22;

export function buildSiteGrid(
  edges: SiteEdges,
  box: { west: number; south: number; east: number; north: number },
): SiteGrid {
  const { west, south, east, north } = box;
  const width = Math.max(east - west, Number.MIN_VALUE);
  const height = Math.max(north - south, Number.MIN_VALUE);
  const cells = Math.min(MAX_CELLS, Math.max(16, CELLS_PER_EDGE * edges.count));
  const aspect = Math.min(cells, Math.max(1 / cells, width / height));
  const columns = Math.max(1, Math.round(Math.sqrt(cells * aspect)));
  const rows = Math.max(1, Math.round(cells / columns));
  const grid = { columns, rows, west, south, perX: columns / width, perY: rows / height };

  const count = columns * rows;
  const passed = passedCells(grid, edges);
  const lists = count + 1 + passed;
  const integers = lists + (columns + 1) * (rows + 1);
  // One piece of memory, as in `Site`.
  const memory = new ArrayBuffer(4 * integers + count);
  const cellStart = new Uint32Array(memory, 0, count + 1);
  const cellEdges = new Uint32Array(memory, 4 * (count + 1), passed);
  const winding = new Int8Array(memory, 4 * integers);
  for (let k = 0; k < passed; k++) cellStart[passing.cell[k]!]!++;
  for (let c = 1; c < count; c++) cellStart[c]! += cellStart[c - 1]!;
  // Each cell's end sinks to its start while the cell is filled from the back.
  for (let k = passed - 1; k >= 0; k--) {
    cellEdges[--cellStart[passing.cell[k]!]!] = passing.edge[k]!;
  }
  cellStart[count] = passed;
  windingOfCells(grid, edges, winding);
  const crowd = new Uint32Array(memory, 4 * lists, integers - lists);
  summedArea(grid, cellStart, crowd);
  return {
    columns,
    rows,
    west,
    south,
    perX: grid.perX,
    perY: grid.perY,
    cellStart,
    cellEdges,
    winding,
    crowd,
  };
}

export type Lattice = Pick<SiteGrid, 'columns' | 'rows' | 'west' | 'south' | 'perX' | 'perY'>;

/** Working space shared by all sites of a thread. */
let steps = new Int32Array(1 << 12);

/**
 * Winding numbers along the middle line of each row: walking east they change where an edge is crossed,
 * +sign at an edge going south, -sign at one going north.
 */
function windingOfCells(grid: Lattice, edges: SiteEdges, winding: Int8Array): void {
  const { columns, rows } = grid;
  const room = rows * (columns + 1);
  if (steps.length < room) steps = new Int32Array(2 * room);
  else steps.fill(0, 0, room);
  for (let e = 0; e < edges.count; e++) {
    const x1 = (edges.x1[e]! - grid.west) * grid.perX;
    const y1 = (edges.y1[e]! - grid.south) * grid.perY;
    const x2 = (edges.x2[e]! - grid.west) * grid.perX;
    const y2 = (edges.y2[e]! - grid.south) * grid.perY;
    const step = y2 > y1 ? -edges.sign[e]! : edges.sign[e]!;
    const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
    const last = Math.min(rows, Math.ceil(Math.max(y1, y2) - 0.5));
    for (let row = first; row < last; row++) {
      const x = x1 + ((row + 0.5 - y1) * (x2 - x1)) / (y2 - y1);
      steps[row * (columns + 1) + clamp(x, columns) + 1]! += step;
    }
  }
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += steps[row * (columns + 1) + column]!;
      winding[row * columns + column] = sum;
    }
  }
}

function summedArea(grid: Lattice, cellStart: Uint32Array, crowd: Uint32Array): void {
  const { columns, rows } = grid;
  const stride = columns + 1;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (cellStart[cell + 1]! > cellStart[cell]!) sum++;
      crowd[(row + 1) * stride + column + 1] = crowd[row * stride + column + 1]! + sum;
    }
  }
}

/** Column or row at an offset from the grid's edge, kept inside the grid; monotone. */
export function cellOf(offset: number, perDegree: number, count: number): number {
  const cell = offset * perDegree;
  return cell > 0 ? (cell < count ? cell | 0 : count - 1) : 0;
}

export function columnOf(grid: SiteGrid, x: number): number {
  return cellOf(x - grid.west, grid.perX, grid.columns);
}

export function rowOf(grid: SiteGrid, y: number): number {
  return cellOf(y - grid.south, grid.perY, grid.rows);
}

/** Number of cells with edges in a box of cells, bounds included. */
export function crowdIn(grid: SiteGrid, c1: number, r1: number, c2: number, r2: number): number {
  const { crowd } = grid;
  const stride = grid.columns + 1;
  const low = r1 * stride;
  const high = (r2 + 1) * stride;
  return crowd[high + c2 + 1]! - crowd[high + c1]! - crowd[low + c2 + 1]! + crowd[low + c1]!;
}
