/**
 * Clipping against the square [min, max]² of a buffered tile, in tile units. Rings are flat and closed
 * (x0, y0, x1, y1, ..., x0, y0).
 */
export type FlatRing = ArrayLike<number>;

/** How a ring lies to the square. */
export function placeOf(ring: FlatRing, min: number, max: number): 'inside' | 'outside' | 'across' {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (left > max || right < min || top > max || bottom < min) return 'outside';
  return left >= min && right <= max && top >= min && bottom <= max ? 'inside' : 'across';
}

/**
 * The part of a ring's inside within the square (Sutherland and Hodgman, 1974). The result is one closed
 * ring, empty when nothing is left; separate parts hang together along the square's edge, where they
 * enclose no area.
 */
export function clipRing(ring: FlatRing, min: number, max: number): FlatRing {
  const place = placeOf(ring, min, max);
  if (place === 'inside') return ring;
  if (place === 'outside') return [];
  let points = clipHalf(ring, 0, min, 1);
  points = clipHalf(points, 0, max, -1);
  points = clipHalf(points, 1, min, 1);
  return clipHalf(points, 1, max, -1);
}

/** Keeps the side of `coordinate(axis) = limit` where `sign * (coordinate - limit) >= 0`. */
function clipHalf(ring: FlatRing, axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const out: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const from = sign * (ring[i + axis]! - limit);
    const to = sign * (ring[i + 2 + axis]! - limit);
    if (from >= 0) out.push(ring[i]!, ring[i + 1]!);
    if (from < 0 === to < 0) continue;
    const share = from / (from - to);
    const crossing = ring[i + 1 - axis]! + share * (ring[i + 3 - axis]! - ring[i + 1 - axis]!);
    if (axis === 0) out.push(limit, crossing);
    else out.push(crossing, limit);
  }
  if (out.length > 0) out.push(out[0]!, out[1]!);
  return out;
}

/**
 * The parts of a polyline within the square, in its own direction. Nothing is drawn along the square:
 * the edges of a tile are not edges of anything.
 */
export function clipLine(line: FlatRing, min: number, max: number): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const span = insideSpan(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, min, max);
    if (!span) continue;
    const [enter, leave] = span;
    const dx = line[i + 2]! - line[i]!;
    const dy = line[i + 3]! - line[i + 1]!;
    if (enter > 0 || part.length === 0) {
      if (part.length >= 4) parts.push(part);
      part = [line[i]! + enter * dx, line[i + 1]! + enter * dy];
    }
    if (leave < 1) part.push(line[i]! + leave * dx, line[i + 1]! + leave * dy);
    else part.push(line[i + 2]!, line[i + 3]!);
    if (leave < 1) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length >= 4) parts.push(part);
  return parts;
}

/** Share of a segment within the square as [enter, leave], or null (Liang and Barsky, 1984). */
function insideSpan(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  min: number,
  max: number,
): readonly [number, number] | null {
  let enter = 0;
  let leave = 1;
  for (const [from, delta] of [
    [x0, x1 - x0],
    [y0, y1 - y0],
  ] as const) {
    if (delta === 0) {
      if (from < min || from > max) return null;
      continue;
    }
    const a = ((delta > 0 ? min : max) - from) / delta;
    const b = ((delta > 0 ? max : min) - from) / delta;
    if (a > enter) enter = a;
    if (b < leave) leave = b;
    if (enter > leave) return null;
  }
  return [enter, leave];
}
