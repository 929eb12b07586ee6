import type { RandomFile } from '../../bytes/random-file.ts';

/** Records are handed over in pieces of about this size (bytes). */
export const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * Feature records in the order they came, as pieces that each hold whole records. They stay in memory up
 * to a limit; beyond it all go to a scratch file.
 */
export class RecordStore {
  /** Bytes of all records. */
  size = 0;
  #pieces: Uint8Array[] = [];
  #scratch: RandomFile | null = null;
  readonly #limit: number;
  readonly #openScratch: () => Promise<RandomFile>;

  constructor(limit: number, openScratch: () => Promise<RandomFile>) {
    this.#limit = limit;
    this.#openScratch = openScratch;
  }

  /** Whether the records are in the scratch file rather than in memory. */
  get spilled(): boolean {
    return this.#scratch !== null;
  }

  /** Takes `piece` over: it must not be changed afterwards. */
  async append(piece: Uint8Array): Promise<void> {
    const at = this.size;
    this.size += piece.length;
    if (this.#scratch !== null) return this.#scratch.write(at, piece);
    this.#pieces.push(piece);
    if (this.size <= this.#limit) return;
    this.#scratch = await this.#openScratch();
    let place = 0;
    for (const kept of this.#pieces) {
      await this.#scratch.write(place, kept);
      place += kept.length;
    }
    this.#pieces = [];
  }

  /** The pieces in memory, in order; none once spilled. */
  get pieces(): readonly Uint8Array[] {
    return this.#pieces;
  }

  /** Reads back from the scratch file. */
  read(offset: number, length: number, into: Uint8Array): Promise<Uint8Array> {
    if (this.#scratch === null) throw new Error('records are still in memory');
    return this.#scratch.read(offset, length, into);
  }
}
