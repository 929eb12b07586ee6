import * as maplibre from 'maplibre-gl';
import { BaseFailure, type BaseMap, type BaseTiles } from './base-map.ts';
import { watchBlockedHosts } from './blocked-hosts.ts';
import { abortError } from './fgb-protocol.ts';

export interface BaseUser {
  /** A part cannot be drawn. `served`: tiles of this map have come before. */
  readonly onFailed: (failure: BaseFailure, served: boolean) => void;
}

interface Serving extends BaseUser {
  readonly sheets: readonly BaseTiles[];
  served: boolean;
}

const serving = new Map<string, Serving>();
let count = 0;

/**
 * Registers a base map for `base://` addresses; gives the address of each sheet. Through a protocol of
 * our own every failure has its reason, and none of them ends up in the log of the page.
 */
export function serveBase(
  { sheets }: BaseMap,
  user: BaseUser,
): { readonly addressOf: (sheet: number) => string; readonly leave: () => void } {
  if (count === 0) maplibre.addProtocol('base', load);
  watchBlockedHosts();
  const key = String(++count);
  serving.set(key, { ...user, sheets: sheets.map(({ tiles }) => tiles), served: false });
  return {
    addressOf: (sheet) => `base://${key}/${sheet}/{z}/{x}/{y}`,
    leave: () => serving.delete(key),
  };
}

/** A tile that is missing or failed is drawn as nothing: the ground beneath shows. */
const nothing = (): { data: ArrayBuffer } => ({ data: new ArrayBuffer(0) });

async function load(
  { url }: { url: string },
  { signal }: AbortController,
): Promise<{ data: ArrayBuffer }> {
  const [, key = '', sheet, z, x, y] =
    /^base:\/\/(\d+)\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
  const base = serving.get(key);
  const tiles = base?.sheets[Number(sheet)];
  if (!base || !tiles) throw abortError();
  try {
    const data = await tiles({ z: Number(z), x: Number(x), y: Number(y) }, signal);
    base.served ||= data !== null;
    return data ? { data } : nothing();
  } catch (cause) {
    if (signal.aborted) throw abortError();
    if (!(cause instanceof BaseFailure)) throw cause;
    base.onFailed(cause, base.served);
    return nothing();
  }
}
