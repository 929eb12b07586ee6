import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import type { StoredIndex } from '../check/stored-index.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Note } from '../domain/note.ts';

/** Larger files are not what stands beside a layer that is held in memory (bytes). */
const LARGEST = 2 * 1024 * 1024 * 1024;

/**
 * The edge index file of a catalog entry, compared with the catalog's SHA-256. One that is missing or
 * another costs the time to build it and changes no result: a note about the installation, not about a
 * project, so it is told beside the reports.
 */
export function edgeIndexBeside(
  { id, edgeIndex }: CatalogLayer,
  source: ByteSource,
  onNote: (note: Note) => void,
): StoredIndex {
  const unused = (why: string): void => {
    const params = { layer: id, file: edgeIndex!.file, why };
    onNote({ code: 'edge-index-unused', severity: 'warning', params });
  };
  return {
    unused,
    async read(signal) {
      try {
        const size = await source.size(signal);
        if (size > LARGEST) throw new ByteError('unreadable', { size });
        const bytes = await source.read(0, size, signal);
        if (sha256Hex(bytes) === edgeIndex!.sha256) return ownBytes(bytes);
        unused('sha256');
      } catch (error) {
        if (!(error instanceof ByteError)) throw error;
        unused(error.code);
      }
      return null;
    },
  };
}

/** Not of memory that threads share; copied only there. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, bytes.byteOffset, bytes.length)
    : bytes.slice();
}
