import type { Lattice, SiteEdges } from './site-grid.ts';

/** Edges are listed this part of a cell beyond themselves, far more than rounding can move a point. */
const MARGIN = 1e-6;

/** Which cell an edge passes: written by `passedCells`, good until it is called again. */
export const passing = {
  cell: new Uint32Array(1 << 12),
  edge: new Uint32Array(1 << 12),
};

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/**
 * Writes the cells that edges pass, with the margin, and the edges to `passing`, edge by edge.
 *
 * @returns how many
 */
export function passedCells(grid: Lattice, edges: SiteEdges): number {
  const { columns, rows, west, south, perX, perY } = grid;
  let count = 0;
  for (let e = 0; e < edges.count; e++) {
    const x1 = (edges.x1[e]! - west) * perX;
    const y1 = (edges.y1[e]! - south) * perY;
    const x2 = (edges.x2[e]! - west) * perX;
    const y2 = (edges.y2[e]! - south) * perY;
    const low = Math.min(y1, y2) - MARGIN;
    const high = Math.max(y1, y2) + MARGIN;
    const left = Math.min(x1, x2);
    const right = Math.max(x1, x2);
    const slope = (x2 - x1) / (y2 - y1);
    const slants = Math.abs(slope) < 1e6;
    const lastRow = clamp(high, rows);
    for (let row = clamp(low, rows); row <= lastRow; row++) {
      let from = left;
      let to = right;
      if (slants) {
        const a = x1 + (Math.max(row - MARGIN, low) - y1) * slope;
        const b = x1 + (Math.min(row + 1 + MARGIN, high) - y1) * slope;
        from = Math.max(left, Math.min(a, b));
        to = Math.min(right, Math.max(a, b));
      }
      const last = clamp(to + MARGIN, columns);
      for (let column = clamp(from - MARGIN, columns); column <= last; column++) {
        if (count === passing.cell.length) {
          passing.cell = grown(passing.cell);
          passing.edge = grown(passing.edge);
        }
        passing.cell[count] = row * columns + column;
        passing.edge[count] = e;
        count++;
      }
    }
  }
  return count;
}

/** A place in cells as the number of one, kept inside the grid. */
export function clamp(cell: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(cell)));
}
