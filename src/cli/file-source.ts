import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ByteError, type ByteSource } from '../bytes/byte-source.ts';

/** What identifies one state of a file; a replaced or rewritten file has another one. */
interface State {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/**
 * A file on disk. Opened anew for every read, so nothing needs closing; a file that changed since the
 * first look is an error.
 */
export function fileSource(path: string): ByteSource {
  const name = basename(path);
  let first: State | null = null;

  async function withFile<T>(use: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
    let file: FileHandle | undefined;
    try {
      file = await open(path, 'r');
      const now = await file.stat();
      if (!now.isFile()) throw new ByteError('unreadable', { name, reason: 'not a file' });
      first ??= { size: now.size, mtimeMs: now.mtimeMs, ino: now.ino };
      if (now.size !== first.size || now.mtimeMs !== first.mtimeMs || now.ino !== first.ino) {
        throw new ByteError('changed', { name, size: first.size, now: now.size });
      }
      return await use(file, now.size);
    } catch (error) {
      if (error instanceof ByteError) throw error;
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') throw new ByteError('missing', { name }, error);
      if (code === undefined) throw error;
      throw new ByteError('unreadable', { name, reason: code }, error);
    } finally {
      await file?.close();
    }
  }

  return {
    name,
    size: (signal) => {
      signal?.throwIfAborted();
      return withFile(async (_, size) => size);
    },
    read: async (offset, length, signal) => {
      signal?.throwIfAborted();
      return withFile(async (file, size) => {
        if (offset < 0 || length < 0 || offset + length > size) {
          throw new ByteError('truncated', { name, wanted: offset + length, size });
        }
        const bytes = new Uint8Array(length);
        for (let done = 0; done < length; ) {
          signal?.throwIfAborted();
          const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
          if (bytesRead === 0)
            throw new ByteError('truncated', { name, wanted: length, size: done });
          done += bytesRead;
        }
        return bytes;
      });
    },
  };
}
