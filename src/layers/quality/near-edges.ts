import { BoxTree } from '../../geometry/box-tree.ts';
import { metresPerDegree } from '../../geometry/ellipsoid.ts';
import { orient } from '../../geometry/predicates.ts';
import type { DirectedEdges } from './loose-edges.ts';

/** Visits every pair of edges of different owners whose boxes come within a distance, each once. */
export function visitNearEdges(
  { count, ends, owner }: DirectedEdges,
  distanceM: number,
  visit: (e: number, f: number) => void,
): void {
  if (count === 0) return;
  const boxes = new Float64Array(4 * count);
  for (let e = 0; e < count; e++) {
    const i = 4 * e;
    boxes[i] = Math.min(ends[i]!, ends[i + 2]!);
    boxes[i + 1] = Math.min(ends[i + 1]!, ends[i + 3]!);
    boxes[i + 2] = Math.max(ends[i]!, ends[i + 2]!);
    boxes[i + 3] = Math.max(ends[i + 1]!, ends[i + 3]!);
  }
  const tree = BoxTree.over(boxes);
  for (let e = 0; e < count; e++) {
    const i = 4 * e;
    const { lon, lat } = metresPerDegree(boxes[i + 1]!);
    const dx = distanceM / lon;
    const dy = distanceM / lat;
    tree.visit(
      [boxes[i]! - dx, boxes[i + 1]! - dy, boxes[i + 2]! + dx, boxes[i + 3]! + dy],
      (f) => {
        if (f > e && owner[e] !== owner[f]) visit(e, f);
      },
    );
  }
}

/** Two edges share a point that is not an end of both. Exact. */
export function haveContact({ ends }: DirectedEdges, e: number, f: number): boolean {
  const [ax, ay, bx, by] = [ends[4 * e]!, ends[4 * e + 1]!, ends[4 * e + 2]!, ends[4 * e + 3]!];
  const [cx, cy, dx, dy] = [ends[4 * f]!, ends[4 * f + 1]!, ends[4 * f + 2]!, ends[4 * f + 3]!];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy)) return false;
  const c = Math.sign(orient(ax, ay, bx, by, cx, cy));
  const d = Math.sign(orient(ax, ay, bx, by, dx, dy));
  if (c * d > 0) return false;
  const a = Math.sign(orient(cx, cy, dx, dy, ax, ay));
  const b = Math.sign(orient(cx, cy, dx, dy, bx, by));
  if (a * b > 0) return false;
  const joined =
    (ax === cx && ay === cy) ||
    (ax === dx && ay === dy) ||
    (bx === cx && by === cy) ||
    (bx === dx && by === dy);
  // edges that share an end have more in common only where they run along each other
  return !joined || (c === 0 && d === 0);
}
