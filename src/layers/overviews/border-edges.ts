import { hashesOf } from './junctions.ts';

/** What lies beyond an edge: nothing of the layer, another zone of it, or more of the same zone. */
export const OUTSIDE = 0;
export const BETWEEN = 1;
export const WITHIN = 2;
export type Beyond = typeof OUTSIDE | typeof BETWEEN | typeof WITHIN;

/** A ring of a feature: flat, closed, the inside to the right of its direction. */
export interface OwnedRing {
  readonly xy: Float64Array;
  readonly feature: number;
  readonly zone: string | null;
}

/**
 * For every edge of every ring what lies beyond it, found by the edge that a neighbour runs the other way.
 * Edges are told apart by 53 bits of their ends.
 */
export function beyondEdges(rings: readonly OwnedRing[]): Uint8Array[] {
  const owners = new Map<number, OwnedRing>();
  const hashes = rings.map(({ xy }) => hashesOf(xy).slice(0, xy.length / 2 - 1));
  rings.forEach((ring, r) => {
    eachEdge(hashes[r]!, (from, to) => owners.set(keyOf(from, to), ring));
  });
  return rings.map((ring, r) => {
    const beyond = new Uint8Array(hashes[r]!.length);
    eachEdge(hashes[r]!, (from, to, i) => {
      const other = owners.get(keyOf(to, from));
      if (!other || other.feature === ring.feature) return;
      beyond[i] = other.zone === ring.zone ? WITHIN : BETWEEN;
    });
    return beyond;
  });
}

function eachEdge(hashes: Uint32Array, visit: (from: number, to: number, i: number) => void): void {
  for (let i = 0; i < hashes.length; i++) {
    visit(hashes[i]!, hashes[i + 1 === hashes.length ? 0 : i + 1]!, i);
  }
}

function keyOf(from: number, to: number): number {
  return (from & 0x1fffff) * 2 ** 32 + to;
}
