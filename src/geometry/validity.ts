import { edgeMeetings, samePlace } from './edge-crossings.ts';
import { nestRings } from './nesting.ts';
import { orient } from './predicates.ts';
import type { Position, Ring } from './shapes.ts';

/** `unfinished`: rings that meet so often that not every place was looked at. */
export type DefectKind =
  | 'not-finite'
  | 'unclosed'
  | 'duplicate-point'
  | 'spike'
  | 'zero-area'
  | 'self-cross'
  | 'self-touch'
  | 'self-overlap'
  | 'rings-cross'
  | 'rings-overlap'
  | 'rings-same'
  | 'hole-outside'
  | 'ring-in-hole'
  | 'unfinished';

/** Places told of one feature, at most; whoever draws more has to look at it anyway. */
const MOST_MEETINGS = 1000;

/** What is wrong with a ring, and where. */
export interface Defect {
  readonly kind: DefectKind;
  /** Index of the ring, and of the other one where two are concerned. */
  readonly ring: number;
  readonly other?: number;
  /** In the coordinates of the ring; null when no single place can be named. */
  readonly at: Position | null;
}

/**
 * Every defect of the rings of one parcel, in the plane they are given in. Rings may be open. `holes`
 * says which rings the file calls holes, where it says so: those are compared with the nesting. Places
 * where edges cross or lie upon each other are told up to a thousand; then one defect `unfinished` says
 * that there may be more.
 */
export function findDefects(rings: readonly Ring[], holes?: readonly boolean[]): Defect[] {
  const single = rings.flatMap((ring, index) => ringDefects(ring, index));
  if (single.some((defect) => defect.kind === 'not-finite')) return single;
  const closed = rings.map(closeRing);
  return [...single, ...meetingDefects(closed), ...nestingDefects(closed, holes)];
}

function ringDefects(ring: Ring, index: number): Defect[] {
  const broken = ring.find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y));
  if (broken) return [{ kind: 'not-finite', ring: index, at: null }];
  const defects: Defect[] = [];
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first && last && !samePlace(first, last)) {
    defects.push({ kind: 'unclosed', ring: index, at: last });
  }
  const closed = closeRing(ring);
  for (let i = 1; i < closed.length; i++) {
    if (samePlace(closed[i - 1]!, closed[i]!)) {
      defects.push({ kind: 'duplicate-point', ring: index, at: closed[i]! });
    }
  }
  const corners = dropDuplicates(closed);
  for (const at of spikesOf(corners)) defects.push({ kind: 'spike', ring: index, at });
  if (isFlat(corners)) {
    defects.push({ kind: 'zero-area', ring: index, at: first ?? null });
  }
  return defects;
}

function meetingDefects(rings: readonly Ring[]): Defect[] {
  const own = { cross: 'self-cross', touch: 'self-touch', overlap: 'self-overlap' } as const;
  const two = { cross: 'rings-cross', touch: null, overlap: 'rings-overlap' } as const;
  const defects: Defect[] = [];
  const seen = new Set<string>();
  const meetings = edgeMeetings(rings, MOST_MEETINGS);
  for (const { kind, a, b, at } of meetings) {
    const found = a.ring === b.ring ? own[kind] : two[kind];
    if (!found) continue;
    const key = `${found} ${a.ring} ${b.ring} ${at.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    defects.push({ kind: found, ring: a.ring, ...(a.ring !== b.ring && { other: b.ring }), at });
  }
  if (meetings.filter(({ kind }) => kind !== 'touch').length >= MOST_MEETINGS) {
    defects.push({ kind: 'unfinished', ring: meetings.at(-1)!.a.ring, at: null });
  }
  return defects;
}

function nestingDefects(rings: readonly Ring[], holes?: readonly boolean[]): Defect[] {
  const defects: Defect[] = [];
  const shapes = rings.map(shapeKey);
  shapes.forEach((shape, i) => {
    const first = shapes.indexOf(shape);
    if (first < i) {
      defects.push({ kind: 'rings-same', ring: i, other: first, at: rings[i]![0] ?? null });
    }
  });
  if (!holes) return defects;
  nestRings(rings).depth.forEach((depth, i) => {
    const hole = depth % 2 === 1;
    if (hole === holes[i]) return;
    const kind = holes[i] ? 'hole-outside' : 'ring-in-hole';
    defects.push({ kind, ring: i, at: rings[i]![0] ?? null });
  });
  return defects;
}

/** Vertices of a closed ring at which it goes back on itself. */
export function spikesOf(ring: Ring): Position[] {
  const spikes: Position[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const before = i === 0 ? ring[ring.length - 2]! : ring[i - 1]!;
    if (isSpike(before, ring[i]!, ring[i + 1]!)) spikes.push(ring[i]!);
  }
  return spikes;
}

export function isSpike(before: Position, at: Position, after: Position): boolean {
  if (orient(before[0], before[1], at[0], at[1], after[0], after[1]) !== 0) return false;
  const along = (at[0] - before[0]) * (after[0] - at[0]) + (at[1] - before[1]) * (after[1] - at[1]);
  return along < 0;
}

/** All vertices on one line: a ring without area (a bow-tie of equal lobes is not flat). */
export function isFlat(ring: Ring): boolean {
  const a = ring[0];
  const b = ring.find((at) => a && !samePlace(a, at));
  if (!a || !b) return true;
  return ring.every((at) => orient(a[0], a[1], b[0], b[1], at[0], at[1]) === 0);
}

export function closeRing(ring: Ring): Ring {
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first && last && !samePlace(first, last) ? [...ring, first] : ring;
}

export function dropDuplicates(ring: Ring): Ring {
  return ring.filter((at, i) => i === 0 || !samePlace(ring[i - 1]!, at));
}

/** The same for rings through the same vertices, wherever they start and whichever way they run. */
function shapeKey(ring: Ring): string {
  return ring
    .slice(1)
    .map((at) => at.join())
    .sort()
    .join(' ');
}
