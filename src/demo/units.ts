import type { Position } from '../geometry/shapes.ts';

/**
 * Places are whole numbers of 1e-7 degree (about 1 cm) until they are written: equal places are
 * then equal numbers, and a neighbour's corner is found again without a tolerance.
 */
export type Grid = readonly [x: number, y: number];
export type GridRing = readonly Grid[];
export type GridPolygon = readonly GridRing[];

export const PER_DEGREE = 1e7;
/** Metres per degree of latitude, and of longitude at 37.4° N: for sizes, never for areas. */
export const METRES_NORTH = 111_000;
export const METRES_EAST = 88_400;

export function toGrid(lonLat: Position): Grid {
  return [Math.round(lonLat[0] * PER_DEGREE), Math.round(lonLat[1] * PER_DEGREE)];
}

/** Division by a power of ten is correctly rounded: the shortest decimal comes back. */
export function toLonLat(place: Grid): Position {
  return [place[0] / PER_DEGREE, place[1] / PER_DEGREE];
}

/** Distance in metres on the plane of 37.4° N. */
export function metresBetween(a: Position, b: Position): number {
  const east = (a[0] - b[0]) * METRES_EAST;
  const north = (a[1] - b[1]) * METRES_NORTH;
  return Math.sqrt(east * east + north * north);
}

/** Distance in metres from a place to a chain of segments. */
export function metresToLine(place: Position, line: readonly Position[]): number {
  let best = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!;
    const b = line[i + 1]!;
    const ex = (b[0] - a[0]) * METRES_EAST;
    const ey = (b[1] - a[1]) * METRES_NORTH;
    const px = (place[0] - a[0]) * METRES_EAST;
    const py = (place[1] - a[1]) * METRES_NORTH;
    const along = Math.max(0, Math.min(1, (px * ex + py * ey) / (ex * ex + ey * ey)));
    const dx = px - along * ex;
    const dy = py - along * ey;
    const square = dx * dx + dy * dy;
    if (square < best) best = square;
  }
  return Math.sqrt(best);
}

/** Even-odd rule. */
export function isInside(place: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > place[1] === b[1] > place[1]) continue;
    if (place[0] < ((b[0] - a[0]) * (place[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
