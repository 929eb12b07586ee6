import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature, LayerSource } from '../domain/layer-source.ts';
import { buildLayerIndex, type LayerIndex } from '../overlay/edge-index.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';

/**
 * A layer whose features may be held in memory with one edge index over all of them, so that nothing
 * of a feature is computed again for the next project.
 */
export interface HeldLayer extends LayerSource {
  /** Feature f of the file is feature f of the index; null where the layer is not held. */
  readonly index: LayerIndex | null;
}

/** The index over all features of a layer; null where it is read piece by piece. */
export function indexOf(source: LayerSource): LayerIndex | null {
  return 'index' in source ? (source as HeldLayer).index : null;
}

/** The same numbers, bit for bit, whether the feature is indexed alone or among all. */
export function indexedFeature(source: LayerSource, feature: LayerFeature): IndexedFeature {
  const index = indexOf(source);
  return index
    ? { index, at: feature.index }
    : { index: buildLayerIndex([feature.polygons]), at: 0 };
}

/** The layer under another catalog entry, held as before. */
export function withEntry(source: LayerSource, entry: CatalogLayer): HeldLayer {
  return {
    entry,
    open: (signal) => source.open(signal),
    featuresIn: (box, signal) => source.featuresIn(box, signal),
    get index() {
      return indexOf(source);
    },
  };
}
