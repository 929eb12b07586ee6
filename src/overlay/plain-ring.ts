import { ringBox } from '../geometry/nesting.ts';
import { orient } from '../geometry/predicates.ts';
import { bboxesMeet, type Ring } from '../geometry/shapes.ts';

/** Above so many edges comparing each with each costs more than an index over them. */
const FEW = 200;

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
    if (orient(px, py, qx, qy, sx, sy) === 0 && !goesOn(px, py, qx, qy, sx, sy)) return false;
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

/** Of three places on a line: whether the way does not turn back in the second. */
function goesOn(px: number, py: number, qx: number, qy: number, sx: number, sy: number): boolean {
  return (qx - px) * (sx - qx) + (qy - py) * (sy - qy) > 0;
}

/** Whether rings are certainly shells of their own: all plain, and each in a box apart from the others. */
export function arePlainShells(rings: readonly Ring[]): boolean {
  if (!rings.every(isPlainRing)) return false;
  if (rings.length === 1) return true;
  const boxes = rings.map(ringBox);
  return boxes.every((box, i) => boxes.every((other, j) => j <= i || !bboxesMeet(box, other)));
}
