import { BoxTree } from '../geometry/box-tree.ts';
import { bboxOf, type FlatPolygons, toNested } from '../geometry/shapes.ts';
import { isSurelySound } from '../geometry/surely-sound.ts';
import { type Defect, findDefects } from '../geometry/validity.ts';
import { buildLayerIndex } from '../overlay/edge-index.ts';
import { overlapOf } from '../overlay/overlap.ts';
import { prepareSite } from '../overlay/site.ts';

/** Every defect of one feature, over all its polygons; the first ring of each is its outside. */
export function featureDefects(polygons: FlatPolygons): Defect[] {
  if (isSurelySound(polygons)) return [];
  const nested = toNested(polygons);
  const holes = nested.flatMap((polygon) => polygon.map((_, ring) => ring > 0));
  return findDefects(nested.flat(), holes);
}

export interface FeaturePair {
  /** Positions in the list of features. */
  readonly a: number;
  readonly b: number;
  /** m², above 0. */
  readonly areaM2: number;
}

/**
 * The first two features whose interiors meet, or null. A layer that promises `overlapsItself: false`
 * is summed feature by feature, so any common ground would be counted twice. Features must be valid.
 */
export function firstOverlap(
  features: readonly FlatPolygons[],
  signal?: AbortSignal,
): FeaturePair | null {
  const tree = BoxTree.over(Float64Array.from(features.flatMap((one) => [...bboxOf(one)])));
  const index = buildLayerIndex(features);
  for (const [a, feature] of features.entries()) {
    signal?.throwIfAborted();
    const near = tree.search(bboxOf(feature)).filter((b) => b > a);
    if (near.length === 0) continue;
    const site = prepareSite(feature);
    for (const b of near.sort((one, other) => one - other)) {
      const { areaM2 } = overlapOf(site, index, b);
      if (areaM2 > 0) return { a, b, areaM2 };
    }
  }
  return null;
}
