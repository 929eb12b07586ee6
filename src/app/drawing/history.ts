/** States one after the other, with a way back and forth. What states share is held once. */
export class History<S> {
  readonly #sizeOf: (state: S, before: S | null) => number;
  readonly #maxBytes: number;
  #states: { readonly state: S; readonly bytes: number }[];
  #at = 0;

  /**
   * @param sizeOf bytes that a state holds beyond what it shares with the one before
   * @param maxBytes of all states; the oldest are let go, the present one never
   */
  constructor(start: S, sizeOf: (state: S, before: S | null) => number, maxBytes: number) {
    this.#sizeOf = sizeOf;
    this.#maxBytes = maxBytes;
    this.#states = [{ state: start, bytes: sizeOf(start, null) }];
  }

  get present(): S {
    return this.#states[this.#at]!.state;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at + 1 < this.#states.length;
  }

  /** A new state after the present one; what had been undone is gone. */
  push(state: S): void {
    this.#states.splice(this.#at + 1);
    this.#states.push({ state, bytes: this.#sizeOf(state, this.present) });
    this.#at++;
    let total = this.#states.reduce((sum, { bytes }) => sum + bytes, 0);
    while (total > this.#maxBytes && this.#at > 0) {
      total -= this.#states.shift()!.bytes;
      this.#at--;
    }
  }

  /** The state before, from now on the present one; null where there is none. */
  undo(): S | null {
    if (!this.canUndo) return null;
    this.#at--;
    return this.present;
  }

  redo(): S | null {
    if (!this.canRedo) return null;
    this.#at++;
    return this.present;
  }
}
