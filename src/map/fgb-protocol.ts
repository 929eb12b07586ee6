import * as maplibre from 'maplibre-gl';
import { failedTile } from '../tiles/failed-tile.ts';
import type { TileId } from '../tiles/mercator.ts';
import type { TileReason } from '../tiles/tile-messages.ts';

/** A tile that could not be made. Given to `onFailed`; also what a port rejects with. */
export class TileFailure extends Error {
  override readonly name = 'TileFailure';
  readonly reason: TileReason;

  constructor(reason: TileReason) {
    super(`${reason.code} ${JSON.stringify(reason.params)}`);
    this.reason = reason;
  }
}

/**
 * Where tiles come from: given by the app, which owns the worker. Rejects with a `TileFailure`, or with
 * an error named `AbortError` once the signal says so.
 */
export type TilePort = (layer: string, tile: TileId, signal: AbortSignal) => Promise<ArrayBuffer>;

export interface TileUser {
  readonly port: TilePort;
  readonly onFailed: (layer: string, reason: TileReason) => void;
}

const users = new Map<string, TileUser>();
let count = 0;

/**
 * Registers a map for `fgb://` addresses and gives its address maker. One protocol serves every map of
 * the page; each has its own key.
 */
export function joinFgbProtocol(user: TileUser): {
  readonly addressOf: (layer: string) => string;
  readonly leave: () => void;
} {
  if (count === 0) maplibre.addProtocol('fgb', load);
  const key = String(++count);
  users.set(key, user);
  return {
    addressOf: (layer) => `fgb://${key}/${encodeURIComponent(layer)}/{z}/{x}/{y}`,
    leave: () => users.delete(key),
  };
}

async function load(
  { url }: { url: string },
  { signal }: AbortController,
): Promise<{ data: ArrayBuffer }> {
  const { key, layer, tile } = parseAddress(url);
  const user = users.get(key);
  if (!user) throw abortError();
  try {
    return { data: await user.port(layer, tile, signal) };
  } catch (cause) {
    if (signal.aborted || isAbort(cause)) throw abortError();
    if (!(cause instanceof TileFailure)) throw cause;
    user.onFailed(layer, cause.reason);
    // Drawn as "not looked at", never left blank: blank would read as "nothing here".
    return { data: failedTile().slice().buffer };
  }
}

/** Splits `fgb://<key>/<layer>/<z>/<x>/<y>`. */
export function parseAddress(url: string): { key: string; layer: string; tile: TileId } {
  const found = /^fgb:\/\/([^/]+)\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url);
  if (!found) throw new Error(`not a tile address: ${url}`);
  const [, key, layer, z, x, y] = found;
  return {
    key: key!,
    layer: decodeURIComponent(layer!),
    tile: { z: Number(z), x: Number(x), y: Number(y) },
  };
}

/** MapLibre knows a cancelled request by the name of its error alone. */
export function abortError(): Error {
  const error = new Error('tile no longer wanted');
  error.name = 'AbortError';
  return error;
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}
