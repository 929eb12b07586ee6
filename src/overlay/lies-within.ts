import type { BBox } from '../geometry/shapes.ts';
import type { LayerIndex } from './edge-index.ts';
import { visitEdges } from './edges-in-box.ts';
import { windingOfFeature } from './winding-of-feature.ts';

/** How a box lies to a feature: away from its boundary, inside or outside; or perhaps across it. */
export type BoxSide = 'inside' | 'outside' | 'near';

export function sideOfBox(bbox: BBox, index: LayerIndex, f: number): BoxSide {
  let isNear = false;
  visitEdges(index, f, bbox, () => {
    isNear = true;
  });
  if (isNear) return 'near';
  const x0 = Math.fround((bbox[0] + bbox[2]) / 2);
  const y0 = Math.fround((bbox[1] + bbox[3]) / 2);
  const winding = windingOfFeature({ x0, y0 }, index, f, bbox[0] - x0, bbox[1] - y0);
  return winding > 0 ? 'inside' : 'outside';
}

/**
 * A box, and with it all that it holds, lies inside feature f and away from its boundary. False says
 * nothing: a site may be covered and yet near the boundary.
 */
export function liesWithin(
  { bbox }: { readonly bbox: BBox },
  index: LayerIndex,
  f: number,
): boolean {
  return sideOfBox(bbox, index, f) === 'inside';
}
