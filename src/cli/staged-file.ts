import { type FileHandle, open } from 'node:fs/promises';
import type { StagedFile } from '../layers/layer-store.ts';
import { asStoreError, errnoOf } from './store-error.ts';

/** A new file; one that is there already is an error. */
export async function openStagedFile(path: string, name: string): Promise<StagedFile> {
  const file = await open(path, 'wx+');
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, path);
    }
  };
  let closing: Promise<void> | null = null;
  return {
    name,
    write: (offset, bytes) => guarded(() => writeAll(file, offset, bytes)),
    read: (offset, length, into = new Uint8Array(length)) =>
      guarded(async () => {
        for (let done = 0; done < length; ) {
          const { bytesRead } = await file.read(into, done, length - done, offset + done);
          if (bytesRead === 0) throw new Error(`${path} ends before ${offset + length}`);
          done += bytesRead;
        }
        return into.subarray(0, length);
      }),
    close: () => {
      closing ??= guarded(() => file.close());
      return closing;
    },
  };
}

async function writeAll(file: FileHandle, offset: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}

/** Has a file, or the names in a folder, on the disk itself; where a system knows no such thing, nothing. */
export async function syncPath(path: string): Promise<void> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
  try {
    await file.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR'].includes(errnoOf(error) ?? '')) throw error;
  } finally {
    await file.close();
  }
}
