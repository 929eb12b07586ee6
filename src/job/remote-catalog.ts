import { blockCached } from '../bytes/block-cache.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { type HttpOptions, httpRangeSource } from '../bytes/http-range.ts';
import { type KeptBytes, keptFirst } from '../bytes/kept-first.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { layerUrl } from '../files/catalog.ts';
import { openCatalog } from './open-catalog.ts';
import type { CatalogHandle } from './run-check.ts';

export interface RemoteCatalog extends CatalogHandle {
  /** Bytes of a file beside the catalog. */
  readonly sourceOf: (file: string) => ByteSource;
}

/** What a browser keeps of the files of a catalog. */
export interface KeptFiles extends KeptBytes {
  /** Whether a file is read from here, and its whole was compared with its SHA-256 in this session. */
  isWhole(sha256: string): boolean;
}

const BLOCK_BYTES = 32 * 1024;

/**
 * A catalog behind HTTP. Its layers are read by ranges: those with chunk sums in blocks that can be
 * verified one by one, so that a check reads and verifies what it looks at and no more; the others with
 * their whole index. Layers that are kept on this machine are read there.
 *
 * @param bytes of the catalog, read by the caller
 * @param url of the catalog; layers lie beside it
 */
export function openRemoteCatalog(
  bytes: Uint8Array,
  url: string,
  http: HttpOptions = {},
  kept: KeptFiles | null = null,
): RemoteCatalog {
  const plain = (file: string): ByteSource => httpRangeSource(layerUrl(url, file), http);
  const keptOr = (file: string, sha256: string, size?: number): ByteSource =>
    kept ? keptFirst(sha256, size, plain(file), kept) : plain(file);
  const handle = openCatalog(
    bytes,
    url,
    ({ file, sha256, bytes: size, chunkSums }) =>
      blockCached(keptOr(file, sha256, size), { blockBytes: chunkSums?.chunkBytes ?? BLOCK_BYTES }),
    'size+header+index',
    // No edge indexes: as large as their layers, they take longer to fetch than to build.
    { sums: (file, { chunkSums }) => keptOr(file, chunkSums!.sha256) },
  );
  const sources = [...handle.sources].map(
    ([id, source]) => [id, kept ? saidWhole(source, kept) : source] as const,
  );
  return {
    ...handle,
    sources: new Map(sources),
    sourceOf: (file) => blockCached(plain(file), { blockBytes: BLOCK_BYTES }),
  };
}

/** The layer as it is; that its whole was verified is said only where it was. */
function saidWhole(source: LayerSource, kept: KeptFiles): LayerSource {
  return {
    entry: source.entry,
    async open(signal) {
      const opened = await source.open(signal);
      return kept.isWhole(source.entry.sha256) ? { integrity: 'full' } : opened;
    },
    featuresIn: (bbox, signal) => source.featuresIn(bbox, signal),
  };
}
