import { orient } from '../geometry/predicates.ts';
import { boxAt, boxesOf, FAN_BITS, type LayerIndex, nodesAt, topLevel } from './edge-index.ts';
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

/** Origin of local coordinates, degrees. */
export interface Origin {
  readonly x0: number;
  readonly y0: number;
}

/**
 * Winding number of feature f about a vertex p of another shape, given in local coordinates. One of the
 * two is shifted: the feature, or, where `pointMoves`, the other shape and p with it.
 */
export function windingOfFeature(
  origin: Origin,
  index: LayerIndex,
  f: number,
  px: number,
  py: number,
  pointMoves = false,
): number {
  const { featureBox, featureRing, ringStart } = index.rings;
  const x = px + origin.x0;
  const y = py + origin.y0;
  if (x < featureBox[4 * f]! || x > featureBox[4 * f + 2]!) return 0;
  if (y < featureBox[4 * f + 1]! || y > featureBox[4 * f + 3]!) return 0;
  const runs = index.featureRun[f + 1]! - index.featureRun[f]!;
  if (runs > 0) return windingOfNode(origin, index, f, topLevel(runs), 0, px, py, pointMoves);
  let winding = 0;
  for (let ring = featureRing[f]!; ring < featureRing[f + 1]!; ring++) {
    winding += windingOfChain(
      origin,
      index,
      ring,
      ringStart[ring]!,
      ringStart[ring + 1]! - 1,
      px,
      py,
      pointMoves,
    );
  }
  return winding;
}

/** Whether a feature's vertex lies above p; at the same height the shift decides. */
function isAbove(y: number, py: number, pointMoves: boolean): boolean {
  return pointMoves ? y > py : y >= py;
}

/** Contribution of the edges from one vertex of a ring to a later one. */
function windingOfChain(
  origin: Origin,
  index: LayerIndex,
  ring: number,
  from: number,
  to: number,
  px: number,
  py: number,
  pointMoves: boolean,
): number {
  const { xy, ringSign } = index.rings;
  const { x0, y0 } = origin;
  let winding = 0;
  let y1 = xy[2 * from + 1]! - y0;
  for (let v = from; v < to; v++) {
    const y2 = xy[2 * v + 3]! - y0;
    const above2 = isAbove(y2, py, pointMoves);
    if (isAbove(y1, py, pointMoves) !== above2) {
      const x1 = xy[2 * v]! - x0;
      const x2 = xy[2 * v + 2]! - x0;
      const tie = sideOfShift(x2 - x1, y2 - y1);
      const side = orient(x1, y1, x2, y2, px, py) || (pointMoves ? tie : -tie);
      if (above2 ? side > 0 : side < 0) winding += above2 ? 1 : -1;
    }
    y1 = y2;
  }
  return winding * ringSign[ring]!;
}

/**
 * A node wholly east of p needs no descent: a chain of edges crosses the ray as often, net, as its two
 * ends say, and a closed ring not at all.
 *
 *            ╭───╮    end above, start below: +1
 *      p ····┼·╭·┼··>
 *      start ╯ ╰─╯
 */
function windingOfNode(
  origin: Origin,
  index: LayerIndex,
  f: number,
  level: number,
  node: number,
  px: number,
  py: number,
  pointMoves: boolean,
): number {
  const x = px + origin.x0;
  const y = py + origin.y0;
  const boxes = boxesOf(index, level);
  const at = boxAt(index, f, level, node);
  if (!isAbove(boxes[at + 3]!, y, pointMoves) || isAbove(boxes[at + 1]!, y, pointMoves)) return 0;
  if (boxes[at + 2]! < x) return 0;
  const base = index.featureRun[f]!;
  const runs = index.featureRun[f + 1]! - base;
  if (boxes[at]! > x) {
    const first = base + (node << (FAN_BITS * level));
    const last = base + Math.min(runs, (node + 1) << (FAN_BITS * level)) - 1;
    return windingOfDistantRuns(index, first, last, y, pointMoves);
  }
  if (level === 0) {
    const run = base + node;
    return windingOfChain(
      origin,
      index,
      index.runRing[run]!,
      index.runFrom[run]!,
      index.runTo[run]!,
      px,
      py,
      pointMoves,
    );
  }
  let winding = 0;
  const end = Math.min(nodesAt(runs, level - 1), (node + 1) << FAN_BITS);
  for (let child = node << FAN_BITS; child < end; child++) {
    winding += windingOfNode(origin, index, f, level - 1, child, px, py, pointMoves);
  }
  return winding;
}

function windingOfDistantRuns(
  index: LayerIndex,
  first: number,
  last: number,
  y: number,
  pointMoves: boolean,
): number {
  const { xy, ringStart, ringSign } = index.rings;
  const height = (vertex: number): number => (isAbove(xy[2 * vertex + 1]!, y, pointMoves) ? 1 : 0);
  const ring1 = index.runRing[first]!;
  const ring2 = index.runRing[last]!;
  const start = height(index.runFrom[first]!);
  const end = height(index.runTo[last]!);
  if (ring1 === ring2) return ringSign[ring1]! * (end - start);
  return (
    ringSign[ring1]! * (height(ringStart[ring1]!) - start) +
    ringSign[ring2]! * (end - height(ringStart[ring2]!))
  );
}
