/** Weight of the last project in the smoothed time of one. */
const FRESH = 0.15;
/** Before so many nothing is foretold. */
const FEW = 3;

/** How fast a batch goes: the time of one project, smoothed, so that one slow project is no alarm. */
export class Pace {
  #meanMs = 0;
  #count = 0;

  took(ms: number): void {
    this.#count++;
    const weight = Math.max(FRESH, 1 / this.#count);
    this.#meanMs += (ms - this.#meanMs) * weight;
  }

  /** Whole seconds; null where too little was seen. */
  remainingS(projects: number): number | null {
    if (this.#count < FEW || projects === 0) return null;
    return Math.max(1, Math.round((projects * this.#meanMs) / 1000));
  }

  /** After a rest the first project may have to read the layers again: what was seen still counts. */
  rest(): void {
    this.#count = Math.min(this.#count, FEW);
  }
}
