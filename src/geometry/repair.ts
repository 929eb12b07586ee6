import { edgeMeetings, samePlace } from './edge-crossings.ts';
import { nestRings } from './nesting.ts';
import { nodeRings, splitAtRepeats } from './node-rings.ts';
import { signedRingArea } from './plane-area.ts';
import { crossingRings } from './ring-pairs.ts';
import type { Position, Ring } from './shapes.ts';
import {
  closeRing,
  type Defect,
  dropDuplicates,
  findDefects,
  isFlat,
  isSpike,
} from './validity.ts';

/** One repair that was made, told so that a person can disagree. */
export interface Repair {
  readonly kind: 'closed' | 'duplicates-dropped' | 'spikes-dropped' | 'split' | 'edges-shared';
  /** Index of the ring as given. */
  readonly ring: number;
  /** Points dropped, or rings it was split into. */
  readonly count: number;
  readonly at: Position | null;
  /** The ring before and what became of it, for telling the difference in area. */
  readonly before: Ring;
  readonly after: readonly Ring[];
}

export type RepairResult =
  | {
      readonly ok: true;
      /** Closed rings that do not cross themselves or one another. */
      readonly rings: readonly Ring[];
      /** For each ring the index of the given ring it came from. */
      readonly from: readonly number[];
      readonly repairs: readonly Repair[];
    }
  /** Everything that has no single repair, the first by ring first; never empty. */
  | { readonly ok: false; readonly defects: readonly Defect[] };

/**
 * Makes the rings of one parcel valid where only one repair is thinkable: closes, drops duplicate points
 * and spikes, splits a ring at a place it visits twice. A single crossing (bow-tie) is split into its two
 * lobes when neither lies in the other, so that even-odd and winding agree. Anything else is refused
 * with the defect. Works in the plane of the coordinates given; vertices are never moved.
 */
export function repairRings(given: readonly Ring[]): RepairResult {
  const rings: Ring[] = [];
  const from: number[] = [];
  const repairs: Repair[] = [];
  const defects: Defect[] = [];
  for (const [index, ring] of given.entries()) {
    const fixed = repairRing(ring, index, repairs);
    if ('kind' in fixed) {
      defects.push(...defectsLike(fixed, ring, index));
      continue;
    }
    for (const part of fixed.rings) {
      rings.push(part);
      from.push(index);
    }
  }
  const pairs = crossingRings(rings);
  for (const { a, b, at, same } of pairs.bad) {
    const kind = same ? 'rings-same' : 'rings-cross';
    defects.push({ kind, ring: from[a]!, other: from[b]!, at });
  }
  if (defects.length > 0) return { ok: false, defects };
  for (const { a, at } of pairs.sharing) {
    const ring = rings[a]!;
    const shared = { ring: from[a]!, count: 1, at, before: ring, after: [ring] };
    repairs.push({ kind: 'edges-shared', ...shared });
  }
  return { ok: true, rings, from, repairs };
}

/** The defect that refused a ring, and the other places where it meets itself. */
function defectsLike(refused: Defect, ring: Ring, index: number): Defect[] {
  if (refused.kind !== 'self-cross') return [refused];
  const others = findDefects([ring]).filter(
    ({ kind, at }) =>
      (kind === 'self-cross' || kind === 'self-overlap') &&
      !(at && refused.at && samePlace(at, refused.at)),
  );
  return [refused, ...others.map((other) => ({ ...other, ring: index }))];
}

function repairRing(given: Ring, index: number, repairs: Repair[]): { rings: Ring[] } | Defect {
  const told = (
    kind: Repair['kind'],
    count: number,
    at: Position | null,
    before: Ring,
    after: readonly Ring[],
  ) => {
    repairs.push({ kind, ring: index, count, at, before, after });
  };
  if (given.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))) {
    return { kind: 'not-finite', ring: index, at: null };
  }
  let ring = closeRing(given);
  if (ring !== given) told('closed', 1, given[given.length - 1]!, given, [ring]);

  const unique = dropDuplicates(ring);
  const dropped = ring.length - unique.length;
  if (dropped > 0) told('duplicates-dropped', dropped, firstDuplicate(ring), ring, [unique]);
  ring = unique;

  if (isFlat(ring)) return { kind: 'zero-area', ring: index, at: ring[0] ?? null };
  const spikeless = dropSpikes(ring);
  if (spikeless.dropped.length > 0) {
    told('spikes-dropped', spikeless.dropped.length, spikeless.dropped[0]!, ring, [spikeless.ring]);
    ring = spikeless.ring;
  }
  if (isFlat(ring)) return { kind: 'zero-area', ring: index, at: ring[0] ?? null };

  const split = splitRing(ring, index);
  if ('kind' in split) return split;
  if (split.at) told('split', split.rings.length, split.at, ring, split.rings);
  return { rings: split.rings };
}

function splitRing(ring: Ring, index: number): { rings: Ring[]; at: Position | null } | Defect {
  const noded = nodeRings([ring]);
  const first = noded.meetings[0];
  if (!first) return { rings: [ring], at: null };
  const crossings = noded.meetings.filter((meeting) => meeting.kind === 'cross');
  const refused: Defect = { kind: 'self-cross', ring: index, at: (crossings[0] ?? first).at };
  if (crossings.length > 1) return refused;

  const loops = splitAtRepeats(noded.rings[0]!)
    .map((loop) => dropSpikes(loop).ring)
    .filter((loop) => !isFlat(loop));
  if (loops.length === 0) return { kind: 'zero-area', ring: index, at: ring[0] ?? null };
  // The crossing point is rounded; the loops must stand by themselves, exactly.
  if (edgeMeetings(loops).some(({ kind, a, b }) => kind !== 'touch' || a.ring === b.ring)) {
    return refused;
  }
  const { depth } = nestRings(loops);
  const nested = depth.some((level) => level > 0);
  if (nested && (crossings.length > 0 || !holesRunBackwards(loops, depth))) return refused;
  return { rings: loops, at: (crossings[0] ?? first).at };
}

/** A loop inside a loop that runs the same way is wound twice: filled for one reader, a hole for another. */
function holesRunBackwards(loops: readonly Ring[], depth: readonly number[]): boolean {
  const signs = loops.map((loop) => Math.sign(signedRingArea(loop)));
  const shell = signs[depth.indexOf(0)];
  return depth.every((level, i) => level < 2 && (level === 0) === (signs[i] === shell));
}

/** Drops spikes until none is left. Every dropped piece is without area. */
export function dropSpikes(closed: Ring): { ring: Ring; dropped: Position[] } {
  const path: Position[] = [];
  const dropped: Position[] = [];
  const settle = () => {
    for (;;) {
      const n = path.length;
      if (n >= 2 && samePlace(path[n - 1]!, path[n - 2]!)) path.pop();
      else if (n >= 3 && isSpike(path[n - 3]!, path[n - 2]!, path[n - 1]!)) {
        dropped.push(path[n - 2]!);
        path.splice(n - 2, 1);
      } else return;
    }
  };
  for (const at of closed) {
    path.push(at);
    settle();
  }
  // The start may itself be the tip of a spike.
  while (path.length > 3 && isSpike(path[path.length - 2]!, path[0]!, path[1]!)) {
    dropped.push(path[0]!);
    path.pop();
    path.shift();
    if (samePlace(path[0]!, path[path.length - 1]!)) continue;
    path.push(path[0]!);
    settle();
  }
  return { ring: path, dropped };
}

function firstDuplicate(ring: Ring): Position | null {
  return ring.find((at, i) => i > 0 && samePlace(ring[i - 1]!, at)) ?? null;
}
