import { stripArea } from '../geometry/area-integral.ts';
import { type Condition, visitPieces } from './boundary-pieces.ts';
import type { Feature } from './indexed-feature.ts';
import type { Site } from './site.ts';
import { addTo } from './tally.ts';

/**
 * Area in m² of the part of the site where a condition on several groups of features holds: the area
 * integral over the pieces of its boundary, as exact as that of a pair.
 */
export function combinationAreaM2(
  site: Site,
  groups: readonly (readonly Feature[])[],
  holds: Condition,
): number {
  const sum = new Float64Array(2);
  visitPieces(site, groups, holds, (weight, x1, y1, x2, y2) => {
    addTo(sum, weight * stripArea(site.series, x1, y1, x2, y2));
  });
  return Math.min(site.areaM2, Math.max(0, sum[0]! + sum[1]!));
}

/** Area in m² of the site that at least one feature covers; each place counts once. */
export function unionOverlapAreaM2(site: Site, features: readonly Feature[]): number {
  return combinationAreaM2(site, [features], ([covered]) => covered!);
}

/** Area in m² of the site that features of both groups cover: site ∩ A ∩ B. */
export function overlapAll(site: Site, a: readonly Feature[], b: readonly Feature[]): number {
  return combinationAreaM2(site, [a, b], ([inA, inB]) => inA! && inB!);
}

/** Area in m² of the site that A covers and B does not: site ∩ A − B. */
export function overlapMinus(site: Site, a: readonly Feature[], b: readonly Feature[]): number {
  return combinationAreaM2(site, [a, b], ([inA, inB]) => inA! && !inB!);
}
