import { samePlace } from './edge-crossings.ts';
import { nodeRings } from './node-rings.ts';
import { pointInRing } from './point-in-ring.ts';
import type { Position, Ring } from './shapes.ts';

export interface RingPair {
  readonly a: number;
  readonly b: number;
  readonly at: Position;
}

export interface BadPair extends RingPair {
  readonly same: boolean;
}

/** Places told of crossing rings, at most. */
const MOST_PLACES = 1000;

/**
 * Looks at rings in pairs (each valid by itself): the pairs of which one lies partly inside and partly
 * outside the other, once for each place where they cross, or that are the same ring twice; and the pairs
 * that share a length of edge without crossing.
 */
export function crossingRings(rings: readonly Ring[]): {
  readonly bad: readonly BadPair[];
  readonly sharing: readonly RingPair[];
} {
  const { rings: noded, meetings } = nodeRings(rings);
  const bad: BadPair[] = [];
  const crossed = new Set<string>();
  const pairs = new Map<string, RingPair & { overlap: boolean }>();
  for (const { kind, a, b, at } of meetings) {
    if (a.ring === b.ring) continue;
    const key = `${a.ring} ${b.ring}`;
    if (kind === 'cross') {
      crossed.add(key);
      if (bad.length < MOST_PLACES) bad.push({ a: a.ring, b: b.ring, at, same: false });
      continue;
    }
    const pair = pairs.get(key);
    if (!pair) pairs.set(key, { a: a.ring, b: b.ring, at, overlap: kind === 'overlap' });
    else if (kind === 'overlap') pair.overlap = true;
  }
  const sharing: RingPair[] = [];
  for (const [key, { a, b, at, overlap }] of pairs) {
    if (crossed.has(key)) continue;
    const one = sidesOf(noded[a]!, noded[b]!, rings[b]!);
    const two = sidesOf(noded[b]!, noded[a]!, rings[a]!);
    if (one.size === 0 && two.size === 0) bad.push({ a, b, at, same: true });
    else if (one.size > 1 || two.size > 1) bad.push({ a, b, at, same: false });
    else if (overlap) sharing.push({ a, b, at });
  }
  return { bad, sharing };
}

/** On which sides of `other` the pieces of a noded ring lie; shared pieces count for neither. */
function sidesOf(noded: Ring, otherNoded: Ring, other: Ring): Set<'inside' | 'outside'> {
  const shared = new Set<string>();
  for (let i = 1; i < otherNoded.length; i++) {
    shared.add(pieceKey([otherNoded[i - 1]!, otherNoded[i]!]));
  }
  const sides = new Set<'inside' | 'outside'>();
  for (let i = 1; i < noded.length && sides.size < 2; i++) {
    const from = noded[i - 1]!;
    const to = noded[i]!;
    if (samePlace(from, to) || shared.has(pieceKey([from, to]))) continue;
    const place = pointInRing((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, other);
    if (place !== 'boundary') sides.add(place);
  }
  return sides;
}

/** The same for a piece of boundary whichever way it is walked. */
export function pieceKey([a, b]: readonly [Position, Position]): string {
  const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  return forward ? `${a} ${b}` : `${b} ${a}`;
}
