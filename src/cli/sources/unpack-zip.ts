import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openZip } from '../../bytes/zip.ts';
import { asSourceError, sourceError } from '../../files/sources/source-error.ts';
import { fileSource } from '../file-source.ts';

/** Bytes at most once unpacked: more is no delivery of layers. */
const LARGEST_UNPACKED = 50 * 1024 ** 3;

/**
 * Unpacks an archive into a folder.
 *
 * @throws UserError `source-unreadable` for a damaged archive, or one with ways out of the folder
 */
export async function unpackZip(path: string, folder: string, signal: AbortSignal): Promise<void> {
  const source = fileSource(path);
  try {
    const entries = await openZip(source, signal);
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > LARGEST_UNPACKED) throw unusable(source.name, `${total} > ${LARGEST_UNPACKED}`);
    for (const entry of entries) {
      const parts = entry.name.split('/').filter((part) => part !== '' && part !== '.');
      if (parts.some((part) => part === '..' || /[:\0]/.test(part))) {
        throw unusable(source.name, entry.name);
      }
      if (parts[0] === '__MACOSX' || parts.length === 0) continue;
      const to = join(folder, ...parts);
      await mkdir(dirname(to), { recursive: true });
      const file = await open(to, 'w');
      try {
        for await (const piece of entry.content(signal)) await file.writeFile(piece);
      } finally {
        await file.close();
      }
    }
  } catch (error) {
    throw asSourceError(source.name, error);
  }
}

function unusable(file: string, reason: string) {
  return sourceError('source-unreadable', { file, reason });
}
