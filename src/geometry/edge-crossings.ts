import Flatbush from 'flatbush';
import { orient } from './predicates.ts';
import type { Position, Ring } from './shapes.ts';

/** An edge of a set of rings: from vertex `index` to the next of ring `ring`. */
export interface EdgeRef {
  readonly ring: number;
  readonly index: number;
}

/**
 * How two edges meet: `cross` at one inner point of both, `touch` with an end of one upon the other,
 * `overlap` along a length.
 */
export interface Meeting {
  readonly kind: 'cross' | 'touch' | 'overlap';
  readonly a: EdgeRef;
  readonly b: EdgeRef;
  readonly at: Position;
}

/**
 * Every place where two edges of closed rings meet other than at the vertex that joins neighbours.
 * Decided by exact orientation; only `at` of a crossing is rounded. Zero-length edges are ignored. After
 * `limit` meetings other than touches the search ends with the edge it is at.
 */
export function edgeMeetings(rings: readonly Ring[], limit = Infinity): Meeting[] {
  const edges: EdgeRef[] = [];
  rings.forEach((ring, r) => {
    for (let i = 0; i + 1 < ring.length; i++) {
      if (!samePlace(ring[i]!, ring[i + 1]!)) edges.push({ ring: r, index: i });
    }
  });
  if (edges.length === 0) return [];
  const tree = new Flatbush(edges.length);
  const ends = edges.map(({ ring, index }) => {
    const p = rings[ring]![index]!;
    const q = rings[ring]![index + 1]!;
    tree.add(
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[0], q[0]),
      Math.max(p[1], q[1]),
    );
    return [p, q] as const;
  });
  tree.finish();

  const found: Meeting[] = [];
  let severe = 0;
  for (let i = 0; i < edges.length && severe < limit; i++) {
    const [p, q] = ends[i]!;
    const near = tree.search(
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[0], q[0]),
      Math.max(p[1], q[1]),
      (j) => j > i,
    );
    for (const j of near.sort((a, b) => a - b)) {
      const [r, s] = ends[j]!;
      const a = edges[i]!;
      const b = edges[j]!;
      if (a.ring === b.ring && j === i + 1 && samePlace(q, r) && !foldsBack(p, q, s)) continue;
      const meeting = meet(p, q, r, s);
      if (!meeting) continue;
      if (meeting.kind === 'touch' && areNeighbours(rings, edges, i, j, meeting.at)) continue;
      found.push({ ...meeting, a, b });
      if (meeting.kind !== 'touch') severe++;
    }
  }
  return found;
}

/** Whether the way p -> q -> s may run back over itself: only then can neighbours overlap. */
function foldsBack(p: Position, q: Position, s: Position): boolean {
  return (q[0] - p[0]) * (s[0] - q[0]) + (q[1] - p[1]) * (s[1] - q[1]) < 0;
}

/** How two edges of length > 0 meet, or null when they share no point. */
function meet(
  p: Position,
  q: Position,
  r: Position,
  s: Position,
): { kind: Meeting['kind']; at: Position } | null {
  const pSide = Math.sign(orient(r[0], r[1], s[0], s[1], p[0], p[1]));
  const qSide = Math.sign(orient(r[0], r[1], s[0], s[1], q[0], q[1]));
  if (pSide * qSide > 0) return null;
  const rSide = Math.sign(orient(p[0], p[1], q[0], q[1], r[0], r[1]));
  const sSide = Math.sign(orient(p[0], p[1], q[0], q[1], s[0], s[1]));
  if (rSide * sSide > 0) return null;
  if (pSide === 0 && qSide === 0) return meetOnLine(p, q, r, s);
  if (pSide === 0) return { kind: 'touch', at: p };
  if (qSide === 0) return { kind: 'touch', at: q };
  if (rSide === 0) return { kind: 'touch', at: r };
  if (sSide === 0) return { kind: 'touch', at: s };
  return { kind: 'cross', at: crossing(p, q, r, s) };
}

function meetOnLine(p: Position, q: Position, r: Position, s: Position) {
  const axis = Math.abs(q[0] - p[0]) >= Math.abs(q[1] - p[1]) ? 0 : 1;
  const [a, b] = p[axis] <= q[axis] ? [p, q] : [q, p];
  const [c, d] = r[axis] <= s[axis] ? [r, s] : [s, r];
  const from = a[axis] >= c[axis] ? a : c;
  const to = b[axis] <= d[axis] ? b : d;
  if (from[axis] > to[axis]) return null;
  if (from[axis] === to[axis]) return { kind: 'touch' as const, at: from };
  return { kind: 'overlap' as const, at: from };
}

/** Point where two crossing edges meet, rounded to doubles, computed around p. */
function crossing(p: Position, q: Position, r: Position, s: Position): Position {
  const ux = q[0] - p[0];
  const uy = q[1] - p[1];
  const vx = s[0] - r[0];
  const vy = s[1] - r[1];
  const t = ((r[0] - p[0]) * vy - (r[1] - p[1]) * vx) / (ux * vy - uy * vx);
  return [p[0] + t * ux, p[1] + t * uy];
}

/** Edges that follow each other in one ring and touch at the vertex between them: as it should be. */
function areNeighbours(
  rings: readonly Ring[],
  edges: readonly EdgeRef[],
  i: number,
  j: number,
  at: Position,
): boolean {
  const a = edges[i]!;
  const b = edges[j]!;
  if (a.ring !== b.ring) return false;
  const ring = rings[a.ring]!;
  const after = j === i + 1 && samePlace(ring[b.index]!, at);
  const first = i === 0 || edges[i - 1]!.ring !== a.ring;
  const last = j === edges.length - 1 || edges[j + 1]!.ring !== a.ring;
  const around = first && last && samePlace(ring[a.index]!, at) && samePlace(ring[0]!, at);
  return after || around;
}

export function samePlace(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
