import { sha256Stream } from '../../bytes/sha256.ts';
import { UserError } from '../../domain/user-error.ts';
import type { FileToKeep } from './save-protocol.ts';

/** Where the bytes of one file go; what was written before is still there. */
export interface KeepTarget {
  size(): number;
  read(offset: number, length: number): Uint8Array;
  /** @throws a QuotaExceededError where there is no room */
  write(bytes: Uint8Array, offset: number): void;
  truncate(size: number): void;
}

/** Bytes read at a time of what had arrived before. */
const CHUNK = 4 * 1024 * 1024;

/**
 * Brings a file into a target and compares the whole with its SHA-256. Goes on after what arrived before,
 * where the server still sends the same length; begins anew where it does not, or where the sum differs.
 *
 * @param onBytes told how much is there by now
 * @throws UserError `keep-changed` (the server has another file), `keep-unreachable`; QuotaExceededError
 */
export async function fetchToKeep(
  file: FileToKeep,
  target: KeepTarget,
  onBytes: (done: number) => void,
  signal: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<void> {
  const before = target.size();
  if (await arrives(file, target, before, onBytes, signal, fetcher)) return;
  // What lay there was of another file, or was damaged: once more, from the beginning.
  if (before > 0 && (await arrives(file, target, 0, onBytes, signal, fetcher))) return;
  target.truncate(0);
  throw new UserError('keep-changed', { file: nameOf(file.url) });
}

/** True where the whole, from `start` on fetched now, is the file that is meant. */
async function arrives(
  { url, sha256, bytes }: FileToKeep,
  target: KeepTarget,
  start: number,
  onBytes: (done: number) => void,
  signal: AbortSignal,
  fetcher: typeof fetch,
): Promise<boolean> {
  const hash = sha256Stream();
  for (let at = 0; at < start; at += CHUNK) {
    signal.throwIfAborted();
    hash.update(target.read(at, Math.min(CHUNK, start - at)));
    onBytes(Math.min(start, at + CHUNK));
  }
  if (bytes !== undefined && start > bytes) return false;
  let at = start;
  if (bytes === undefined || at < bytes) {
    const response = await ask(url, at, signal, fetcher);
    if (response.status === 416) return start > 0 && hash.digestHex() === sha256;
    if (at > 0 && response.status !== 206) return false;
    if (at > 0 && !response.headers.get('content-range')?.startsWith(`bytes ${at}-`)) return false;
    target.truncate(at);
    for await (const piece of piecesOf(response, url, signal)) {
      if (bytes !== undefined && at + piece.length > bytes) return false;
      hash.update(piece);
      target.write(piece, at);
      at += piece.length;
      onBytes(at);
    }
  }
  return (bytes === undefined || at === bytes) && hash.digestHex() === sha256;
}

async function ask(
  url: string,
  from: number,
  signal: AbortSignal,
  fetcher: typeof fetch,
): Promise<Response> {
  const headers: HeadersInit = from > 0 ? { Range: `bytes=${from}-` } : {};
  const response = await fetcher(url, { headers, signal, cache: 'no-store' }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(url, String(error));
    },
  );
  if (response.ok || (from > 0 && response.status === 416)) return response;
  throw unreachable(url, `HTTP ${response.status}`);
}

async function* piecesOf(
  response: Response,
  url: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch((error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(url, String(error));
    });
    if (piece === undefined || piece.done) return;
    yield piece.value;
  }
}

function unreachable(url: string, reason: string): UserError {
  return new UserError('keep-unreachable', { file: nameOf(url), reason });
}

function nameOf(url: string): string {
  return decodeURIComponent(url.split('/').at(-1) ?? url);
}
