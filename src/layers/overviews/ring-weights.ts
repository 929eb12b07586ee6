/**
 * How far a ring is off without a vertex: the largest tolerance at which Douglas and Peucker (1973) still
 * keep it. Junctions, and in a ring without junctions the two vertices it hangs on, weigh Infinity. One
 * computation serves every tolerance: a level keeps what weighs more.
 *
 * Rings that share a stretch between two junctions weigh it alike, to the last bit, whichever way and from
 * wherever they run: each stretch is looked at from its lesser end.
 *
 * @param ring flat, closed, in units of the tolerance
 * @param junctions for each vertex but the closing one
 */
export function ringWeights(ring: Float64Array, junctions: Uint8Array): Float64Array {
  const count = junctions.length;
  const weights = new Float64Array(count);
  const fixed: number[] = [];
  for (let i = 0; i < count; i++) if (junctions[i] === 1) fixed.push(i);
  if (fixed.length === 0) fixed.push(...hangers(ring, count));
  for (const i of fixed) weights[i] = Infinity;
  fixed.forEach((from, k) => {
    const next = fixed[(k + 1) % fixed.length]!;
    weighStretch(ring, weights, from, next > from ? next : next + count);
  });
  return weights;
}

/** The least vertex and the one farthest from it, by place in the ring. */
function hangers(ring: Float64Array, count: number): number[] {
  let least = 0;
  for (let i = 1; i < count; i++) if (isLess(ring, i, least)) least = i;
  let farthest = least;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const dx = ring[2 * i]! - ring[2 * least]!;
    const dy = ring[2 * i + 1]! - ring[2 * least + 1]!;
    const square = dx * dx + dy * dy;
    if (square > most || (square === most && square > 0 && isLess(ring, i, farthest))) {
      most = square;
      farthest = i;
    }
  }
  if (farthest === least) return [least];
  return least < farthest ? [least, farthest] : [farthest, least];
}

function isLess(ring: Float64Array, a: number, b: number): boolean {
  const dx = ring[2 * a]! - ring[2 * b]!;
  return dx !== 0 ? dx < 0 : ring[2 * a + 1]! < ring[2 * b + 1]!;
}

/** The stretch being weighed; used again by the next. */
let scratch = new Float64Array(1024);

/** Weighs the vertices between two fixed ones; `to` may be past the end of the ring. */
function weighStretch(ring: Float64Array, weights: Float64Array, from: number, to: number): void {
  const length = to - from + 1;
  if (length < 3) return;
  const count = weights.length;
  const backwards = runsBackwards(ring, from, to, count);
  const placeOf = (i: number): number => (backwards ? to - i : from + i) % count;
  if (scratch.length < 2 * length) scratch = new Float64Array(4 * length);
  const xy = scratch;
  for (let i = 0; i < length; i++) {
    const at = placeOf(i);
    xy[2 * i] = ring[2 * at]!;
    xy[2 * i + 1] = ring[2 * at + 1]!;
  }
  // spans still to be divided: first, last, what their parent weighs
  const spans: number[] = [0, length - 1, Infinity];
  while (spans.length > 0) {
    const limit = spans.pop()!;
    const last = spans.pop()!;
    const first = spans.pop()!;
    const { at, square } = farthestFrom(xy, first, last);
    const weight = Math.min(Math.sqrt(square), limit);
    weights[placeOf(at)] = weight;
    if (at - first > 1) spans.push(first, at, weight);
    if (last - at > 1) spans.push(at, last, weight);
  }
}

/** The lesser end first; a stretch around a whole ring by its second vertices. */
function runsBackwards(ring: Float64Array, from: number, to: number, count: number): boolean {
  const a = from % count;
  const b = to % count;
  if (a !== b) return isLess(ring, b, a);
  return isLess(ring, (to - 1) % count, (from + 1) % count);
}

/** The vertex between `first` and `last` that is farthest from the segment between them. */
function farthestFrom(
  xy: Float64Array,
  first: number,
  last: number,
): { readonly at: number; readonly square: number } {
  const x0 = xy[2 * first]!;
  const y0 = xy[2 * first + 1]!;
  const dx = xy[2 * last]! - x0;
  const dy = xy[2 * last + 1]! - y0;
  const inverse = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
  let at = first + 1;
  let most = -1;
  for (let i = first + 1; i < last; i++) {
    const px = xy[2 * i]! - x0;
    const py = xy[2 * i + 1]! - y0;
    const along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
    const ex = px - along * dx;
    const ey = py - along * dy;
    const square = ex * ex + ey * ey;
    if (square > most) {
      most = square;
      at = i;
    }
  }
  return { at, square: most };
}
