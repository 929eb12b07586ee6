import type { Clipper } from '../geometry/clip.ts';
import { metresPerDegree } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import type { CheckSite } from './site.ts';

/** Eight directions and the diagonal's share of a metre. */
const STEPS = [
  [1, 0],
  [Math.SQRT1_2, Math.SQRT1_2],
  [0, 1],
  [-Math.SQRT1_2, Math.SQRT1_2],
  [-1, 0],
  [-Math.SQRT1_2, -Math.SQRT1_2],
  [0, -1],
  [Math.SQRT1_2, -Math.SQRT1_2],
] as const;

/**
 * The site as it might have been drawn: moved by `metres` in eight directions, grown and shrunk by as
 * much, each made when it is asked for. A site narrower than twice the distance vanishes when shrunk and is
 * left out.
 */
export function* displacedSites(
  site: CheckSite,
  clipper: Clipper,
  metres: number,
): Generator<FlatPolygons> {
  const { polygons, bbox } = site;
  const scale = metresPerDegree((bbox[1] + bbox[3]) / 2);
  for (const [east, north] of STEPS) {
    const dx = (east * metres) / scale.lon;
    const dy = (north * metres) / scale.lat;
    yield mapVertices(polygons, (x, y) => [x + dx, y + dy]);
  }
  for (const distance of [metres, -metres]) {
    const shape = resizedSite(site, clipper, distance);
    if (shape.xy.length > 0) yield shape;
  }
}

/** The site grown by some metres, or shrunk where they are negative; empty where nothing is left of it. */
export function resizedSite(
  { polygons, bbox }: CheckSite,
  clipper: Clipper,
  metres: number,
): FlatPolygons {
  const scale = metresPerDegree((bbox[1] + bbox[3]) / 2);
  const plane = mapVertices(polygons, (x, y) => [
    (x - bbox[0]) * scale.lon,
    (y - bbox[1]) * scale.lat,
  ]);
  const shape = clipper.offset(plane, metres);
  return mapVertices(shape, (x, y) => [bbox[0] + x / scale.lon, bbox[1] + y / scale.lat]);
}

function mapVertices(
  shape: FlatPolygons,
  place: (x: number, y: number) => readonly [number, number],
): FlatPolygons {
  const xy = new Float64Array(shape.xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    const [x, y] = place(shape.xy[i]!, shape.xy[i + 1]!);
    xy[i] = x;
    xy[i + 1] = y;
  }
  return { ...shape, xy };
}
