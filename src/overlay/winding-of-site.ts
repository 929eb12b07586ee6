import { orient } from '../geometry/predicates.ts';
import { sideOfShift } from './shift.ts';
import type { Site } from './site.ts';
import { columnOf, rowOf } from './site-grid.ts';

/*
 * Winding numbers by a ray to the east: an edge going north past a point on its left adds its sign, one
 * going south past a point on its right takes it away. The shift of the feature by (ε, ε²) decides ties:
 * a feature vertex at the height of a site vertex lies above it.
 *
 *            ↑ +1      ↓ -1       ↑ +1
 *      p ····┼·········┼··········┼····>      w(p) = 1
 */

/** Winding number of the site about a feature's vertex, given in local coordinates. */
export function windingOfSite(site: Site, x: number, y: number): number {
  if (x < site.west || x > site.east || y < site.south || y > site.north) return 0;
  const { grid, edges } = site;
  const row = rowOf(grid, y);
  const first = row * grid.columns;
  let winding = 0;
  for (let cell = first + columnOf(grid, x); cell < first + grid.columns; cell++) {
    const from = grid.cellStart[cell]!;
    const to = grid.cellStart[cell + 1]!;
    if (from === to) return winding + grid.winding[cell]!;
    for (let k = from; k < to; k++) {
      const e = grid.cellEdges[k]!;
      if (!isFirstInRow(site, e, cell, first + columnOf(grid, x))) continue;
      const above1 = edges.y1[e]! > y;
      const above2 = edges.y2[e]! > y;
      if (above1 === above2) continue;
      const side = sideOfVertex(site, e, x, y);
      if (above2 ? side > 0 : side < 0) winding += above2 ? edges.sign[e]! : -edges.sign[e]!;
    }
  }
  return winding;
}

/** An edge listed in several cells of the row is counted in the first of them. */
function isFirstInRow(site: Site, e: number, cell: number, start: number): boolean {
  const { cellStart, cellEdges } = site.grid;
  if (cell === start) return true;
  for (let k = cellStart[cell - 1]!; k < cellStart[cell]!; k++)
    if (cellEdges[k] === e) return false;
  return true;
}

/** Side of site edge e on which the shifted vertex lies: +1 left, -1 right. */
function sideOfVertex(site: Site, e: number, x: number, y: number): number {
  const { x1, y1, x2, y2 } = site.edges;
  const side = orient(x1[e]!, y1[e]!, x2[e]!, y2[e]!, x, y);
  return side !== 0 ? side : sideOfShift(x2[e]! - x1[e]!, y2[e]! - y1[e]!);
}
