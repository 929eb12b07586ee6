import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import { openRemoteCatalog, type RemoteCatalog } from '../../src/job/remote-catalog.ts';
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
    /** A catalog of one layer as it is opened over HTTP, and what has been asked for the layer so far. */
    cold(entry: CatalogLayer): {
      handle: RemoteCatalog;
      layer: LayerSource;
      cost: { requests: number; bytes: number };
    } {
      const cost = { requests: 0, bytes: 0 };
      const counting: typeof fetch = async (input, init) => {
        const response = await fetch(input, init);
        cost.requests++;
        cost.bytes += Number(response.headers.get('content-length') ?? 0);
        return response;
      };
      const handle = openRemoteCatalog(catalogOf(entry), `${server.url}/catalog.json`, {
        fetch: counting,
      });
      return { handle, layer: handle.sources.get(entry.id)!, cost };
    },
  };
}

export function catalogOf(entry: CatalogLayer): Uint8Array {
  const catalog = {
    schema: 'sanxian/catalog@1',
    title: entry.title,
    region: '64',
    synthetic: true,
    layers: [entry],
  };
  return new TextEncoder().encode(JSON.stringify(catalog));
}
