/** Work that was ended this long ago tells little about the pace now, ms. */
const MEMORY_MS = 60_000;
/** Below so many ended pieces of work nothing is foretold. */
const LEAST_DONE = 3;

/**
 * Foretells when a number of like pieces of work will be done, from the pace of the last minute. The clock
 * is the caller's: milliseconds that only grow.
 */
export class RemainingTime {
  readonly #marks: { readonly at: number; readonly done: number }[];

  constructor(startMs: number) {
    this.#marks = [{ at: startMs, done: 0 }];
  }

  /** One more piece is done. */
  done(nowMs: number): void {
    this.#marks.push({ at: nowMs, done: this.#marks.at(-1)!.done + 1 });
    while (this.#marks.length > 2 && nowMs - this.#marks[1]!.at > MEMORY_MS) this.#marks.shift();
  }

  /** Seconds for this many more; null as long as nothing can be said. */
  secondsFor(left: number): number | null {
    const first = this.#marks[0]!;
    const last = this.#marks.at(-1)!;
    if (last.done < LEAST_DONE || last.at <= first.at) return null;
    return ((last.at - first.at) / (last.done - first.done) / 1000) * left;
  }
}
