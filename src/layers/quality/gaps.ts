import { areaSeries } from '../../geometry/area-integral.ts';
import { lengthM, ringIntegral } from '../../geometry/ellipsoid.ts';
import { nodeRings } from '../../geometry/node-rings.ts';
import { type Position, type Ring, toFlat } from '../../geometry/shapes.ts';
import { waysAround } from './boundary-walk.ts';
import { type DirectedEdges, dropMatched } from './loose-edges.ts';

/** A way around empty ground: clockwise, with the ground on its right, when it is enclosed. */
export interface Way {
  readonly ring: Ring;
  /** m², counter-clockwise positive: enclosed ground is negative. */
  readonly signedM2: number;
  readonly lengthM: number;
  /** Features along it, ascending. */
  readonly owners: readonly number[];
}

export interface Ways {
  readonly ways: readonly Way[];
  /** For each loose edge whether a thin way leads along it: what lies beside it is told. */
  readonly isThin: Uint8Array;
}

/**
 * Every way around empty ground beside loose edges. Where the edges of different features cross or touch
 * they are first cut at the places where they meet.
 *
 * @param contacts pairs of edges that share a point other than an end of both
 * @param widthM ways around ground of less mean width are thin
 */
export function emptyGround(
  edges: DirectedEdges,
  contacts: readonly (readonly [number, number])[],
  widthM: number,
): Ways {
  const isThin = new Uint8Array(edges.count);
  const ways: Way[] = [];
  const keep = (found: Way, along: readonly number[]): void => {
    if (found.owners.length < 2) return;
    ways.push(found);
    if (isNarrow(found, widthM)) for (const e of along) isThin[e] = 1;
  };
  const loops = waysAround(edges);
  const groups = groupLoops(loops, edges.count, contacts);
  for (const group of groups) {
    const along = group.flatMap((l) => loops[l]!);
    if (group.length === 1 && !group.touched) {
      if (hasTwoOwners(edges, along)) keep(wayOf(edges, along), along);
      continue;
    }
    const noded = cutAtMeetings(
      edges,
      group.map((l) => loops[l]!),
    );
    for (const loop of waysAround(noded.edges)) {
      keep(
        wayOf(noded.edges, loop),
        loop.map((e) => noded.from[e]!),
      );
    }
  }
  return { ways, isThin };
}

/** Mean width of what a way encloses: area over half its length. */
export function widthOf({ signedM2, lengthM: length }: Way): number {
  return length > 0 ? Math.abs(signedM2) / (length / 2) : 0;
}

const isNarrow = (way: Way, widthM: number): boolean => widthOf(way) < widthM;

function hasTwoOwners({ owner }: DirectedEdges, loop: readonly number[]): boolean {
  return loop.some((e) => owner[e] !== owner[loop[0]!]);
}

function wayOf(edges: DirectedEdges, loop: readonly number[]): Way {
  const ring = ringOf(edges, loop);
  const flat = toFlat([[ring]]);
  const [x, y] = ring[0]!;
  const x0 = Math.fround(x);
  const y0 = Math.fround(y);
  return {
    ring,
    signedM2: ringIntegral(flat.xy, 0, ring.length, x0, y0, areaSeries(y0)),
    lengthM: lengthM(flat),
    owners: [...new Set(loop.map((e) => edges.owner[e]!))].sort((a, b) => a - b),
  };
}

function ringOf({ ends }: DirectedEdges, loop: readonly number[]): Ring {
  const ring = loop.map((e): Position => [ends[4 * e]!, ends[4 * e + 1]!]);
  return [...ring, ring[0]!];
}

type Group = number[] & { touched?: boolean };

/** Loops joined by contacts of their edges. */
function groupLoops(
  loops: readonly (readonly number[])[],
  edgeCount: number,
  contacts: readonly (readonly [number, number])[],
): Group[] {
  const loopOf = new Int32Array(edgeCount).fill(-1);
  loops.forEach((loop, l) => {
    for (const e of loop) loopOf[e] = l;
  });
  const parent = loops.map((_, l) => l);
  const rootOf = (l: number): number => {
    let root = l;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const touched = new Uint8Array(loops.length);
  for (const [e, f] of contacts) {
    const a = loopOf[e]!;
    const b = loopOf[f]!;
    if (a < 0 || b < 0) continue;
    touched[a] = 1;
    touched[b] = 1;
    parent[rootOf(a)] = rootOf(b);
  }
  const groups = new Map<number, Group>();
  loops.forEach((_, l) => {
    const root = rootOf(l);
    const group: Group = groups.get(root) ?? [];
    group.push(l);
    if (touched[l]) group.touched = true;
    groups.set(root, group);
  });
  return [...groups.values()];
}

/** The edges of loops, cut wherever they meet, without what then runs both ways. */
function cutAtMeetings(
  { ends, owner }: DirectedEdges,
  loops: readonly (readonly number[])[],
): { edges: DirectedEdges; from: readonly number[] } {
  const all: DirectedEdges = { count: 0, ends, owner };
  const { rings } = nodeRings(loops.map((loop) => ringOf(all, loop)));
  const cut: number[] = [];
  const from: number[] = [];
  rings.forEach((ring, l) => {
    const loop = loops[l]!;
    let k = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[i + 1]!;
      if (x1 !== x2 || y1 !== y2) {
        cut.push(x1, y1, x2, y2);
        from.push(loop[k]!);
      }
      const e = loop[k]!;
      if (x2 === ends[4 * e + 2] && y2 === ends[4 * e + 3]) k++;
    }
  });
  const noded = {
    count: from.length,
    ends: Float64Array.from(cut),
    owner: Uint32Array.from(from, (_, i) => i),
  };
  // what is left names its edge; the owner follows from that
  const left = dropMatched(noded);
  const origin = Array.from(left.owner, (i) => from[i]!);
  return {
    edges: {
      count: left.count,
      ends: left.ends,
      owner: Uint32Array.from(origin, (e) => owner[e]!),
    },
    from: origin,
  };
}
