import { ellipsoidAreaM2, lengthM } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';

/**
 * Mean width of the pieces of an overlap, m: area over half the outline. For a strip it is its width,
 * for a compact piece about half of it.
 */
export function meanWidthM(pieces: FlatPolygons): number | null {
  const outlineM = lengthM(pieces);
  return outlineM > 0 ? (2 * ellipsoidAreaM2(pieces)) / outlineM : null;
}
