import { ByteStore } from '../bytes/byte-store.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { type TileLayer, tileOf } from './tile-layer.ts';
import type { FromTileWorker, TileReason, TileRequest, ToTileWorker } from './tile-messages.ts';

export interface TileDeskOptions {
  readonly open: (entry: CatalogLayer, base: string) => TileLayer;
  readonly post: (message: FromTileWorker, transfer: ArrayBuffer[]) => void;
  /** Where finished tiles are kept, for when the map asks for them again. Default: 8 MB of its own. */
  readonly store?: ByteStore;
}

export interface TileDesk {
  handle(message: ToTileWorker): void;
  layerOf(id: string): TileLayer | undefined;
}

/**
 * Answers the map's messages. Tiles are built one after the other with a turn of the event loop between
 * them, so that one no longer wanted is heard of before it is built, and its reads are aborted.
 */
export function tileDesk({
  open,
  post,
  store = new ByteStore(8 << 20),
}: TileDeskOptions): TileDesk {
  const layers = new Map<string, TileLayer>();
  const told = new Set<string>();
  const running = new Map<number, AbortController>();
  let made = store.shelf();
  let line: Promise<void> = Promise.resolve();

  const turn = (): Promise<void> => {
    line = line.then(() => new Promise((resolve) => setTimeout(resolve, 0)));
    return line;
  };

  async function make(request: TileRequest, signal: AbortSignal): Promise<Uint8Array> {
    const { layer: id, z, x, y } = request;
    const layer = layers.get(id);
    if (!layer) throw new UserError('layer-unknown', { layer: id });
    const kept = made;
    const key = `${id} ${z} ${x} ${y}`;
    const known = kept.use(key);
    if (known) return known;
    const tile = await tileOf(layer, { z, x, y }, signal, turn);
    kept.keep(key, tile);
    tellFallback(id, layer);
    return tile;
  }

  function tellFallback(layer: string, { fallback }: TileLayer): void {
    if (fallback === null || told.has(layer)) return;
    told.add(layer);
    post({ type: 'fell-back', layer, reason: reasonOf(layer, fallback) }, []);
  }

  async function answer(request: TileRequest): Promise<void> {
    const { id, layer } = request;
    const job = new AbortController();
    running.set(id, job);
    try {
      // a copy: what is handed over is gone
      const bytes = (await make(request, job.signal)).slice().buffer;
      post({ type: 'tile', id, bytes }, [bytes]);
    } catch (cause) {
      if (job.signal.aborted) post({ type: 'aborted', id }, []);
      else post({ type: 'failed', id, reason: reasonOf(layer, cause) }, []);
    } finally {
      running.delete(id);
    }
  }

  return {
    layerOf: (id) => layers.get(id),
    handle(message) {
      if (message.type === 'tile') void answer(message);
      else if (message.type === 'abort') running.get(message.id)?.abort();
      else if (message.type === 'open') {
        for (const job of running.values()) job.abort();
        layers.clear();
        told.clear();
        made = store.shelf();
        for (const entry of message.layers) layers.set(entry.id, open(entry, message.base));
      }
    },
  };
}

function reasonOf(layer: string, cause: unknown): TileReason {
  if (cause instanceof UserError) return { code: cause.code, params: cause.params };
  return { code: 'tile-fault', params: { layer, message: String(cause) } };
}
