import { blockCached } from '../bytes/block-cache.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { httpRangeSource } from '../bytes/http-range.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { layerUrl } from '../files/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import { type TileLayer, tileLayer, tileOf } from '../tiles/tile-layer.ts';
import type {
  FromTileWorker,
  OpenLayers,
  TileReason,
  TileRequest,
  ToTileWorker,
} from '../tiles/tile-messages.ts';
import { pointSource, type TileSource } from '../tiles/tile-source.ts';

/** Makes vector tiles of the catalog's layers, away from the page's own thread. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const layers = new Map<string, TileLayer>();
const running = new Map<number, AbortController>();

/** The index of a larger layer is looked at where it is passed, not hashed as a whole (features). */
const MANY = 5000;

scope.addEventListener('message', ({ data }: MessageEvent<ToTileWorker>) => {
  if (data.type === 'open') openLayers(data);
  else if (data.type === 'abort') running.get(data.id)?.abort();
  else void answer(data);
});

function openLayers({ base, layers: entries }: OpenLayers): void {
  for (const job of running.values()) job.abort();
  layers.clear();
  for (const entry of entries) layers.set(entry.id, tileLayer(sourceOf(entry, base)));
}

function sourceOf(entry: CatalogLayer, base: string): TileSource {
  const bytes: ByteSource = blockCached(httpRangeSource(layerUrl(base, entry.file)));
  if (entry.kind === 'base-town') return pointSource(entry, bytes);
  const integrity = entry.features > MANY ? 'declared' : 'size+header+index';
  return openLayerSource(entry, bytes, { integrity });
}

async function answer({ id, layer: name, z, x, y }: TileRequest): Promise<void> {
  const job = new AbortController();
  running.set(id, job);
  try {
    const layer = layers.get(name);
    if (!layer) throw new UserError('layer-unknown', { layer: name });
    const tile = await tileOf(layer, { z, x, y }, job.signal);
    const bytes = tile.slice().buffer;
    post({ type: 'tile', id, bytes }, [bytes]);
  } catch (cause) {
    if (job.signal.aborted) post({ type: 'aborted', id });
    else post({ type: 'failed', id, reason: reasonOf(name, cause) });
  } finally {
    running.delete(id);
  }
}

function reasonOf(layer: string, cause: unknown): TileReason {
  if (cause instanceof UserError) return { code: cause.code, params: cause.params };
  return { code: 'tile-fault', params: { layer, message: String(cause) } };
}

function post(message: FromTileWorker, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}
