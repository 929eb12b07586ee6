import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../domain/user-error.ts';

/**
 * Writes reports into a folder. A name already written in this run, or one that would hit an input
 * file, gets `-2`, `-3`, ...; a report of a former run is replaced, whole or not at all.
 */
export class ReportFolder {
  readonly #folder: string;
  readonly #taken: Set<string>;

  constructor(folder: string, inputs: readonly string[]) {
    this.#folder = folder;
    this.#taken = new Set(inputs.map(sameFile));
  }

  /** Where a report of this name goes; the same for all who ask until it is taken. */
  placeFor(fileName: string): string {
    return this.#freePath(fileName);
  }

  /** From here on the next report of this name goes elsewhere. */
  take(fileName: string): string {
    const path = this.#freePath(fileName);
    this.#taken.add(sameFile(path));
    return path;
  }

  /** @returns the path written. @throws UserError `cli-out-unwritable` */
  async write(fileName: string, bytes: Uint8Array): Promise<string> {
    return this.#put(this.take(fileName), bytes);
  }

  /** A file that belongs to one just written, with its name and more. */
  writeBeside(path: string, more: string, bytes: Uint8Array): Promise<string> {
    return this.#put(`${path}${more}`, bytes);
  }

  async #put(path: string, bytes: Uint8Array): Promise<string> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(`${path}.tmp`, bytes);
      await rename(`${path}.tmp`, path);
    } catch (error) {
      // half a file on a full disk is in the way of everything else; that it stays is no other failure
      await rm(`${path}.tmp`, { force: true }).catch(() => {});
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new UserError('cli-out-unwritable', { file: path, reason });
    }
    return path;
  }

  #freePath(fileName: string): string {
    const [, stem, extension] = /^(.*?)(\.report\.[^.]+(?:\.zip)?)$/.exec(fileName) ?? [
      '',
      fileName,
      '',
    ];
    for (let n = 1; ; n++) {
      const path = join(this.#folder, n === 1 ? fileName : `${stem}-${n}${extension}`);
      if (!this.#taken.has(sameFile(path))) return path;
    }
  }
}

/** Windows and macOS tell no case apart in names: neither do we. */
const sameFile = (path: string): string => resolve(path).normalize('NFC').toLowerCase();
