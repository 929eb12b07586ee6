import { blockCached } from '../../src/bytes/block-cache.ts';
import { httpRangeSource } from '../../src/bytes/http-range.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { serveRange, startServer } from '../bytes/range-server.ts';

/** A server of a layer and its sums on the loopback, and clients that come with empty caches. */
export async function serveLayer(files: Readonly<Record<string, Uint8Array>>) {
  const server = await startServer((request, response) => {
    const bytes = files[(request.url ?? '/').slice(1)];
    if (bytes) serveRange(bytes, request, response);
    else response.writeHead(404).end();
  });
  return {
    close: server.close,
    /** A layer as the command line opens it over HTTP, and what has been asked for it so far. */
    cold(entry: CatalogLayer): { layer: LayerSource; cost: { requests: number; bytes: number } } {
      const cost = { requests: 0, bytes: 0 };
      const counting: typeof fetch = async (input, init) => {
        const response = await fetch(input, init);
        cost.requests++;
        cost.bytes += Number(response.headers.get('content-length') ?? 0);
        return response;
      };
      const over = (file: string) => httpRangeSource(`${server.url}/${file}`, { fetch: counting });
      const layer = openLayerSource(
        entry,
        blockCached(
          over(entry.file),
          entry.chunkSums ? { blockBytes: entry.chunkSums.chunkBytes } : {},
        ),
        {
          integrity: 'size+header+index',
          sums: entry.chunkSums && over(entry.chunkSums.file),
        },
      );
      return { layer, cost };
    },
  };
}
