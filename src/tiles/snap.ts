import type { FlatRing } from './clip.ts';

/**
 * A ring on the integer grid of step `step`: every vertex goes to its nearest grid point, repeated ones
 * fall together. Each vertex moves by itself, so a border shared by two neighbours stays shared at every
 * zoom, which line simplification along each ring would not keep. Closed in, closed out.
 */
export function snapRing(ring: FlatRing, step: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const x = Math.round(ring[i]! / step) * step;
    const y = Math.round(ring[i + 1]! / step) * step;
    const n = out.length;
    if (n > 0 && out[n - 2] === x && out[n - 1] === y) continue;
    out.push(x, y);
  }
  return out;
}

/**
 * Drops vertices on the straight way between their neighbours. A spike stays: what is left of an arm
 * thinner than the grid is still there. Closed in, closed out; empty when only a point is left.
 */
export function dropStraight(ring: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    while (out.length >= 4 && isStraight(out, x, y)) out.length -= 2;
    out.push(x, y);
  }
  return out.length >= 6 ? out : [];
}

function isStraight(out: readonly number[], x: number, y: number): boolean {
  const n = out.length;
  const ax = out[n - 2]! - out[n - 4]!;
  const ay = out[n - 1]! - out[n - 3]!;
  const bx = x - out[n - 2]!;
  const by = y - out[n - 1]!;
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}

/** Twice the signed area, positive for a ring that runs clockwise on the screen (y to the south). */
export function doubleArea(ring: FlatRing): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  }
  return sum;
}

export function lengthOf(ring: FlatRing): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    sum += Math.hypot(ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!);
  }
  return sum;
}

export function reversed(ring: FlatRing): number[] {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i]!, ring[i + 1]!);
  return out;
}
