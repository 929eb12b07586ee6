import { ByteError, type ByteSource } from './byte-source.ts';

/** Files that are kept on this machine, by what they hold. */
export interface KeptBytes {
  /** Another number whenever something is kept or let go. */
  readonly version: number;
  /** The kept file with this SHA-256, and this length where it is known; null: not kept. */
  find(sha256: string, bytes?: number): Promise<ByteSource | null>;
}

/**
 * A file that is read from this machine where it is kept there, else from where it is served. Both hold
 * the same bytes, or they are not the file that is meant: so the place may change while it is open.
 */
export function keptFirst(
  sha256: string,
  bytes: number | undefined,
  served: ByteSource,
  kept: KeptBytes,
): ByteSource {
  let found: { readonly version: number; readonly source: Promise<ByteSource | null> } | null =
    null;

  async function read<T>(ask: (source: ByteSource) => Promise<T>): Promise<T> {
    if (found?.version !== kept.version) {
      found = { version: kept.version, source: kept.find(sha256, bytes) };
    }
    const source = await found.source;
    if (!source) return ask(served);
    try {
      return await ask(source);
    } catch (error) {
      // taken away under our hands, as when all data is cleared: the served file is the same
      if (error instanceof ByteError && error.code === 'changed') return ask(served);
      throw error;
    }
  }

  return {
    name: served.name,
    size: (signal) => read((source) => source.size(signal)),
    read: (offset, length, signal) => read((source) => source.read(offset, length, signal)),
  };
}
