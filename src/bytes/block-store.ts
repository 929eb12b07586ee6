/**
 * Blocks of any number of files within one budget of bytes: the block used longest ago goes first,
 * whichever file it is of.
 */
export class BlockStore {
  readonly #maxBytes: number;
  readonly #blocks = new Map<string, Uint8Array>();
  #kept = 0;
  #shelves = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes kept now. */
  get kept(): number {
    return this.#kept;
  }

  /** The blocks of one file. */
  shelf(): BlockShelf {
    const shelf = this.#shelves++;
    const keyOf = (block: number): string => `${shelf} ${block}`;
    return {
      has: (block) => this.#blocks.has(keyOf(block)),
      use: (block) => this.#use(keyOf(block)),
      keep: (block, bytes) => this.#keep(keyOf(block), bytes),
    };
  }

  #use(key: string): Uint8Array | undefined {
    const bytes = this.#blocks.get(key);
    if (bytes === undefined) return undefined;
    this.#blocks.delete(key);
    this.#blocks.set(key, bytes);
    return bytes;
  }

  #keep(key: string, bytes: Uint8Array): void {
    this.#kept += bytes.length - (this.#blocks.get(key)?.length ?? 0);
    this.#blocks.delete(key);
    this.#blocks.set(key, bytes);
    for (const [oldest, old] of this.#blocks) {
      if (this.#kept <= this.#maxBytes) break;
      this.#blocks.delete(oldest);
      this.#kept -= old.length;
    }
  }
}

export interface BlockShelf {
  has(block: number): boolean;
  /** The block, which thereby is the one used last. */
  use(block: number): Uint8Array | undefined;
  keep(block: number, bytes: Uint8Array): void;
}
