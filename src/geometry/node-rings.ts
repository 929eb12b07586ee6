import { type EdgeRef, edgeMeetings, type Meeting, samePlace } from './edge-crossings.ts';
import type { Position, Ring } from './shapes.ts';

/** Closed rings with a vertex added wherever an edge meets another one, and the meetings found. */
export interface NodedRings {
  readonly rings: readonly Ring[];
  readonly meetings: readonly Meeting[];
}

export function nodeRings(rings: readonly Ring[]): NodedRings {
  const meetings = edgeMeetings(rings);
  const added = new Map<string, Position[]>();
  const add = (edge: EdgeRef, at: Position) => {
    const [from, to] = endsOf(rings, edge);
    if (samePlace(at, from) || samePlace(at, to)) return;
    const key = `${edge.ring} ${edge.index}`;
    const list = added.get(key);
    if (list) list.push(at);
    else added.set(key, [at]);
  };
  for (const { kind, a, b, at } of meetings) {
    if (kind === 'overlap') {
      for (const end of endsOf(rings, b)) if (isWithin(end, ...endsOf(rings, a))) add(a, end);
      for (const end of endsOf(rings, a)) if (isWithin(end, ...endsOf(rings, b))) add(b, end);
    } else {
      add(a, at);
      add(b, at);
    }
  }
  const noded = rings.map((ring, r) =>
    ring.flatMap((from, index) => {
      const list = added.get(`${r} ${index}`);
      if (!list) return [from];
      const ahead = (at: Position) => (at[0] - from[0]) ** 2 + (at[1] - from[1]) ** 2;
      list.sort((p, q) => ahead(p) - ahead(q));
      return [from, ...list.filter((at, i) => i === 0 || !samePlace(list[i - 1]!, at))];
    }),
  );
  return { rings: noded, meetings };
}

function endsOf(rings: readonly Ring[], edge: EdgeRef): [Position, Position] {
  const ring = rings[edge.ring]!;
  return [ring[edge.index]!, ring[edge.index + 1]!];
}

/** For points known to lie on one line. */
function isWithin(at: Position, from: Position, to: Position): boolean {
  const axis = Math.abs(to[0] - from[0]) >= Math.abs(to[1] - from[1]) ? 0 : 1;
  return at[axis] >= Math.min(from[axis], to[axis]) && at[axis] <= Math.max(from[axis], to[axis]);
}

/** Takes a noded ring apart into loops that visit no vertex twice. */
export function splitAtRepeats(ring: Ring): Ring[] {
  const loops: Ring[] = [];
  const path: Position[] = [];
  const seen = new Map<string, number>();
  for (const at of ring) {
    const key = at.join();
    const start = seen.get(key);
    if (start !== undefined) {
      const loop = path.splice(start + 1);
      for (const left of loop) seen.delete(left.join());
      if (loop.length > 1) loops.push([at, ...loop, at]);
    } else {
      seen.set(key, path.length);
      path.push(at);
    }
  }
  return loops;
}
