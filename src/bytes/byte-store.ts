/**
 * Pieces of bytes of any number of owners within one budget: what was used longest ago goes first,
 * whoever owns it.
 */
export class ByteStore {
  readonly #maxBytes: number;
  readonly #pieces = new Map<string, Uint8Array>();
  #kept = 0;
  #shelves = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes kept now. */
  get kept(): number {
    return this.#kept;
  }

  /** The pieces of one owner. */
  shelf(): Shelf {
    const shelf = this.#shelves++;
    return {
      has: (key) => this.#pieces.has(`${shelf} ${key}`),
      use: (key) => this.#use(`${shelf} ${key}`),
      keep: (key, bytes) => this.#keep(`${shelf} ${key}`, bytes),
    };
  }

  #use(key: string): Uint8Array | undefined {
    const bytes = this.#pieces.get(key);
    if (bytes === undefined) return undefined;
    this.#pieces.delete(key);
    this.#pieces.set(key, bytes);
    return bytes;
  }

  #keep(key: string, bytes: Uint8Array): void {
    this.#kept += bytes.length - (this.#pieces.get(key)?.length ?? 0);
    this.#pieces.delete(key);
    this.#pieces.set(key, bytes);
    for (const [oldest, old] of this.#pieces) {
      if (this.#kept <= this.#maxBytes) break;
      this.#pieces.delete(oldest);
      this.#kept -= old.length;
    }
  }
}

export interface Shelf {
  has(key: number | string): boolean;
  /** The piece, which thereby is the one used last. */
  use(key: number | string): Uint8Array | undefined;
  keep(key: number | string, bytes: Uint8Array): void;
}
