import { ByteError, type ByteSource } from './byte-source.ts';
import { bytesOfHex, sha256Bytes, sha256Hex, sha256Stream } from './sha256.ts';

/*
 * Sums of the chunks of a large file, so that any part of it can be verified by itself. A side file,
 * little-endian:
 *
 *   SXCS | u32 version | u32 chunk bytes | u32 chunks in a page | u64 size of the file | u64 0
 *   16 bytes for each page:  SHA-256, cut short, of the page as it stands below
 *   16 bytes for each chunk: SHA-256, cut short, of the chunk; pages one after the other
 *
 * Two levels, as one list would weigh more than what a check needs of the file: who knows the SHA-256 of
 * the head (the first two lines) can verify single pages, and by them single chunks.
 */
const MAGIC = Uint8Array.of(0x53, 0x58, 0x43, 0x53);
const VERSION = 1;
const FIXED_BYTES = 32;
const SUM_BYTES = 16;
/** 4 KiB of sums stand for 4 MiB of the file. */
const PAGE_CHUNKS = 256;
export const CHUNK_BYTES = 16 * 1024;

export interface SumsFile {
  readonly bytes: Uint8Array;
  /** Its head is the first so many bytes. */
  readonly headBytes: number;
}

/** The side file for the bytes of a file. */
export function chunkSums(bytes: Uint8Array, chunkBytes = CHUNK_BYTES): SumsFile {
  const stream = chunkSumsStream(chunkBytes);
  stream.update(bytes);
  return stream.finish();
}

/** The same for a file that comes piece by piece. `createHash`: a faster SHA-256 where there is one. */
export function chunkSumsStream(
  chunkBytes = CHUNK_BYTES,
  createHash: typeof sha256Stream = sha256Stream,
): { update(bytes: Uint8Array): void; finish(): SumsFile } {
  const sumOfChunk = (chunk: Uint8Array): Uint8Array => {
    const hash = createHash();
    hash.update(chunk);
    return bytesOfHex(hash.digestHex()).subarray(0, SUM_BYTES);
  };
  const sums: Uint8Array[] = [];
  const rest = new Uint8Array(chunkBytes);
  let kept = 0;
  let size = 0;
  return {
    update(bytes) {
      size += bytes.length;
      let at = 0;
      if (kept > 0) {
        at = Math.min(chunkBytes - kept, bytes.length);
        rest.set(bytes.subarray(0, at), kept);
        kept += at;
        if (kept < chunkBytes) return;
        sums.push(sumOfChunk(rest));
      }
      for (; at + chunkBytes <= bytes.length; at += chunkBytes) {
        sums.push(sumOfChunk(bytes.subarray(at, at + chunkBytes)));
      }
      rest.set(bytes.subarray(at));
      kept = bytes.length - at;
    },
    finish() {
      if (kept > 0) sums.push(sumOfChunk(rest.subarray(0, kept)));
      return sumsFile(sums, size, chunkBytes);
    },
  };
}

function sumsFile(sums: readonly Uint8Array[], size: number, chunkBytes: number): SumsFile {
  const shape = shapeOf(size, chunkBytes, PAGE_CHUNKS);
  const file = new Uint8Array(shape.fileBytes);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, chunkBytes, true);
  view.setUint32(12, PAGE_CHUNKS, true);
  view.setBigUint64(16, BigInt(size), true);
  sums.forEach((sum, chunk) => {
    file.set(sum, shape.headBytes + chunk * SUM_BYTES);
  });
  for (let page = 0; page < shape.pages; page++) {
    const start = shape.headBytes + page * PAGE_CHUNKS * SUM_BYTES;
    const sum = sumOf(file.subarray(start, start + PAGE_CHUNKS * SUM_BYTES));
    file.set(sum, FIXED_BYTES + page * SUM_BYTES);
  }
  return { bytes: file, headBytes: shape.headBytes };
}

export interface ChunkSums {
  readonly chunkBytes: number;
  /** Of the file that the sums are of, bytes. */
  readonly size: number;
  /** @throws ByteError `sha256` when a chunk is not the one the sums are of */
  verify(first: number, chunks: readonly Uint8Array[], signal?: AbortSignal): Promise<void>;
}

/**
 * Opens a side file. Only its head is read; pages are when they are needed, each verified.
 *
 * @param headSha256 hex SHA-256 of the head, from where one trusts
 * @throws ByteError `sha256` when the head or a page is another, `truncated` when the file is short
 */
export async function openChunkSums(
  source: ByteSource,
  headSha256: string,
  signal?: AbortSignal,
): Promise<ChunkSums> {
  const { name } = source;
  const altered = (of: string): ByteError => new ByteError('sha256', { file: name, of });
  const fixed = await source.read(0, FIXED_BYTES, signal);
  const view = new DataView(fixed.buffer, fixed.byteOffset, FIXED_BYTES);
  const chunkBytes = view.getUint32(8, true);
  const pageChunks = view.getUint32(12, true);
  const size = Number(view.getBigUint64(16, true));
  const known = MAGIC.every((byte, i) => fixed[i] === byte) && view.getUint32(4, true) === VERSION;
  if (!known || chunkBytes === 0 || pageChunks === 0) throw altered('head');
  const { headBytes, fileBytes, chunks } = shapeOf(size, chunkBytes, pageChunks);
  if ((await source.size(signal)) !== fileBytes) throw altered('length');
  const head = (await source.read(0, headBytes, signal)).slice();
  if (sha256Hex(head) !== headSha256) throw altered('head');

  const pages = new Map<number, Uint8Array>();
  async function readPages(first: number, end: number, abort?: AbortSignal): Promise<void> {
    const pageBytes = pageChunks * SUM_BYTES;
    const start = headBytes + first * pageBytes;
    const bytes = await source.read(
      start,
      Math.min(headBytes + end * pageBytes, fileBytes) - start,
      abort,
    );
    for (let page = first; page < end; page++) {
      const own = bytes.slice((page - first) * pageBytes, (page - first + 1) * pageBytes);
      if (!isSum(own, head, FIXED_BYTES + page * SUM_BYTES)) throw altered(`page ${page}`);
      pages.set(page, own);
    }
  }

  return {
    chunkBytes,
    size,
    async verify(first, given, abort) {
      const end = first + given.length;
      if (first < 0 || end > chunks) throw new ByteError('sha256', { of: `chunk ${end}` });
      const lastPage = Math.floor((end - 1) / pageChunks);
      for (let page = Math.floor(first / pageChunks); page <= lastPage; page++) {
        if (pages.has(page)) continue;
        let next = page + 1;
        while (next <= lastPage && !pages.has(next)) next++;
        await readPages(page, next, abort);
      }
      given.forEach((bytes, i) => {
        const chunk = first + i;
        const page = pages.get(Math.floor(chunk / pageChunks))!;
        if (isSum(bytes, page, (chunk % pageChunks) * SUM_BYTES)) return;
        throw new ByteError('sha256', { of: `chunk ${chunk}` });
      });
    },
  };
}

function shapeOf(size: number, chunkBytes: number, pageChunks: number) {
  const chunks = Math.ceil(size / chunkBytes);
  const pages = Math.ceil(chunks / pageChunks);
  const headBytes = FIXED_BYTES + pages * SUM_BYTES;
  return { chunks, pages, headBytes, fileBytes: headBytes + chunks * SUM_BYTES };
}

function sumOf(bytes: Uint8Array): Uint8Array {
  return sha256Bytes(bytes).subarray(0, SUM_BYTES);
}

function isSum(bytes: Uint8Array, sums: Uint8Array, at: number): boolean {
  return sumOf(bytes).every((byte, i) => byte === sums[at + i]);
}
