import { ByteError } from '../bytes/byte-source.ts';
import { readZip } from '../bytes/read-zip.ts';
import type { NamedFile } from './formats/format.ts';
import { importError } from './import-message.ts';

const MAX_ENTRIES = 10_000;

export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** @throws UserError `err-zip-...`: the file, what is wrong with it, and the way on */
export async function openArchive(
  file: string,
  bytes: Uint8Array,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<NamedFile[]> {
  try {
    return await readZip(file, bytes, { maxBytes, maxEntries: MAX_ENTRIES }, signal);
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    const entry = String(error.params.entry ?? '');
    switch (error.params.reason) {
      case 'zip-bomb':
        throw importError('err-zip-bomb', { file, maxBytes });
      case 'zip-path':
        throw importError('err-zip-path', { file, entry });
      case 'zip-twice':
        throw importError('err-zip-twice', { file, entry });
      case 'zip-encrypted':
        throw importError('err-zip-encrypted', { file });
      case 'zip-method':
        throw importError('err-zip-method', { file });
      default:
        throw importError('err-zip-damaged', { file });
    }
  }
}
