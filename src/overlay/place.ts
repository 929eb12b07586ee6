import type { Site } from './site.ts';
import { columnOf, crowdIn, rowOf } from './site-grid.ts';

/** Where a box (degrees) lies, as far as the site's grid can tell without looking at an edge. */
export function placeOf(
  site: Site,
  west: number,
  south: number,
  east: number,
  north: number,
): 'apart' | 'inside' | 'near' {
  const { bbox, grid, x0, y0 } = site;
  if (west > bbox[2] || east < bbox[0] || south > bbox[3] || north < bbox[1]) return 'apart';
  const column = columnOf(grid, west - x0);
  const row = rowOf(grid, south - y0);
  if (crowdIn(grid, column, row, columnOf(grid, east - x0), rowOf(grid, north - y0)) > 0) {
    return 'near';
  }
  return grid.winding[row * grid.columns + column] === 0 ? 'apart' : 'inside';
}
