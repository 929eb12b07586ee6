import { orient } from '../geometry/predicates.ts';
import type { Ring } from '../geometry/shapes.ts';

/** Above so many edges comparing each with each costs more than an index over them. */
const FEW = 96;

/**
 * Whether a closed ring is certainly simple: its edges meet nowhere but where one ends and the next
 * begins. False where that is not plain to see; then somebody has to look closely.
 */
export function isPlainRing(ring: Ring): boolean {
  const count = ring.length - 1;
  if (count < 3 || count > FEW) return false;
  for (let i = 0; i < count; i++) {
    const [px, py] = ring[i]!;
    const [qx, qy] = ring[i + 1]!;
    const west = Math.min(px, qx);
    const east = Math.max(px, qx);
    const south = Math.min(py, qy);
    const north = Math.max(py, qy);
    const [sx, sy] = ring[i + 2 > count ? 1 : i + 2]!;
    if (orient(px, py, qx, qy, sx, sy) === 0) return false;
    const last = i === 0 ? count - 1 : count;
    for (let j = i + 2; j < last; j++) {
      const a = ring[j]!;
      const b = ring[j + 1]!;
      const ax = a[0];
      const bx = b[0];
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      const ay = a[1];
      const by = b[1];
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      if (orient(px, py, qx, qy, ax, ay) * orient(px, py, qx, qy, bx, by) > 0) continue;
      if (orient(ax, ay, bx, by, px, py) * orient(ax, ay, bx, by, qx, qy) > 0) continue;
      return false;
    }
  }
  return true;
}
