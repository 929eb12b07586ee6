import type { FlatPolygons } from '../geometry/shapes.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';
import { overlapOf } from '../overlay/overlap.ts';
import type { Site } from '../overlay/site.ts';
import { unionOverlapAreaM2 } from '../overlay/union-overlap.ts';

export interface NearFeature {
  readonly polygons: FlatPolygons;
  readonly indexed: IndexedFeature;
}

/**
 * Decides by the area that the union of features takes of a site. A union is no smaller than its largest
 * part and no larger than their sum; only where these two disagree it is worked out.
 *
 * @param decide of an area in m²; may change its answer once as the area grows
 */
export function decideUnion(
  site: Site,
  features: readonly NearFeature[],
  decide: (areaM2: number) => boolean,
): boolean {
  const bounds = boundsOf(site, features);
  if (bounds) {
    const answer = decide(bounds.least);
    if (answer === decide(bounds.most)) return answer;
  }
  const indexed = features.map((feature) => feature.indexed);
  return decide(unionOverlapAreaM2(site, indexed));
}

/** An area between two others, m². */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** null where a feature crosses itself just there: pairs cannot tell then, the union still can. */
export function boundsOf(site: Site, features: readonly NearFeature[]): Bounds | null {
  let least = 0;
  let most = 0;
  for (const { indexed } of features) {
    try {
      const { areaM2 } = overlapOf(site, indexed.index, indexed.at);
      least = Math.max(least, areaM2);
      most += areaM2;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
  return { least: Math.min(least, site.areaM2), most: Math.min(most, site.areaM2) };
}
