import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { turfIntersection, turfIntersects } from '../geometry/second-opinion.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { partsInCommon } from '../overlay/near-part.ts';
import type { Overlap } from '../overlay/overlap.ts';

/** Overlaps below this are looked at as slivers, m²: the smallest mapped built-up patch. */
export const SLIVER_M2 = 200;
/** Features beyond this size are not handed to Turf: seconds for one answer. */
const VERTEX_LIMIT = 2_000;

/**
 * Asks Turf about pairs near the decision (apart, touch, sliver, area under the threshold). What Turf's
 * `intersect` makes of an exact near-touch means nothing (null or a hair-thin piece), so compared are
 * its predicate and, where there is one, the area. It is given both shapes as they look where they can meet.
 *
 * @returns both answers when they contradict each other, else null
 */
export function secondOpinion(
  site: FlatPolygons,
  feature: FlatPolygons,
  found: Overlap,
  thresholdM2: number,
): { ours: number; turf: number } | null {
  const near = found.areaM2 <= Math.max(thresholdM2, SLIVER_M2);
  if (!near || site.xy.length + feature.xy.length > 2 * VERTEX_LIMIT) return null;
  const meets = found.areaM2 > 0 || found.touches;
  const [ownPart, otherPart] = partsInCommon(site, feature);
  if (turfIntersects(ownPart, otherPart) !== meets) {
    return { ours: found.areaM2, turf: meets ? 0 : -1 };
  }
  if (found.areaM2 <= 0) return null;
  const piece = turfIntersection(ownPart, otherPart);
  if (piece.xy.length === 0) return null;
  const theirs = ellipsoidAreaM2(piece);
  const tolerance = 1e-4 + 1e-9 * found.areaM2;
  return Math.abs(theirs - found.areaM2) > tolerance ? { ours: found.areaM2, turf: theirs } : null;
}
