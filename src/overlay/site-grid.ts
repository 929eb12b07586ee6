/**
 * A uniform grid over the site, about 32 cells to an edge. A cell either lists the site edges near it
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

const CELLS_PER_EDGE = 32;
const MAX_CELLS = 1 << 22;

/** Edges are listed this part of a cell beyond themselves, far more than rounding can move a point. */
const MARGIN = 1e-6;

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
  const cellStart = new Uint32Array(count + 1);
  for (let e = 0; e < edges.count; e++) {
    eachCell(grid, edges, e, (cell) => {
      cellStart[cell + 1]!++;
    });
  }
  for (let c = 0; c < count; c++) cellStart[c + 1]! += cellStart[c]!;
  const cellEdges = new Uint32Array(cellStart[count]!);
  const next = cellStart.slice();
  for (let e = 0; e < edges.count; e++) {
    eachCell(grid, edges, e, (cell) => {
      cellEdges[next[cell]!++] = e;
    });
  }
  return {
    ...grid,
    cellStart,
    cellEdges,
    winding: windingOfCells(grid, edges),
    crowd: summedArea(grid, cellStart),
  };
}

type Lattice = Pick<SiteGrid, 'columns' | 'rows' | 'west' | 'south' | 'perX' | 'perY'>;

/** Visit the cells an edge passes, with the margin, row by row. */
function eachCell(grid: Lattice, edges: SiteEdges, e: number, visit: (cell: number) => void): void {
  const x1 = (edges.x1[e]! - grid.west) * grid.perX;
  const y1 = (edges.y1[e]! - grid.south) * grid.perY;
  const x2 = (edges.x2[e]! - grid.west) * grid.perX;
  const y2 = (edges.y2[e]! - grid.south) * grid.perY;
  const low = Math.min(y1, y2) - MARGIN;
  const high = Math.max(y1, y2) + MARGIN;
  const left = Math.min(x1, x2);
  const right = Math.max(x1, x2);
  const slope = (x2 - x1) / (y2 - y1);
  const lastRow = clamp(high, grid.rows);
  for (let row = clamp(low, grid.rows); row <= lastRow; row++) {
    let from = left;
    let to = right;
    if (Math.abs(slope) < 1e6) {
      const a = x1 + (Math.max(row - MARGIN, low) - y1) * slope;
      const b = x1 + (Math.min(row + 1 + MARGIN, high) - y1) * slope;
      from = Math.max(left, Math.min(a, b));
      to = Math.min(right, Math.max(a, b));
    }
    const last = clamp(to + MARGIN, grid.columns);
    for (let column = clamp(from - MARGIN, grid.columns); column <= last; column++) {
      visit(row * grid.columns + column);
    }
  }
}

function clamp(cell: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(cell)));
}

/**
 * Winding numbers along the middle line of each row: walking east they change where an edge is crossed,
 * +sign at an edge going south, -sign at one going north.
 */
function windingOfCells(grid: Lattice, edges: SiteEdges): Int8Array {
  const { columns, rows } = grid;
  const steps = new Int32Array(rows * (columns + 1));
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
  const winding = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += steps[row * (columns + 1) + column]!;
      winding[row * columns + column] = sum;
    }
  }
  return winding;
}

function summedArea(grid: Lattice, cellStart: Uint32Array): Uint32Array {
  const { columns, rows } = grid;
  const stride = columns + 1;
  const crowd = new Uint32Array(stride * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (cellStart[cell + 1]! > cellStart[cell]!) sum++;
      crowd[(row + 1) * stride + column + 1] = crowd[row * stride + column + 1]! + sum;
    }
  }
  return crowd;
}

/** Column or row at an offset from the grid's edge, kept inside the grid; monotone. */
export function cellOf(offset: number, perDegree: number, count: number): number {
  const cell = Math.floor(offset * perDegree);
  return cell < 0 ? 0 : cell >= count ? count - 1 : cell;
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
