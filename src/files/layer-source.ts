import type { ByteSource } from '../bytes/byte-source.ts';
import { SharedWork } from '../bytes/shared-work.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature, LayerSource } from '../domain/layer-source.ts';
import type { BBox } from '../geometry/shapes.ts';
import { FlatGeobufError } from './flatgeobuf/flatgeobuf-error.ts';
import type { FlatFeature, FlatGeobuf } from './flatgeobuf/reader.ts';
import { layerError } from './layer-error.ts';
import { type LayerOptions, openVerified } from './verify-layer.ts';

export interface LayerFile extends LayerSource {
  /** How many features `featuresIn` would give, without reading them. */
  countIn(bbox: BBox, signal?: AbortSignal): Promise<number>;
  /** Every feature, counted against the header. */
  allFeatures(signal?: AbortSignal): AsyncIterable<LayerFeature>;
}

/**
 * A layer of the catalog behind any source of bytes. Nothing comes out before `open` has compared
 * the file with its entry, and whatever comes out was compared with the index.
 *
 * Every failure of the file is a `UserError` with a code `layer-...`; an abort stays an abort.
 */
export function openLayerSource(
  entry: CatalogLayer,
  source: ByteSource,
  options: LayerOptions,
): LayerFile {
  let opening: SharedWork<FlatGeobuf> | null = null;
  let opened: FlatGeobuf | null = null;

  function file(): FlatGeobuf {
    if (opened === null) throw new Error(`layer ${entry.id} is used before it was opened`);
    return opened;
  }

  return {
    entry,
    async open(signal) {
      // verified once, for all who ask: the source itself refuses a file that changes later
      if (opening === null || opening.lost) {
        opening = new SharedWork((shared) => openVerified(entry, source, options, shared));
      }
      try {
        opened = await opening.join(signal);
      } catch (error) {
        throw layerError(entry, error);
      }
      return { integrity: options.integrity };
    },
    async *featuresIn(bbox, signal) {
      needBox(bbox);
      try {
        const hits = await file().search(bbox, signal);
        for await (const feature of file().features(hits, signal)) yield polygonal(feature);
      } catch (error) {
        throw layerError(entry, error);
      }
    },
    async countIn(bbox, signal) {
      needBox(bbox);
      try {
        return await file().count(bbox, signal);
      } catch (error) {
        throw layerError(entry, error);
      }
    },
    async *allFeatures(signal) {
      try {
        for await (const feature of file().allFeatures(signal)) yield polygonal(feature);
      } catch (error) {
        throw layerError(entry, error);
      }
    },
  };
}

/** A box of NaN or inside out would meet nothing and look like "nothing there". */
function needBox(bbox: BBox): void {
  if (bbox[0] <= bbox[2] && bbox[1] <= bbox[3]) return;
  throw new RangeError(`no box to search in: ${bbox.join(' ')}`);
}

function polygonal({ index, geometry, properties }: FlatFeature): LayerFeature {
  if ('polygons' in geometry) return { index, polygons: geometry.polygons, properties };
  const value = 'lines' in geometry ? 'lines' : 'point';
  throw new FlatGeobufError('feature', { index, what: 'geometry type', value });
}
