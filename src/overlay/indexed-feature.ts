import { type BBox, bboxesMeet, bboxOf, type FlatPolygons } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from './edge-index.ts';
import type { Site } from './site.ts';

/** A feature by its place in an edge index. */
export interface IndexedFeature {
  readonly index: LayerIndex;
  readonly at: number;
}

/** A feature by its vertices or, where an index over it is there already, by its place in that. */
export type Feature = FlatPolygons | IndexedFeature;

export function boxOfIndexed({ index, at }: IndexedFeature): BBox {
  const box = index.rings.featureBox;
  return [box[4 * at]!, box[4 * at + 1]!, box[4 * at + 2]!, box[4 * at + 3]!];
}

/** The feature with an index; null where its box does not meet another one, and nobody needs an index. */
export function indexedIn(feature: Feature, box: BBox): IndexedFeature | null {
  if ('index' in feature) return bboxesMeet(boxOfIndexed(feature), box) ? feature : null;
  if (!bboxesMeet(bboxOf(feature), box)) return null;
  return { index: buildLayerIndex([feature]), at: 0 };
}

const ofSites = new WeakMap<Site, IndexedFeature>();

/** The site as a shape among others, indexed when it is first asked for. */
export function indexedSite(site: Site): IndexedFeature {
  const known = ofSites.get(site);
  if (known) return known;
  const indexed = { index: buildLayerIndex([site.polygons]), at: 0 };
  ofSites.set(site, indexed);
  return indexed;
}
