import { distanceM, edgeLengthM, metresPerDegree } from '../geometry/ellipsoid.ts';

/** Where along a-b, from 0 to 1, the plane distance to p is least. */
export function planeFoot(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  lon: number,
  lat: number,
): number {
  const ux = (bx - ax) * lon;
  const uy = (by - ay) * lat;
  const size = ux * ux + uy * uy;
  if (size === 0) return 0;
  const t = ((px - ax) * lon * ux + (py - ay) * lat * uy) / size;
  return Math.max(0, Math.min(1, t));
}

/**
 * Least geodesic distance from a point to an edge straight in lon/lat: from the foot in the plane, two
 * steps of a parabola through three squared distances 100 m apart.
 */
export function pointToEdgeM(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const length = edgeLengthM(ax, ay, bx, by);
  const at = (t: number): number => distanceM(px, py, ax + t * (bx - ax), ay + t * (by - ay));
  if (length === 0) return at(0);
  const { lon, lat } = metresPerDegree((py + (ay + by) / 2) / 2);
  let t = planeFoot(px, py, ax, ay, bx, by, lon, lat);
  const step = 100 / length;
  for (let round = 0; round < 2; round++) {
    const before = at(t - step) ** 2;
    const here = at(t) ** 2;
    const after = at(t + step) ** 2;
    t -= (step * (after - before)) / (2 * (after - 2 * here + before));
    t = Math.max(0, Math.min(1, t));
  }
  return at(t);
}
