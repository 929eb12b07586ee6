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

/**
 * Radius of a disc that fits into the pieces, at least, m: of an area A within an outline P no point
 * lies farther inside than the largest disc's radius r, hence A <= r P.
 */
export function discRadiusM(pieces: FlatPolygons): number {
  const outlineM = lengthM(pieces);
  return outlineM > 0 ? ellipsoidAreaM2(pieces) / outlineM : 0;
}
