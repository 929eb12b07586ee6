import { orient } from '../../geometry/predicates.ts';
import type { DirectedEdges } from './loose-edges.ts';
import { PointTable } from './point-table.ts';

/**
 * The ways around the empty ground beside loose edges: lists of edges, each followed by the one that
 * bounds the same empty ground. Edges whose way leads out of what is known are in none.
 *
 *      ◀── back ──v      At v the empty ground lies on the right of the way one came; of the edges that
 *      (the way     ╲    leave v the first one counter-clockwise from the way back bounds it. Angles are
 *       one came)    ▼   compared by exact orientation.
 */
export function waysAround(edges: DirectedEdges): number[][] {
  const { count } = edges;
  const starts = new PointTable(edges.ends, count, 4);
  const next = Int32Array.from({ length: count }, (_, e) => nextEdge(edges, starts, e));
  const walk = new Int32Array(count);
  const ways: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (walk[start] !== 0) continue;
    const path: number[] = [];
    let e = start;
    while (e >= 0 && walk[e] === 0) {
      walk[e] = start + 1;
      path.push(e);
      e = next[e]!;
    }
    // only the part from where the walk met itself goes around something
    if (e >= 0 && walk[e] === start + 1) ways.push(path.slice(path.indexOf(e)));
  }
  return ways;
}

function nextEdge({ ends }: DirectedEdges, starts: PointTable, e: number): number {
  const ux = ends[4 * e]!;
  const uy = ends[4 * e + 1]!;
  const vx = ends[4 * e + 2]!;
  const vy = ends[4 * e + 3]!;
  let best = -1;
  starts.visit(vx, vy, (f) => {
    if (best < 0 || comesBefore(vx, vy, ux, uy, ends, f, best)) best = f;
  });
  return best;
}

/** Whether edge f comes before edge g, turning counter-clockwise about v from the ray v -> u. */
function comesBefore(
  vx: number,
  vy: number,
  ux: number,
  uy: number,
  ends: Float64Array,
  f: number,
  g: number,
): boolean {
  const fx = ends[4 * f + 2]!;
  const fy = ends[4 * f + 3]!;
  const gx = ends[4 * g + 2]!;
  const gy = ends[4 * g + 3]!;
  const f4 = turnOf(vx, vy, ux, uy, fx, fy);
  const g4 = turnOf(vx, vy, ux, uy, gx, gy);
  if (f4 !== g4) return f4 < g4;
  return orient(vx, vy, fx, fy, gx, gy) > 0;
}

/** 0 along the ray v -> u, 1 to its left, 2 against it, 3 to its right. */
function turnOf(vx: number, vy: number, ux: number, uy: number, x: number, y: number): number {
  const side = orient(vx, vy, ux, uy, x, y);
  if (side !== 0) return side > 0 ? 1 : 3;
  return (ux - vx) * (x - vx) + (uy - vy) * (y - vy) > 0 ? 0 : 2;
}
