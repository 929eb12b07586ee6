import type { ByteSource } from '../bytes/byte-source.ts';
import type { RandomFile } from '../bytes/random-file.ts';

/**
 * The folder that a catalog and its layers lie in, as layer building sees it. All names are relative to
 * the folder, parts joined by `/`. Implemented over a real folder in `cli/folder-store.ts`.
 *
 * Nothing under a name that a catalog may hold is ever changed: an edition is written in a staging place
 * out of sight, then the whole of it is moved to a name that was free, then the catalog is replaced.
 *
 * Every method throws UserError `store-...` for what the user can help (no room left, no permission);
 * a file that is not there is a ByteError `missing` when it is read.
 */
export interface LayerStore {
  /** For messages: the folder. */
  readonly name: string;
  /** Bytes of a file that is in place; nothing is touched before it is read. */
  open(file: string): ByteSource;
  /** Names of all files and folders directly below a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** A new staging place of its own, on the same volume. */
  stage(): Promise<Staging>;
  /** Takes a file, or a whole folder with all that is in it, away. */
  remove(name: string): Promise<void>;
  /** Says that the catalog names a folder that `moveTo` made: `sweep` leaves it alone from now on. */
  settle(folder: string): Promise<void>;
  /**
   * Takes away what writers that are no more have left: staging places, and folders moved into place but
   * never settled, unless one of the `listed` files is in them.
   */
  sweep(listed: readonly string[]): Promise<void>;
  /**
   * Replaces the catalog at once: a reader sees the old one or the new one, whole.
   *
   * @param was the bytes it was read as, null where there was none
   * @throws UserError `store-catalog-changed` when it is another one by now; nothing is written then
   */
  replaceCatalog(bytes: Uint8Array, was: Uint8Array | null): Promise<void>;
}

/** Where the files of one edition are written before they are seen. */
export interface Staging {
  /** A new empty file; folders in the name are made. */
  create(file: string): Promise<StagedFile>;
  /** Bytes of a staged file that was closed. */
  open(file: string): ByteSource;
  remove(file: string): Promise<void>;
  /** Has a file that is in place here as well, under another name; it stays where it is. */
  adopt(file: string, as: string): Promise<void>;
  /**
   * Moves everything staged to `folder`, which must not exist, in one step and safely on disk. Files still
   * open must be closed before.
   */
  moveTo(folder: string): Promise<void>;
  /** Takes away what is staged; harmless after `moveTo`. Never throws for what is already gone. */
  discard(): Promise<void>;
}

/** A file being written. */
export interface StagedFile extends RandomFile {
  readonly name: string;
  /** May be called again. */
  close(): Promise<void>;
}
