import type { FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from './edge-index.ts';
import { followFeature } from './follow-feature.ts';
import { interiorsMeet } from './interiors.ts';
import { integrate, PIECES } from './pieces.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';
import { addTo, resetTally, TOUCHES } from './tally.ts';
import { windingOfFeature } from './winding-of-feature.ts';

/** What a site and a feature have in common. */
export interface Overlap {
  /**
   * Area of the intersection in m² on the CGCS2000 ellipsoid, exact to 1e-6; above 0 exactly when the
   * interiors meet.
   */
  readonly areaM2: number;
  /** The closed shapes share at least one point: exact. With area 0 they only touch. */
  readonly touches: boolean;
}

const APART: Overlap = { areaM2: 0, touches: false };
const TOUCH: Overlap = { areaM2: 0, touches: true };

/** Below this area, in m², the exact predicates decide between overlap and touch. */
const NEAR_NOTHING_M2 = 1e-6;

/**
 * Overlap of a site with one feature. Rings must be valid: rings of one shape do not cross, its polygons
 * do not overlap. Throws a RangeError when a coordinate is not finite or a ring not closed.
 */
export function measureOverlap(site: Site, feature: FlatPolygons): Overlap {
  return overlapOf(site, buildLayerIndex([feature]), 0);
}

/** Overlap of a site with feature f of an indexed layer. */
export function overlapOf(site: Site, index: LayerIndex, f: number): Overlap {
  const { featureBox } = index.rings;
  const west = featureBox[4 * f]!;
  const south = featureBox[4 * f + 1]!;
  const east = featureBox[4 * f + 2]!;
  const north = featureBox[4 * f + 3]!;
  switch (placeOf(site, west, south, east, north)) {
    case 'apart':
      return APART;
    case 'inside':
      return { areaM2: index.areaM2[f]!, touches: true };
    default:
      return followedOverlap(site, index, f);
  }
}

/** Overlap with a feature by following its boundary. */
export function followedOverlap(site: Site, index: LayerIndex, f: number): Overlap {
  const { tally } = site;
  resetTally(tally);
  PIECES.count = 0;
  followFeature(site, index, f);
  integrate(PIECES, site.series, tally.sum);
  addSiteRings(site, index, f);
  if (tally.facts[TOUCHES] === 0) return APART;
  const areaM2 = tally.sum[0]! + tally.sum[1]!;
  if (areaM2 > NEAR_NOTHING_M2) return { areaM2, touches: true };
  if (areaM2 < -1 || Number.isNaN(areaM2)) {
    throw new RangeError(`rings that cross or overlap: an area of ${areaM2} m²`);
  }
  if (!interiorsMeet(site, index, f)) return TOUCH;
  return { areaM2: Math.max(areaM2, Number.MIN_VALUE), touches: true };
}

/** The share of the site's own boundary: each ring by the winding number of the feature at its start. */
function addSiteRings(site: Site, index: LayerIndex, f: number): void {
  const { ringStart, ringArea, edges, tally } = site;
  for (let ring = 0; ring < ringArea.length; ring++) {
    const e = ringStart[ring]!;
    if (e === ringStart[ring + 1]!) continue;
    const w = windingOfFeature(site, index, f, edges.x1[e]!, edges.y1[e]!);
    if (w === 0) continue;
    tally.facts[TOUCHES] = 1;
    addTo(tally.sum, w * ringArea[ring]!);
  }
}
