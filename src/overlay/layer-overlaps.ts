import type { LayerIndex } from './edge-index.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import type { Site } from './site.ts';

export interface LayerOverlap extends Overlap {
  readonly featureIndex: number;
}

/** All features of a layer that share at least a point with the site, in file order. */
export function overlapsOf(site: Site, index: LayerIndex): LayerOverlap[] {
  const found: LayerOverlap[] = [];
  for (const featureIndex of index.tree.search(site.bbox).sort((a, b) => a - b)) {
    const { areaM2, touches } = overlapOf(site, index, featureIndex);
    if (touches) found.push({ featureIndex, areaM2, touches });
  }
  return found;
}
