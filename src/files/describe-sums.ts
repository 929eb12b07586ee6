import { chunkSums } from '../bytes/chunk-sums.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';

export interface LayerSums {
  /** The side file, to be written beside the layer file under `entry.file`. */
  readonly bytes: Uint8Array;
  /** What the layer's catalog entry says of it. */
  readonly entry: NonNullable<CatalogLayer['chunkSums']>;
}

/**
 * The chunk sums of a layer file. With them a reader over HTTP verifies exactly what it looks at instead
 * of the whole index: worth writing where the index is more than some hundred kilobytes.
 *
 * @param file the layer file's name in the catalog
 */
export function describeSums(file: string, layer: Uint8Array, chunkBytes?: number): LayerSums {
  const { bytes, headBytes } = chunkSums(layer, chunkBytes);
  return {
    bytes,
    entry: {
      file: `${file}.sums`,
      sha256: sha256Hex(bytes),
      headSha256: sha256Hex(bytes.subarray(0, headBytes)),
      chunkBytes: new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true),
    },
  };
}
