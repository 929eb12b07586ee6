import type { FlatPolygons } from '../geometry/shapes.ts';
import { combinationAreaM2 } from './combination.ts';
import type { Site } from './site.ts';

/** Area in m² of the site that at least one feature covers; each place counts once. */
export function unionOverlapAreaM2(site: Site, features: readonly FlatPolygons[]): number {
  return combinationAreaM2(site, [features], ([covered]) => covered!);
}

/** Area in m² of the site that features of both groups cover: site ∩ A ∩ B. */
export function overlapAll(
  site: Site,
  a: readonly FlatPolygons[],
  b: readonly FlatPolygons[],
): number {
  return combinationAreaM2(site, [a, b], ([inA, inB]) => inA! && inB!);
}

/** Area in m² of the site that A covers and B does not: site ∩ A − B. */
export function overlapMinus(
  site: Site,
  a: readonly FlatPolygons[],
  b: readonly FlatPolygons[],
): number {
  return combinationAreaM2(site, [a, b], ([inA, inB]) => inA! && !inB!);
}
