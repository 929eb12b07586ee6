import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { type FlatGeobuf, openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { layerError } from '../files/layer-error.ts';
import { type BBox, EMPTY_FLAT, type Position } from '../geometry/shapes.ts';

/** A feature to be drawn; one that is a point has no polygons. */
export interface TileInput extends LayerFeature {
  readonly point?: Position;
}

/** What tiles read from. Every `LayerSource` is one. */
export interface TileSource {
  readonly entry: CatalogLayer;
  open(signal?: AbortSignal): Promise<unknown>;
  featuresIn(bbox: BBox, signal?: AbortSignal): AsyncIterable<TileInput>;
  /** How many features `featuresIn` would give, without reading them; where the index can tell. */
  countIn?(bbox: BBox, signal?: AbortSignal): Promise<number>;
}

/**
 * A layer of named points for the base map. Points are never control lines, so this is not a
 * `LayerSource` and no check can read it.
 *
 * @throws UserError `layer-...`
 */
export function pointSource(entry: CatalogLayer, bytes: ByteSource): TileSource {
  let file: FlatGeobuf | null = null;
  return {
    entry,
    async open(signal) {
      try {
        const size = await bytes.size(signal);
        if (size !== entry.bytes) {
          throw new UserError('layer-size', { file: entry.file, size, wanted: entry.bytes });
        }
        file ??= await openFlatGeobuf(bytes, signal);
      } catch (cause) {
        throw layerError(entry, cause);
      }
    },
    async countIn(bbox, signal) {
      if (!file) throw new Error(`layer ${entry.id} is used before it was opened`);
      try {
        return await file.count(bbox, signal);
      } catch (cause) {
        throw layerError(entry, cause);
      }
    },
    async *featuresIn(bbox, signal) {
      if (!file) throw new Error(`layer ${entry.id} is used before it was opened`);
      try {
        const hits = await file.search(bbox, signal);
        for await (const { index, geometry, properties } of file.features(hits, signal)) {
          if (!('point' in geometry)) {
            throw new UserError('layer-header', {
              file: entry.file,
              what: 'geometry type',
              value: Object.keys(geometry).join(' '),
            });
          }
          const [x, y] = geometry.point;
          yield { index, polygons: EMPTY_FLAT, point: [x!, y!], properties };
        }
      } catch (cause) {
        throw layerError(entry, cause);
      }
    },
  };
}
