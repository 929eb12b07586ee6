import { ByteError, type ByteSource } from './byte-source.ts';
import { deadline } from './deadline.ts';
import { SharedWork } from './shared-work.ts';

export interface HttpOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Time limit of each request, ms. */
  readonly timeoutMs?: number;
  /** Asked for first, bytes: tells the length and should hold what a reader needs at first. Default 64 KB. */
  readonly firstBytes?: number;
}

/** A server without ranges may still hand over files up to this size, whole (bytes). */
export const LARGEST_WITHOUT_RANGES = 32 * 1024 * 1024;
/** Asked for first, unless told otherwise: usually holds all a small file needs (bytes). */
const FIRST_READ = 64 * 1024;

/** What the first answer tells; later answers must agree with it. */
interface Opened {
  readonly size: number;
  readonly validator: string | null;
  /** The first bytes, or all of them where the server knows no ranges. */
  readonly head: Uint8Array;
}

/**
 * A file behind HTTP, read by ranges. No retries: a failed request is an error at once.
 *
 * Takes 206 answers whose Content-Range is the one asked for and whose total and ETag (or
 * Last-Modified) never change; a 200 answer only for the first request and up to
 * `LARGEST_WITHOUT_RANGES`.
 */
export function httpRangeSource(url: string, options: HttpOptions = {}): ByteSource {
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const timeoutMs = options.timeoutMs ?? 30_000;
  const firstBytes = options.firstBytes ?? FIRST_READ;
  let opening: SharedWork<Opened> | null = null;

  /** One request within the time limit; `use` reads the body within it as well. */
  async function ask<T>(
    range: string,
    signal: AbortSignal | undefined,
    use: (response: Response) => Promise<T>,
  ): Promise<T> {
    const limit = deadline(timeoutMs, signal);
    try {
      const response = await fetch(url, { headers: { Range: range }, signal: limit.signal });
      try {
        return await use(response);
      } catch (error) {
        // an answer we do not want must not go on downloading
        if (!response.bodyUsed) await response.body?.cancel().catch(() => {});
        throw error;
      }
    } catch (error) {
      if (error instanceof ByteError) throw error;
      signal?.throwIfAborted();
      if (limit.expired()) throw new ByteError('timeout', { url, ms: timeoutMs }, error);
      throw new ByteError('unreadable', { url, reason: String(error) }, error);
    } finally {
      limit.clear();
    }
  }

  async function openFirst(
    last: number,
    signal: AbortSignal,
  ): Promise<Opened | { readonly retryTo: number }> {
    return ask(`bytes=0-${last}`, signal, async (response) => {
      if (response.status === 416) {
        // some servers refuse a range that reaches past the end of a small file
        const total = /^bytes \*\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
        if (total === '0') return { size: 0, validator: null, head: new Uint8Array(0) };
        if (last === 0) throw new ByteError('unreadable', { url, status: 416 });
        return { retryTo: total === undefined ? 0 : Math.min(firstBytes, Number(total)) - 1 };
      }
      const validator = validatorOf(response);
      if (response.status === 200) {
        const head = await readWhole(response, url);
        return { size: head.length, validator, head };
      }
      const range = partialRange(response, url);
      if (range.first !== 0 || range.last > last) throw wrongRange(response, url);
      const head = await readExactly(response, range.last + 1, url);
      return { size: range.total, validator, head };
    });
  }

  async function open(signal: AbortSignal | undefined): Promise<Opened> {
    signal?.throwIfAborted();
    if (opening === null || opening.lost) {
      opening = new SharedWork(async (shared) => {
        const first = await openFirst(firstBytes - 1, shared);
        if (!('retryTo' in first)) return first;
        const second = await openFirst(first.retryTo, shared);
        if ('retryTo' in second) throw new ByteError('unreadable', { url, status: 416 });
        return second;
      });
    }
    return opening.join(signal);
  }

  return {
    name: url,
    size: async (signal) => (await open(signal)).size,
    read: async (offset, length, signal) => {
      const { size, validator, head } = await open(signal);
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new ByteError('truncated', { url, wanted: offset + length, size });
      }
      // what came with the first answer is not asked for twice
      const known = head.subarray(offset, offset + length);
      if (known.length === length) return known;
      const start = offset + known.length;
      const last = offset + length - 1;
      const rest = await ask(`bytes=${start}-${last}`, signal, async (response) => {
        if (response.status === 200) throw new ByteError('no-ranges', { url });
        if (response.status === 416) throw new ByteError('changed', { url, size, now: 'shorter' });
        const range = partialRange(response, url);
        const now = validatorOf(response);
        if (range.total !== size || now !== validator) {
          throw new ByteError('changed', { url, size, now: range.total });
        }
        if (range.first !== start || range.last !== last) throw wrongRange(response, url);
        return readExactly(response, last + 1 - start, url);
      });
      if (known.length === 0) return rest;
      const whole = new Uint8Array(length);
      whole.set(known);
      whole.set(rest, known.length);
      return whole;
    },
  };
}

function validatorOf(response: Response): string | null {
  return response.headers.get('etag') ?? response.headers.get('last-modified');
}

function partialRange(
  response: Response,
  url: string,
): { readonly first: number; readonly last: number; readonly total: number } {
  const { status, headers } = response;
  if (status === 404 || status === 410) throw new ByteError('missing', { url, status });
  if (status !== 206) throw new ByteError('unreadable', { url, status });
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') {
    throw new ByteError('unreadable', { url, reason: `content-encoding ${encoding}` });
  }
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '');
  if (match === null) throw wrongRange(response, url);
  return { first: Number(match[1]), last: Number(match[2]), total: Number(match[3]) };
}

function wrongRange(response: Response, url: string): ByteError {
  const range = response.headers.get('content-range') ?? 'none';
  return new ByteError('unreadable', { url, reason: `content-range ${range}` });
}

async function readExactly(response: Response, length: number, url: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length !== length) {
    throw new ByteError('truncated', { url, wanted: length, size: bytes.length });
  }
  return bytes;
}

async function readWhole(response: Response, url: string): Promise<Uint8Array> {
  const limit = LARGEST_WITHOUT_RANGES;
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > limit) throw new ByteError('no-ranges', { url, size: declared, limit });
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    pieces.push(piece.value);
    size += piece.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw new ByteError('no-ranges', { url, size, limit });
    }
  }
  const encoded = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
  if (declared > 0 && !encoded && size !== declared) {
    throw new ByteError('truncated', { url, wanted: declared, size });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
