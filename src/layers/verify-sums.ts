import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { type ChunkSums, openChunkSums } from '../bytes/chunk-sums.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';

/** Chunks looked at together: with chunks of 16 KiB, 4 MiB. */
const TOGETHER = 256;

/**
 * Compares a layer file with its chunk sums, chunk by chunk. Sums that are the catalog's tell where in a
 * layer file bytes were changed; a layer file that is the catalog's tells that the sums are not its own.
 *
 * @returns what is wrong, null where everything agrees
 * @throws ByteError when bytes of the layer file cannot be had
 */
export async function verifySums(
  entry: CatalogLayer,
  layer: ByteSource,
  sumsSource: ByteSource,
  signal?: AbortSignal,
): Promise<UserError | null> {
  const { file, headSha256, chunkBytes } = entry.chunkSums!;
  const faulty = (what: string, value: number | null = null): UserError =>
    new UserError('layer-sums', { file, layer: entry.file, what, value });
  const sums = await openSums(sumsSource, headSha256, signal);
  if (!sums) return faulty('head');
  if (sums.size !== entry.bytes) return faulty('size', sums.size);
  if (sums.chunkBytes !== chunkBytes) return faulty('chunk bytes', sums.chunkBytes);
  const size = await layer.size(signal);
  if (size !== sums.size) return null; // told as the length of the layer file
  const chunks = Math.ceil(size / chunkBytes);
  for (let first = 0; first < chunks; first += TOGETHER) {
    const end = Math.min(chunks, first + TOGETHER);
    const start = first * chunkBytes;
    const bytes = await layer.read(start, Math.min(end * chunkBytes, size) - start, signal);
    const changed = await firstChanged(sums, first, bytes, signal);
    if (changed === 'page') return faulty('page', first);
    if (changed === null) continue;
    const from = changed * chunkBytes;
    const to = Math.min(size, from + chunkBytes) - 1;
    return new UserError('layer-chunk', { file: entry.file, chunk: changed, from, to });
  }
  return null;
}

async function openSums(
  source: ByteSource,
  headSha256: string,
  signal?: AbortSignal,
): Promise<ChunkSums | null> {
  try {
    return await openChunkSums(source, headSha256, signal);
  } catch (error) {
    if (!(error instanceof ByteError) || !isContent(error)) throw error;
    return null;
  }
}

/** The bytes are there, and are not what they should be. */
const isContent = ({ code }: ByteError): boolean => code === 'sha256' || code === 'truncated';

/** The first chunk that differs from its sum; `page` where the sums themselves were changed. */
async function firstChanged(
  sums: ChunkSums,
  first: number,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<number | 'page' | null> {
  const { chunkBytes } = sums;
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, i) =>
    bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes),
  );
  try {
    await sums.verify(first, chunks, signal);
    return null;
  } catch (error) {
    if (!(error instanceof ByteError) || !isContent(error)) throw error;
    const chunk = /^chunk (\d+)$/.exec(String(error.params.of));
    return chunk ? Number(chunk[1]) : 'page';
  }
}
