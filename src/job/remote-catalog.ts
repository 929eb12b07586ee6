import { blockCached } from '../bytes/block-cache.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { type HttpOptions, httpRangeSource } from '../bytes/http-range.ts';
import { layerUrl } from '../files/catalog.ts';
import { openCatalog } from './open-catalog.ts';
import type { CatalogHandle } from './run-check.ts';

export interface RemoteCatalog extends CatalogHandle {
  /** Bytes of a file beside the catalog. */
  readonly sourceOf: (file: string) => ByteSource;
}

const BLOCK_BYTES = 32 * 1024;

/**
 * A catalog behind HTTP. Its layers are read by ranges: those with chunk sums in blocks that can be
 * verified one by one, so that a check reads and verifies what it looks at and no more; the others with
 * their whole index.
 *
 * @param bytes of the catalog, read by the caller
 * @param url of the catalog; layers lie beside it
 */
export function openRemoteCatalog(
  bytes: Uint8Array,
  url: string,
  http: HttpOptions = {},
): RemoteCatalog {
  const plain = (file: string): ByteSource => httpRangeSource(layerUrl(url, file), http);
  const sourceOf = (file: string, blockBytes = BLOCK_BYTES): ByteSource =>
    blockCached(plain(file), { blockBytes });
  const handle = openCatalog(
    bytes,
    url,
    ({ file, chunkSums }) => sourceOf(file, chunkSums?.chunkBytes),
    'size+header+index',
    // No edge indexes: as large as their layers, they take longer to fetch than to build.
    { sums: plain },
  );
  return { ...handle, sourceOf: (file) => sourceOf(file) };
}
