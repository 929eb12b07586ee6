import { blockCached } from '../bytes/block-cache.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { ByteStore } from '../bytes/byte-store.ts';
import { httpRangeSource } from '../bytes/http-range.ts';
import { keptFirst } from '../bytes/kept-first.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import { layerUrl } from '../files/layer-url.ts';
import { overviewsOf } from '../tiles/overview-source.ts';
import { tileDesk } from '../tiles/tile-desk.ts';
import { type TileLayer, tileLayer } from '../tiles/tile-layer.ts';
import type { ToTileWorker } from '../tiles/tile-messages.ts';
import { pointSource } from '../tiles/tile-source.ts';
import { KeptLayers } from './offline/kept-layers.ts';
import { serveCounts } from './serve-counts.ts';

/** Makes vector tiles of the catalog's layers, away from the page's own thread. */
const scope = self as unknown as DedicatedWorkerGlobalScope;

/** For blocks of all files and finished tiles together, bytes. */
const store = new ByteStore(32 * 1024 * 1024);
/** What is missing between two reads is fetched as well, up to so much: a request costs about as much. */
const NEAR = 8 * 1024;
const BLOCKS = { blockBytes: NEAR, bridge: 1, store };
/** Head and pages of the tiles of a county. */
const LEVELS_FIRST = 24 * 1024;
/** The index of a larger layer is looked at where it is passed, not hashed as a whole (features). */
const MANY = 5000;

const kept = new KeptLayers({ isHashed: false });
const desk = tileDesk({
  open,
  store,
  post: (message, transfer) => scope.postMessage(message, transfer),
});
scope.addEventListener('message', ({ data }: MessageEvent<ToTileWorker>) => desk.handle(data));
serveCounts(scope, (id) => desk.layerOf(id)?.source);

function open(entry: CatalogLayer, base: string): TileLayer {
  const ready = new Set(entry.lod.flatMap(({ file, tiles }) => (tiles === undefined ? [] : file)));
  const files = new Map([entry, ...entry.lod].map((one) => [one.file, one]));
  const bytesOf = (file: string): ByteSource => {
    const first = ready.has(file) ? { firstBytes: LEVELS_FIRST } : {};
    const served = httpRangeSource(layerUrl(base, file), first);
    const { sha256, bytes } = files.get(file)!;
    return blockCached(keptFirst(sha256, bytes, served, kept), BLOCKS);
  };
  const bytes = bytesOf(entry.file);
  if (entry.kind === 'base-town') return tileLayer(pointSource(entry, bytes));
  const integrity = entry.features > MANY ? 'declared' : 'size+header+index';
  const overviews = overviewsOf(entry, bytesOf);
  if (entry.role === 'current') for (const one of overviews) if ('tileAt' in one) one.prepare();
  return tileLayer(openLayerSource(entry, bytes, { integrity, near: NEAR }), overviews);
}
