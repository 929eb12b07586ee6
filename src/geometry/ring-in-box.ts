import type { BBox } from './shapes.ts';

/**
 * The part of a ring's inside within a box (Sutherland and Hodgman, 1974), flat and closed; empty when
 * nothing is left. Separate parts hang together along the box's edge, where they enclose no area. For
 * drawing, not for measuring.
 */
export function ringInBox(
  ring: Float64Array,
  [west, south, east, north]: BBox,
): Float64Array<ArrayBufferLike> {
  let points: ArrayLike<number> = ring;
  for (const [axis, limit, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ] as const) {
    points = halfOf(points, axis, limit, sign);
  }
  return points === ring ? ring : Float64Array.from(points);
}

/** Keeps the side of `coordinate(axis) = limit` where `sign * (coordinate - limit) >= 0`. */
function halfOf(
  ring: ArrayLike<number>,
  axis: 0 | 1,
  limit: number,
  sign: 1 | -1,
): ArrayLike<number> {
  let isWhole = true;
  for (let i = axis; i < ring.length && isWhole; i += 2) isWhole = sign * (ring[i]! - limit) >= 0;
  if (isWhole) return ring;
  const out: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const from = sign * (ring[i + axis]! - limit);
    const to = sign * (ring[i + 2 + axis]! - limit);
    if (from >= 0) out.push(ring[i]!, ring[i + 1]!);
    if (from < 0 === to < 0) continue;
    const other = 1 - axis;
    const share = from / (from - to);
    const crossing = ring[i + other]! + share * (ring[i + 2 + other]! - ring[i + other]!);
    if (axis === 0) out.push(limit, crossing);
    else out.push(crossing, limit);
  }
  if (out.length > 0) out.push(out[0]!, out[1]!);
  return out;
}
