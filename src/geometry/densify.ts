import type { Position, Ring } from './shapes.ts';

/** Longest step, metres: keeps a plane edge within 0.1 mm of its course once it is lon/lat. */
export const DENSIFY_STEP_M = 70;

/**
 * Adds points to the edges of a ring in a plane (metres) so that no step is longer than `stepM`. The
 * given vertices are kept exactly. An edge gets the same points whichever way it is walked, so that
 * neighbours that share an edge keep sharing it.
 */
export function densifyRing(ring: Ring, stepM: number = DENSIFY_STEP_M): Ring {
  const dense: Position[] = [];
  for (let i = 0; i < ring.length; i++) {
    const from = ring[i]!;
    dense.push(from);
    const to = ring[i + 1];
    if (!to) break;
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepM);
    const forward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
    const [a, b] = forward ? [from, to] : [to, from];
    for (let k = 1; k < steps; k++) {
      const share = (forward ? k : steps - k) / steps;
      dense.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    }
  }
  return dense;
}
