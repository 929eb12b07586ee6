import { blockCached } from '../bytes/block-cache.ts';
import { httpRangeSource } from '../bytes/http-range.ts';
import { keptFirst } from '../bytes/kept-first.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { layerUrl } from '../files/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import { findFeatures } from '../layers/find-features.ts';
import { pointSource } from '../tiles/tile-source.ts';
import type { FindAnswer, FindRequest } from './find-protocol.ts';
import { KeptLayers } from './offline/kept-layers.ts';

/** Looks for codes and names, apart from page and tiles: reading a layer takes its time. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const kept = new KeptLayers({ isHashed: false });
let working = new AbortController();

scope.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  working.abort();
  working = new AbortController();
  if (data.type === 'find') void find(data, working.signal);
});

async function find(
  { id, base, layers, query, limit }: Extract<FindRequest, { type: 'find' }>,
  signal: AbortSignal,
): Promise<void> {
  for (const entry of layers) {
    const answer = await lookIn(entry, base, query, limit, signal, (read) =>
      post({ type: 'reading', id, layer: entry.id, read }),
    );
    if (signal.aborted) return;
    post({ ...answer, id, layer: entry.id });
  }
}

type Outcome =
  | Pick<Extract<FindAnswer, { type: 'found' }>, 'type' | 'found'>
  | Pick<Extract<FindAnswer, { type: 'failed' }>, 'type' | 'reason'>;

async function lookIn(
  entry: CatalogLayer,
  base: string,
  query: string,
  limit: number,
  signal: AbortSignal,
  onProgress: (read: number) => void,
): Promise<Outcome> {
  const sources = {
    layer: () => {
      const served = httpRangeSource(layerUrl(base, entry.file));
      const bytes = blockCached(keptFirst(entry.sha256, entry.bytes, served, kept));
      return entry.kind === 'base-town'
        ? pointSource(entry, bytes)
        : openLayerSource(entry, bytes, { integrity: 'size+header+index' });
    },
    names: (file: string) => {
      const served = httpRangeSource(layerUrl(base, file));
      const { names } = entry;
      return names ? keptFirst(names.sha256, names.bytes, served, kept) : served;
    },
  };
  try {
    const found = await findFeatures(entry, sources, query, { limit, signal, onProgress });
    return { type: 'found', found };
  } catch (cause) {
    const reason =
      cause instanceof UserError
        ? { code: cause.code, params: cause.params }
        : { code: 'find-fault', params: { message: String(cause) } };
    return { type: 'failed', reason };
  }
}

function post(message: FindAnswer): void {
  scope.postMessage(message);
}
