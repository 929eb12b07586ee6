import { orient } from '../geometry/predicates.ts';

/**
 * +1 for a counter-clockwise ring, -1 for a clockwise one, 0 for one without area. Exact also for slivers
 * thinner than rounding: where the area's sign is in doubt, the corner at the lowest of the leftmost
 * vertices decides, which is convex in every simple ring.
 */
export function ringOrientation(xy: Float64Array, start: number, end: number): 1 | -1 | 0 {
  const x0 = xy[2 * start]!;
  const y0 = xy[2 * start + 1]!;
  let twice = 0;
  let size = 0;
  let corner = start;
  let x1 = 0;
  let y1 = 0;
  for (let v = start + 1; v < end; v++) {
    const x2 = xy[2 * v]! - x0;
    const y2 = xy[2 * v + 1]! - y0;
    const term = x1 * y2 - x2 * y1;
    twice += term;
    size += Math.abs(x1 * y2) + Math.abs(x2 * y1);
    if (isBefore(xy, v, corner)) corner = v;
    x1 = x2;
    y1 = y2;
  }
  if (!Number.isFinite(twice)) throw new RangeError('a coordinate is not a finite number');
  if (Math.abs(twice) > (end - start) * 4e-16 * size) return twice > 0 ? 1 : -1;
  return cornerOrientation(xy, start, end, corner);
}

function isBefore(xy: Float64Array, a: number, b: number): boolean {
  const dx = xy[2 * a]! - xy[2 * b]!;
  return dx < 0 || (dx === 0 && xy[2 * a + 1]! < xy[2 * b + 1]!);
}

function cornerOrientation(
  xy: Float64Array,
  start: number,
  end: number,
  corner: number,
): 1 | -1 | 0 {
  const count = end - start - 1;
  const x = xy[2 * corner]!;
  const y = xy[2 * corner + 1]!;
  const neighbour = (step: number): number => {
    for (let k = 1; k < count; k++) {
      const v = start + ((((corner - start + step * k) % count) + count) % count);
      if (xy[2 * v]! !== x || xy[2 * v + 1]! !== y) return v;
    }
    return corner;
  };
  const before = neighbour(-1);
  const after = neighbour(1);
  const turn = orient(
    xy[2 * before]!,
    xy[2 * before + 1]!,
    x,
    y,
    xy[2 * after]!,
    xy[2 * after + 1]!,
  );
  return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}
