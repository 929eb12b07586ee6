import { chunkSums, type SumsFile } from '../bytes/chunk-sums.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';

export interface LayerSums {
  /** The side file, to be written beside the layer file under `entry.file`. */
  readonly bytes: Uint8Array;
  /** What the layer's catalog entry says of it. */
  readonly entry: NonNullable<CatalogLayer['chunkSums']>;
}

/**
 * From what size of header and index on chunk sums are worth a file: without them a check over HTTP reads
 * and hashes all of that before it looks at a feature (bytes; about 5,000 features).
 */
export const SUMS_FROM_HEAD_BYTES = 200_000;

/**
 * The chunk sums of a layer file. With them a reader over HTTP verifies exactly what it looks at instead
 * of the whole index.
 *
 * @param file the layer file's name in the catalog
 */
export function describeSums(file: string, layer: Uint8Array, chunkBytes?: number): LayerSums {
  return describeSumsFile(file, chunkSums(layer, chunkBytes));
}

/** The same of sums that were taken while the layer file was written. */
export function describeSumsFile(file: string, { bytes, headBytes }: SumsFile): LayerSums {
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
