import { orient2d } from 'robust-predicates';

/**
 * Which side of the directed line a -> b the point c lies on: positive left, negative right, 0 exactly
 * on it. The sign is exact for any finite doubles; the magnitude is twice the area of the triangle abc
 * up to rounding.
 *
 * Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
 * Predicates, 1997 (robust-predicates, whose sign is the opposite of ours).
 */
export function orient(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  return -orient2d(ax, ay, bx, by, cx, cy);
}
