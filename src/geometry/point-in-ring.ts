import { orient } from './predicates.ts';
import type { Ring } from './shapes.ts';

export type Place = 'inside' | 'outside' | 'boundary';

/** Where a point lies in a closed ring, by crossing parity. Exact: no tolerance, no rounding. */
export function pointInRing(x: number, y: number, ring: Ring): Place {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (ay === y && by === y) {
      if (Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 'boundary';
      continue;
    }
    // Half-open in y, so that a vertex on the ray counts once.
    const upward = ay <= y && by > y;
    const downward = by <= y && ay > y;
    if (!upward && !downward) {
      if ((ax === x && ay === y) || (bx === x && by === y)) return 'boundary';
      continue;
    }
    const side = orient(ax, ay, bx, by, x, y);
    if (side === 0) return 'boundary';
    if (upward === side > 0) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}
