/**
 * The places of the vertices that a tolerance keeps, in the ring's own order. A ring that would collapse
 * keeps a triangle of its own vertices, one without three different vertices all it has: nothing that is
 * protected becomes nothing.
 *
 * @param ring flat, closed
 * @param weights of every vertex but the closing one (`ring-weights.ts`)
 */
export function keptPlaces(
  ring: Float64Array,
  weights: Float64Array,
  tolerance: number,
): readonly number[] {
  const kept: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i]! > tolerance) kept.push(i);
  if (kept.length >= 3) return kept;
  const order = Array.from(weights.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const chosen: number[] = [];
  for (const i of order) {
    if (chosen.some((j) => samePlace(ring, i, j))) continue;
    chosen.push(i);
    if (chosen.length === 3) return chosen.sort((a, b) => a - b);
  }
  return [...weights.keys()];
}

/** The ring of the vertices at these places; closed. */
export function ringOf(ring: Float64Array, places: readonly number[]): Float64Array {
  const out = new Float64Array(2 * places.length + 2);
  places.forEach((place, i) => {
    out[2 * i] = ring[2 * place]!;
    out[2 * i + 1] = ring[2 * place + 1]!;
  });
  out[out.length - 2] = out[0]!;
  out[out.length - 1] = out[1]!;
  return out;
}

/** Whether a tolerance leaves nothing of a ring but a line: a hole like that need not be drawn. */
export function collapses(weights: Float64Array, tolerance: number): boolean {
  let kept = 0;
  for (const weight of weights) if (weight > tolerance && ++kept >= 3) return false;
  return true;
}

function samePlace(ring: Float64Array, a: number, b: number): boolean {
  return ring[2 * a] === ring[2 * b] && ring[2 * a + 1] === ring[2 * b + 1];
}
