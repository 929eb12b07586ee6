import { orient } from '../geometry/predicates.ts';
import { sideOfShift } from './shift.ts';

export interface ShiftedCrossing {
  readonly x: number;
  readonly y: number;
  /** The moving edge passes from the left of the resting one to its right. */
  readonly fromLeft: boolean;
}

/**
 * Where a moving edge m crosses a resting edge r under the shift (see shift.ts), or null. Which of the two
 * moves decides ties only; the place is that of the real edges, and their very end where that is it.
 */
export function shiftedCrossing(
  mx1: number,
  my1: number,
  mx2: number,
  my2: number,
  rx1: number,
  ry1: number,
  rx2: number,
  ry2: number,
): ShiftedCrossing | null {
  const m1 = orient(rx1, ry1, rx2, ry2, mx1, my1);
  const m2 = orient(rx1, ry1, rx2, ry2, mx2, my2);
  const tieOnResting = sideOfShift(rx2 - rx1, ry2 - ry1);
  const fromLeft = (m1 || tieOnResting) > 0;
  if (fromLeft === (m2 || tieOnResting) > 0) return null;
  const r1 = orient(mx1, my1, mx2, my2, rx1, ry1);
  const r2 = orient(mx1, my1, mx2, my2, rx2, ry2);
  const tieOnMoving = -sideOfShift(mx2 - mx1, my2 - my1);
  if ((r1 || tieOnMoving) > 0 === (r2 || tieOnMoving) > 0) return null;
  let x: number;
  let y: number;
  if (m1 === 0 || m2 === 0) {
    x = m1 === 0 ? mx1 : mx2;
    y = m1 === 0 ? my1 : my2;
  } else if (Math.abs(r1) <= Math.abs(r2)) {
    const t = r1 / (r1 - r2);
    x = rx1 + t * (rx2 - rx1);
    y = ry1 + t * (ry2 - ry1);
  } else {
    const t = r2 / (r2 - r1);
    x = rx2 + t * (rx1 - rx2);
    y = ry2 + t * (ry1 - ry2);
  }
  return { x, y, fromLeft };
}
