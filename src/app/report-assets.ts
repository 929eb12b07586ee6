import { UserError } from '../domain/user-error.ts';
import { ASSET_URLS } from '../report/asset-urls.ts';
import type { AssetName, ReportAssets } from '../report/assets.ts';
import { once } from './once.ts';

const kept = new Map<AssetName, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * Fonts and wasm from beside the app, fetched when the first report needs them. A failed attempt is not
 * remembered.
 *
 * @param base what relative addresses stand against: the worker's own
 */
export function reportAssetsFrom(base: string): ReportAssets {
  return (name) => once(kept, name, () => read(new URL(ASSET_URLS[name], base).href));
}

async function read(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new UserError('file-unreadable', { file: url, reason: String(error) });
  });
  if (!response.ok) throw new UserError('file-unreadable', { file: url, reason: response.status });
  return new Uint8Array(await response.arrayBuffer());
}
