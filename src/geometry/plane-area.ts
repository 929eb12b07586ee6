import type { FlatPolygons, Ring } from './shapes.ts';

/**
 * Signed area of a ring in the unit of its coordinates, squared: counter-clockwise positive. Summed
 * around the first vertex, so that eight-digit eastings lose nothing.
 */
export function signedRingArea(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0] - origin[0];
    const ay = ring[i - 1]![1] - origin[1];
    const bx = ring[i]![0] - origin[0];
    const by = ring[i]![1] - origin[1];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Area in the plane of the coordinates: shells less holes, whatever their orientation. */
export function planeArea(flat: FlatPolygons): number {
  const { xy, ringEnds, polygonEnds } = flat;
  let area = 0;
  let ring = 0;
  let start = 0;
  for (const polygonEnd of polygonEnds) {
    for (let shell = true; ring < polygonEnd; ring++, shell = false) {
      const end = ringEnds[ring]!;
      const size = Math.abs(signedFlatArea(xy, start, end));
      area += shell ? size : -size;
      start = end;
    }
  }
  return area;
}

function signedFlatArea(xy: Float64Array, start: number, end: number): number {
  const x0 = xy[2 * start]!;
  const y0 = xy[2 * start + 1]!;
  let twice = 0;
  for (let i = 2 * start; i < 2 * (end - 1); i += 2) {
    twice += (xy[i]! - x0) * (xy[i + 3]! - y0) - (xy[i + 2]! - x0) * (xy[i + 1]! - y0);
  }
  return twice / 2;
}
