import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import type { CatalogLayer } from './catalog.ts';

/** One feature as read from a layer file. Non-polygonal geometry is a fault of the layer. */
export interface LayerFeature {
  /** Position in the file, from 0: the same in every reader. */
  readonly index: number;
  readonly polygons: FlatPolygons;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** How much of the file was compared with what the catalog says before the first feature came out. */
export type Integrity = 'declared' | 'size+header+index' | 'full';

/**
 * The port through which a check sees a layer. Every failure - missing, truncated, changed, slow,
 * malformed - is thrown as a `UserError` whose code starts with `layer-`; a source never yields
 * fewer features than the file promises.
 */
export interface LayerSource {
  readonly entry: CatalogLayer;
  /** Verify and open. Must be called, and have succeeded, before `featuresIn`. */
  open(signal?: AbortSignal): Promise<{ readonly integrity: Integrity }>;
  /** Features whose bounding box meets `bbox`, in file order; each bounding-box hit is delivered. */
  featuresIn(bbox: BBox, signal?: AbortSignal): AsyncIterable<LayerFeature>;
}
