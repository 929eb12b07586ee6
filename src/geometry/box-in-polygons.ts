import type { BBox, MultiPolygon, Position } from './shapes.ts';

/** How a box lies to an area: within it, beside it, or neither. */
export type BoxPlace = 'inside' | 'outside' | 'across';

/**
 * Where a box stands to polygons whose rings are even-odd. A border that only touches the box from
 * outside makes it `across`: said too often rather than too seldom.
 */
export function boxInPolygons(box: BBox, polygons: MultiPolygon): BoxPlace {
  let isInside = false;
  const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  for (const ring of polygons.flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const a = ring[i]!;
      const b = ring[i + 1]!;
      if (meetsBox(a, b, box)) return 'across';
      if (passesEastOf(a, b, middle)) isInside = !isInside;
    }
  }
  return isInside ? 'inside' : 'outside';
}

/** A ray to the east meets the edge; half open, so that a vertex counts once. */
function passesEastOf([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): boolean {
  if (ay > y === by > y) return false;
  return ax + ((y - ay) / (by - ay)) * (bx - ax) > x;
}

/** Liang-Barsky: is any part of the edge in the closed box? */
function meetsBox([ax, ay]: Position, [bx, by]: Position, [w, s, e, n]: BBox): boolean {
  let from = 0;
  let to = 1;
  const sides = [
    [ax - bx, ax - w],
    [bx - ax, e - ax],
    [ay - by, ay - s],
    [by - ay, n - ay],
  ] as const;
  for (const [outward, room] of sides) {
    if (outward === 0 && room < 0) return false;
    if (outward < 0) from = Math.max(from, room / outward);
    if (outward > 0) to = Math.min(to, room / outward);
  }
  return from <= to;
}
