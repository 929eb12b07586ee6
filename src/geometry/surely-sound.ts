import { orient } from './predicates.ts';
import type { FlatPolygons } from './shapes.ts';

/** More vertices are looked at with a tree, by `findDefects`. */
const MOST_VERTICES = 160;

/**
 * Whether a feature certainly has no defect at all: one ring, finite, closed, that neither meets itself nor
 * goes back on itself. False says nothing: then `findDefects` has to look. Exact, and without making
 * anything: a layer has half a million parcels and hardly any is faulty.
 */
export function isSurelySound({ xy, ringEnds }: FlatPolygons): boolean {
  const edges = xy.length / 2 - 1;
  if (ringEnds.length !== 1 || edges < 3 || edges + 1 > MOST_VERTICES) return false;
  if (xy[0] !== xy[2 * edges] || xy[1] !== xy[2 * edges + 1]) return false;
  for (let i = 0; i < xy.length; i++) if (!Number.isFinite(xy[i])) return false;
  for (let e = 0; e < edges; e++) {
    if (turnsBack(xy, e, e + 1 === edges ? 0 : e + 1)) return false;
    // the last edge is the first one's neighbour
    const end = e === 0 ? edges - 1 : edges;
    for (let f = e + 2; f < end; f++) if (mayMeet(xy, 2 * e, 2 * f)) return false;
  }
  return true;
}

/** An edge of no length, or one followed by an edge that runs back over it. */
function turnsBack(xy: Float64Array, e: number, f: number): boolean {
  const ax = xy[2 * e]!;
  const ay = xy[2 * e + 1]!;
  const bx = xy[2 * e + 2]!;
  const by = xy[2 * e + 3]!;
  const cx = xy[2 * f + 2]!;
  const cy = xy[2 * f + 3]!;
  if (ax === bx && ay === by) return true;
  if ((bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0) return false;
  return orient(ax, ay, bx, by, cx, cy) === 0;
}

/** Whether two edges, from the numbers i and j on, share a point. */
function mayMeet(xy: Float64Array, i: number, j: number): boolean {
  const ax = xy[i]!;
  const bx = xy[i + 2]!;
  const cx = xy[j]!;
  const dx = xy[j + 2]!;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) return false;
  const ay = xy[i + 1]!;
  const by = xy[i + 3]!;
  const cy = xy[j + 1]!;
  const dy = xy[j + 3]!;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy)) return false;
  const c = orient(ax, ay, bx, by, cx, cy);
  const d = orient(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = orient(cx, cy, dx, dy, ax, ay);
  const b = orient(cx, cy, dx, dy, bx, by);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}
