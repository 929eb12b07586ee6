import { orient } from '../geometry/predicates.ts';
import { boxAt, boxesOf, FAN_BITS, type LayerIndex, nodesAt, topLevel } from './edge-index.ts';
import { sideOfShift } from './shift.ts';

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
