import type { FlatPolygons } from '../../geometry/shapes.ts';
import type { FlatGeometry } from './flat-geometry.ts';

/** All vertices of a geometry: x0, y0, x1, y1, ... */
export function verticesOf(geometry: FlatGeometry): ArrayLike<number> {
  if ('polygons' in geometry) return geometry.polygons.xy;
  return 'lines' in geometry ? geometry.lines.xy : geometry.point;
}

/**
 * Appends west, south, east, north.
 *
 * @throws RangeError without vertices or with one that is no finite number
 */
export function pushBox(
  corners: { push(side: number): unknown },
  xy: ArrayLike<number>,
  label: string,
): void {
  if (xy.length === 0) throw new RangeError(`${label} has no geometry`);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      throw new RangeError(`${label} vertex ${i / 2} is not finite`);
    }
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  corners.push(west);
  corners.push(south);
  corners.push(east);
  corners.push(north);
}

/** @throws RangeError for an open ring, one of under 4 vertices, a polygon without rings */
export function checkRings({ xy, ringEnds, polygonEnds }: FlatPolygons, label: string): void {
  let vertex = 0;
  ringEnds.forEach((end, ring) => {
    const closed = xy[2 * vertex] === xy[2 * end - 2] && xy[2 * vertex + 1] === xy[2 * end - 1];
    if (!closed || end - vertex < 4) throw new RangeError(`${label} ring ${ring} is not a ring`);
    vertex = end;
  });
  let ring = 0;
  for (const end of polygonEnds) {
    if (end <= ring) throw new RangeError(`${label} has a polygon without rings`);
    ring = end;
  }
  if (ring !== ringEnds.length || 2 * vertex !== xy.length) {
    throw new RangeError(`${label} has vertices outside its rings or rings outside its polygons`);
  }
}
