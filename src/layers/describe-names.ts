import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { verticesOf } from '../files/flatgeobuf/check-geometry.ts';
import type { FlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { bboxOf } from '../geometry/shapes.ts';
import { collectNames, type NamesCollector } from './collect-names.ts';

/** What a catalog entry says of the layer that the names belong to. */
export type NamedLayer = Pick<CatalogLayer, 'file' | 'sha256' | 'fields'>;

export interface LayerNames {
  /** The side file, to be written beside the layer file under `entry.file`. */
  readonly bytes: Uint8Array;
  /** What the layer's catalog entry says of it. */
  readonly entry: NonNullable<CatalogLayer['names']>;
}

/** From how many features on a file of names is worth its bytes: smaller layers are searched by reading. */
export const NAMED_FROM = 1000;

/** What names need of a feature. */
export type NamedFeature = Pick<LayerFeature, 'index' | 'properties'> & {
  readonly polygons: { readonly xy: ArrayLike<number> };
};

/** The features of a layer file, of any geometry, in its order. */
export async function* namedFeatures(
  file: FlatGeobuf,
  signal?: AbortSignal,
): AsyncGenerator<NamedFeature> {
  for await (const { index, geometry, properties } of file.allFeatures(signal)) {
    yield { index, properties, polygons: { xy: verticesOf(geometry) } };
  }
}

/** A layer without a column for codes or names has nothing to be looked up by. */
export function hasNames({ fields }: Pick<CatalogLayer, 'fields'>): boolean {
  return fields.featureId !== undefined || fields.name !== undefined;
}

/**
 * The names of a layer file that is written already, from its features as a reader gives them.
 */
export async function describeNames(
  layer: NamedLayer,
  features: AsyncIterable<NamedFeature>,
): Promise<LayerNames> {
  const collector = collectNames(layer.fields);
  for await (const { index, properties, polygons } of features) {
    collector.add(index, properties, bboxOf(polygons));
  }
  return namesOf(layer, collector);
}

/** The same from names that were collected while the layer was written. */
export function namesOf(layer: NamedLayer, collector: NamesCollector): LayerNames {
  const { bytes, headBytes } = collector.finish(layer.sha256);
  return {
    bytes,
    entry: {
      file: `${layer.file}.names`,
      sha256: sha256Hex(bytes),
      headSha256: sha256Hex(bytes.subarray(0, headBytes)),
      bytes: bytes.length,
    },
  };
}

/**
 * Compares a file of names with its layer, whole: it must be, byte for byte, what the features give.
 *
 * @param bytes the side file
 * @throws UserError `layer-names`
 */
export async function verifyNames(
  layer: NamedLayer & Pick<CatalogLayer, 'names'>,
  bytes: Uint8Array,
  features: AsyncIterable<NamedFeature>,
): Promise<void> {
  const { names } = layer;
  if (names === undefined) return;
  const { file } = names;
  if (bytes.length !== names.bytes) throw new UserError('layer-names', { file, what: 'length' });
  if (sha256Hex(bytes) !== names.sha256)
    throw new UserError('layer-names', { file, what: 'sha256' });
  const wanted = await describeNames(layer, features);
  if (wanted.entry.sha256 !== names.sha256) {
    throw new UserError('layer-names', { file, what: 'content' });
  }
  if (wanted.entry.headSha256 !== names.headSha256) {
    throw new UserError('layer-names', { file, what: 'head' });
  }
}
