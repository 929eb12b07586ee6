import type { LayerIndex } from './edge-index.ts';
import { followedOverlap, type Overlap } from './overlap.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';

export interface LayerOverlap extends Overlap {
  readonly featureIndex: number;
}

/** Features found, twice their number and 1 for one wholly inside. Good until the next search. */
let found = new Uint32Array(1 << 8);

/** All features of a layer that share at least a point with the site, in file order. */
export function overlapsOf(site: Site, index: LayerIndex): LayerOverlap[] {
  const overlaps: LayerOverlap[] = [];
  // Typed, because plain numbers would be sorted as words or by a call per comparison.
  for (const one of search(site, index).sort()) {
    const featureIndex = one >>> 1;
    if (one & 1) {
      overlaps.push({ featureIndex, areaM2: index.areaM2[featureIndex]!, touches: true });
      continue;
    }
    const { areaM2, touches } = followedOverlap(site, index, featureIndex);
    if (touches) overlaps.push({ featureIndex, areaM2, touches });
  }
  return overlaps;
}

/** The features that are not plainly apart: the filled part of `found`. */
function search(site: Site, index: LayerIndex): Uint32Array {
  let count = 0;
  index.tree.visit(site.bbox, (f, west, south, east, north) => {
    const place = placeOf(site, west, south, east, north);
    if (place === 'apart') return;
    if (count === found.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(found);
      found = larger;
    }
    found[count++] = 2 * f + (place === 'inside' ? 1 : 0);
  });
  return found.subarray(0, count);
}
