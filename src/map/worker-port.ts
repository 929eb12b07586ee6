import type { FromTileWorker, TileReason, ToTileWorker } from '../tiles/tile-messages.ts';
import { abortError, TileFailure, type TilePort } from './fgb-protocol.ts';

/** The part of a Worker that is needed here. */
export interface TileWorkerLike {
  postMessage(message: ToTileWorker): void;
  addEventListener(type: 'message', listener: (event: { data: FromTileWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
}

interface Waiting {
  resolve(bytes: ArrayBuffer): void;
  reject(cause: Error): void;
}

/**
 * A port to a tile worker that the app has made (`app/tile-worker.ts`). A worker that dies fails every
 * tile it still owes.
 *
 * @param onFellBack told once of a layer that is drawn without its level-of-detail files
 */
export function workerPort(
  worker: TileWorkerLike,
  onFellBack: (layer: string, reason: TileReason) => void = () => {},
): TilePort {
  const waiting = new Map<number, Waiting>();
  let next = 0;

  worker.addEventListener('message', ({ data }) => {
    if (data.type === 'fell-back') return onFellBack(data.layer, data.reason);
    const tile = waiting.get(data.id);
    if (!tile) return;
    waiting.delete(data.id);
    if (data.type === 'tile') tile.resolve(data.bytes);
    else if (data.type === 'failed') tile.reject(new TileFailure(data.reason));
    else tile.reject(abortError());
  });
  worker.addEventListener('error', ({ message }) => {
    const reason = { code: 'tile-worker-died', params: { message: message ?? null } };
    for (const { reject } of waiting.values()) reject(new TileFailure(reason));
    waiting.clear();
  });

  return (layer, tile, signal) => {
    if (signal.aborted) return Promise.reject(abortError());
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      signal.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          worker.postMessage({ type: 'abort', id });
          reject(abortError());
        },
        { once: true },
      );
      worker.postMessage({ type: 'tile', id, layer, ...tile });
    });
  };
}
