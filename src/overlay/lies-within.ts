import type { LayerIndex } from './edge-index.ts';
import { visitEdges } from './edges-in-box.ts';
import type { Site } from './site.ts';
import { windingOfFeature } from './winding-of-feature.ts';

/**
 * The site's box, and with it the site, lies inside feature f and away from its boundary. False says
 * nothing: a site may be covered and yet near the boundary.
 */
export function liesWithin(site: Site, index: LayerIndex, f: number): boolean {
  let isNear = false;
  visitEdges(index, f, site.bbox, () => {
    isNear = true;
  });
  return !isNear && windingOfFeature(site, index, f, site.west, site.south) > 0;
}
