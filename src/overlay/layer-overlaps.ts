import type { LayerIndex } from './edge-index.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import type { Site } from './site.ts';

export interface LayerOverlap extends Overlap {
  readonly featureIndex: number;
}

/** All features of a layer that share at least a point with the site, in file order. */
export function overlapsOf(site: Site, index: LayerIndex): LayerOverlap[] {
  const found: LayerOverlap[] = [];
  // Typed, because plain numbers would be sorted as words or by a call per comparison.
  for (const featureIndex of new Uint32Array(index.tree.search(site.bbox)).sort()) {
    const { areaM2, touches } = overlapOf(site, index, featureIndex);
    if (touches) found.push({ featureIndex, areaM2, touches });
  }
  return found;
}
