/** Running result of one pair. Typed, so that adding to it in the inner loop allocates nothing. */
export interface Tally {
  /** Area in m² as a compensated sum: [high, low]. */
  readonly sum: Float64Array;
  /** Whole numbers by the names below. */
  readonly facts: Int32Array;
}

/** 1 when the closed shapes share a point. */
export const TOUCHES = 0;
/** Grows with every feature edge, see `Site.seen`. */
export const TICK = 1;
/** Where the walk along a feature's runs stands: last run, winding numbers there and at the ring's start. */
export const LAST_RUN = 2;
export const WINDING = 3;
export const START_WINDING = 4;

export function newTally(): Tally {
  return { sum: new Float64Array(2), facts: new Int32Array(5) };
}

export function resetTally(tally: Tally): void {
  tally.sum[0] = 0;
  tally.sum[1] = 0;
  tally.facts[TOUCHES] = 0;
  tally.facts[LAST_RUN] = -2;
  tally.facts[WINDING] = 0;
  tally.facts[START_WINDING] = 0;
}

/** Add without losing what falls off the end (Neumaier's two-sum). */
export function addTo(sum: Float64Array, value: number): void {
  const high = sum[0]!;
  const total = high + value;
  const part = total - high;
  sum[1]! += high - (total - part) + (value - part);
  sum[0] = total;
}
