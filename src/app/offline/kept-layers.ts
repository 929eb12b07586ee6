import { blobSource } from '../../bytes/blob-source.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import { sha256Stream } from '../../bytes/sha256.ts';
import type { KeptFiles } from '../../job/remote-catalog.ts';
import { keptFolder, onKeptChanged, tellKeptChanged } from './kept-folder.ts';

/** A file up to this size is hashed as a whole once a session: a fraction of a second (bytes). */
const LARGEST_HASHED = 32 * 1024 * 1024;
/** Bytes hashed at a time. */
const CHUNK = 4 * 1024 * 1024;

/**
 * What a worker reads of the kept files. A file stands under its name only after its whole was compared
 * with its SHA-256. Where a check depends on it this is done once more in every session, unless the file is
 * large: then its length is compared, and whoever reads it verifies what it looks at. A file that is no
 * longer what it was is let go, and the served one is read.
 */
export class KeptLayers implements KeptFiles {
  version = 0;
  readonly #isHashed: boolean;
  readonly #files = new Map<string, Promise<File | null>>();
  readonly #whole = new Set<string>();

  /** `changed`: something was kept or let go. */
  constructor({ isHashed, changed }: { isHashed: boolean; changed?: () => void }) {
    this.#isHashed = isHashed;
    onKeptChanged(() => {
      this.version++;
      this.#files.clear();
      this.#whole.clear();
      changed?.();
    });
  }

  async find(sha256: string, bytes?: number): Promise<ByteSource | null> {
    let opening = this.#files.get(sha256);
    if (!opening) {
      opening = this.#open(sha256, bytes);
      this.#files.set(sha256, opening);
    }
    const file = await opening;
    return file && blobSource(file, sha256);
  }

  isWhole(sha256: string): boolean {
    return this.#whole.has(sha256);
  }

  async #open(sha256: string, bytes: number | undefined): Promise<File | null> {
    const folder = await keptFolder(false);
    const file = folder && (await fileIn(folder, sha256));
    if (!file) return null;
    if (bytes === undefined || file.size === bytes) {
      if (!this.#isHashed || file.size > LARGEST_HASHED) return file;
      if ((await sumOf(file)) === sha256) {
        this.#whole.add(sha256);
        return file;
      }
    }
    await folder.removeEntry(sha256).catch(() => {});
    tellKeptChanged();
    return null;
  }
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return null; // not kept: read where it is served
  }
}

async function sumOf(file: File): Promise<string> {
  const hash = sha256Stream();
  for (let at = 0; at < file.size; at += CHUNK) {
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  }
  return hash.digestHex();
}
