import { BaseFailure, type BaseTiles } from './base-map.ts';
import { wasBlocked } from './blocked-hosts.ts';

export interface ImageService {
  /** With {z} {x} {y}, and {s} and {token} where they are used. */
  readonly address: string;
  readonly token?: string | undefined;
  readonly zoomOffset?: number | undefined;
  /** Rows count from the south. */
  readonly flipped?: boolean | undefined;
  readonly servers?: readonly string[] | undefined;
}

/** No tile here, which is no failure: outside of what the service holds. */
const NOTHING_HERE = [204, 404];
/** Tianditu answers a wrong or used-up token with 403 or 418, others with 401. */
const REFUSALS = [401, 403, 407, 418, 429];

/** Pictures from a tile service. */
export function imageTiles(service: ImageService): BaseTiles {
  return async (tile, signal) => {
    const url = tileAddress(service, tile);
    let response: Response;
    try {
      response = await fetch(url, { signal });
    } catch (cause) {
      signal.throwIfAborted();
      const host = hostOf(url);
      const code = (await wasBlocked(host)) ? 'base-blocked' : 'base-unreachable';
      throw new BaseFailure(code, { host }, cause);
    }
    const { status } = response;
    if (NOTHING_HERE.includes(status)) return null;
    if (REFUSALS.includes(status))
      throw new BaseFailure('base-refused', { host: hostOf(url), status });
    const kind = response.headers.get('content-type') ?? '';
    if (!response.ok || /text|json|xml|html/.test(kind)) {
      throw new BaseFailure('base-answer', { host: hostOf(url), status, kind });
    }
    return response.arrayBuffer();
  };
}

export function tileAddress(
  { address, token = '', zoomOffset = 0, flipped = false, servers = [] }: ImageService,
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
): string {
  const values: Record<string, string | number> = {
    z: z + zoomOffset,
    x,
    y: flipped ? 2 ** z - 1 - y : y,
    s: servers[(x + y) % Math.max(1, servers.length)] ?? '',
    token: encodeURIComponent(token),
  };
  return address.replace(/\{(z|x|y|s|token)\}/g, (_, name: string) => String(values[name]));
}

/** Host and port, which is what a person must allow or ask about; never the token. */
export function hostOf(url: string): string {
  return new URL(url, document.baseURI).host;
}
