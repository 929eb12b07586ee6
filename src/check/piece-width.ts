import { ellipsoidAreaM2, lengthM } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';

/**
 * Mean width of the pieces of an overlap, m: the short side of the rectangle with the same area and
 * outline. What is rounder than a square counts as a square.
 */
export function meanWidthM(pieces: FlatPolygons): number | null {
  const half = lengthM(pieces) / 2;
  if (half <= 0) return null;
  const areaM2 = ellipsoidAreaM2(pieces);
  const length = (half + Math.sqrt(Math.max(0, half * half - 4 * areaM2))) / 2;
  return areaM2 / length;
}
