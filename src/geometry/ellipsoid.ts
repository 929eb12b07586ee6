import { type AreaSeries, areaSeries, stripArea } from './area-integral.ts';
import { DEGREE, ECCENTRICITY_2, SECOND_ECCENTRICITY_2, SEMI_MAJOR_M } from './cgcs2000.ts';
import { bboxOf, type FlatPolygons } from './shapes.ts';

export interface MetresPerDegree {
  readonly lon: number;
  readonly lat: number;
}

/** Length of one degree of longitude and of latitude at a latitude: N cos B and M, times pi/180. */
export function metresPerDegree(latitude: number): MetresPerDegree {
  const sin = Math.sin(latitude * DEGREE);
  const v2 = 1 - ECCENTRICITY_2 * sin * sin;
  const primeVertical = SEMI_MAJOR_M / Math.sqrt(v2);
  const meridian = (primeVertical * (1 - ECCENTRICITY_2)) / v2;
  return { lon: primeVertical * Math.cos(latitude * DEGREE) * DEGREE, lat: meridian * DEGREE };
}

/**
 * Geodesic distance in metres between two lon/lat points, by Gauss's mid-latitude formula (高斯平均引数
 * 反算). Good to 0.1 mm up to 50 km, compared with Karney's geodesic; made for what lies near.
 */
export function distanceM(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const mid = ((lat1 + lat2) / 2) * DEGREE;
  const sin = Math.sin(mid);
  const cos = Math.cos(mid);
  const dB2 = ((lat2 - lat1) * DEGREE) ** 2;
  const dL2 = ((lon2 - lon1) * DEGREE) ** 2;
  const t2 = (sin / cos) ** 2;
  const eta2 = SECOND_ECCENTRICITY_2 * cos * cos;
  const v2 = 1 + eta2;
  const n = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_2 * sin * sin);
  const north =
    (n / v2) *
    (lat2 - lat1) *
    DEGREE *
    (1 -
      (dL2 * cos * cos * (2 + 3 * t2 + 2 * eta2)) / 24 +
      (dB2 * eta2 * (1 - t2)) / (8 * v2 * v2));
  const east =
    n *
    cos *
    (lon2 - lon1) *
    DEGREE *
    (1 -
      (dL2 * cos * cos * t2) / 24 +
      (dB2 * (1 + eta2 - 9 * eta2 * t2 + eta2 * eta2)) / (24 * v2 * v2));
  return Math.sqrt(north * north + east * east);
}

/**
 * Length in metres of the line that is straight in lon/lat: the integral of sqrt(M² B'² + (N cos B)² L'²)
 * by three Gauss points, exact to 1e-9 of the length for edges below a degree.
 */
export function edgeLengthM(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const mid = (lat1 + lat2) / 2;
  const offset = ((lat2 - lat1) / 2) * GAUSS_NODE;
  const dx = lon2 - lon1;
  const dy = lat2 - lat1;
  return (
    (8 * speed(mid, dx, dy) + 5 * speed(mid - offset, dx, dy) + 5 * speed(mid + offset, dx, dy)) /
    18
  );
}

const GAUSS_NODE = Math.sqrt(0.6);

function speed(latitude: number, dx: number, dy: number): number {
  const metres = metresPerDegree(latitude);
  return Math.hypot(metres.lon * dx, metres.lat * dy);
}

/** Length of all rings in metres, edges straight in lon/lat. */
export function lengthM(flat: FlatPolygons): number {
  const { xy } = flat;
  let length = 0;
  let vertex = 0;
  for (const end of flat.ringEnds) {
    for (; vertex + 1 < end; vertex++) {
      const i = 2 * vertex;
      length += edgeLengthM(xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
    }
    vertex = end;
  }
  return length;
}

/**
 * Area in m² on the CGCS2000 ellipsoid of polygons whose edges are straight in lon/lat: outer rings
 * minus holes, by nesting and not by orientation. Additive: the parts of a cut polygon sum to the whole.
 * Throws a RangeError on a coordinate that is not finite.
 */
export function ellipsoidAreaM2(flat: FlatPolygons): number {
  if (flat.xy.length === 0) return 0;
  const [west, south, east, north] = bboxOf(flat);
  const x0 = (west + east) / 2;
  const y0 = (south + north) / 2;
  const series = areaSeries(y0);
  let area = 0;
  let ring = 0;
  let start = 0;
  for (const polygonEnd of flat.polygonEnds) {
    for (let outer = true; ring < polygonEnd; ring++, outer = false) {
      const end = flat.ringEnds[ring]!;
      const size = Math.abs(ringIntegral(flat.xy, start, end, x0, y0, series));
      area += outer ? size : -size;
      start = end;
    }
  }
  if (!Number.isFinite(area)) throw new RangeError('a coordinate is not a finite number');
  return Math.max(0, area);
}

/** Signed area in m² of one closed ring (vertices start..end), counter-clockwise positive. */
export function ringIntegral(
  xy: Float64Array,
  start: number,
  end: number,
  x0: number,
  y0: number,
  series: AreaSeries,
): number {
  let sum = 0;
  let x1 = xy[2 * start]! - x0;
  let y1 = xy[2 * start + 1]! - y0;
  for (let vertex = start + 1; vertex < end; vertex++) {
    const x2 = xy[2 * vertex]! - x0;
    const y2 = xy[2 * vertex + 1]! - y0;
    sum += stripArea(series, x1, y1, x2, y2);
    x1 = x2;
    y1 = y2;
  }
  return sum;
}
