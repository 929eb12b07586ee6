import { ByteError, type ByteSource } from './byte-source.ts';
import type { ChunkSums } from './chunk-sums.ts';

/**
 * A source that hands out nothing unverified: whole chunks are read around what is asked for and compared
 * with their sums. A byte that was changed anywhere one looks is a ByteError `sha256`.
 *
 * Keeps nothing; put a block cache of the same chunk size below it.
 */
export function verifiedChunks(source: ByteSource, sums: ChunkSums): ByteSource {
  const { chunkBytes, size } = sums;
  return {
    name: source.name,
    async size(signal) {
      const now = await source.size(signal);
      if (now !== size) throw new ByteError('sha256', { of: 'length' });
      return size;
    },
    async read(offset, length, signal) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new ByteError('truncated', { name: source.name, wanted: offset + length, size });
      }
      if (length === 0) return new Uint8Array(0);
      const first = Math.floor(offset / chunkBytes);
      const end = Math.ceil((offset + length) / chunkBytes);
      const start = first * chunkBytes;
      const bytes = await source.read(start, Math.min(end * chunkBytes, size) - start, signal);
      const chunks = Array.from({ length: end - first }, (_, i) =>
        bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes),
      );
      await sums.verify(first, chunks, signal);
      return bytes.subarray(offset - start, offset - start + length);
    },
  };
}
