import { memorySource } from '../bytes/memory-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { readHeader } from './flatgeobuf/read-header.ts';

export type LayerWeights = Required<
  Pick<CatalogLayer, 'sha256' | 'headSha256' | 'bytes' | 'features' | 'extent'>
>;

/**
 * What a catalog says of a FlatGeobuf file so that a reader can tell it from any other; the extent of
 * a file without features is 0, 0, 0, 0.
 *
 * @throws FlatGeobufError
 */
export async function describeLayer(bytes: Uint8Array): Promise<LayerWeights> {
  const header = await readHeader(memorySource('layer', bytes));
  return {
    sha256: sha256Hex(bytes),
    headSha256: sha256Hex(bytes.subarray(0, header.featuresStart)),
    bytes: bytes.length,
    features: header.features,
    extent: header.extent === null ? [0, 0, 0, 0] : [...header.extent],
  };
}
