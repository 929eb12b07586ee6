import { type MetresPerDegree, metresPerDegree } from '../geometry/ellipsoid.ts';
import type { LayerIndex } from './edge-index.ts';
import { planeFoot, pointToEdgeM } from './point-to-edge.ts';
import type { Site } from './site.ts';

export interface Nearest {
  readonly featureIndex: number;
  readonly distanceM: number;
}

/**
 * A distance takes long to work out, its bound in the plane hardly any time. So pairs are collected whose
 * bound is near the least one, and only those left in the end are measured.
 */
export interface Search {
  readonly site: Site;
  readonly index: LayerIndex;
  /** Metres per degree that are nowhere too long: plane distances with them are bounds from below. */
  readonly scale: MetresPerDegree;
  /** So many times its bound, at most, a distance is. */
  readonly longer: number;
  readonly withinM: number;
  /** What is farther than this in the plane cannot be nearest. */
  reachM: number;
  /** How many pairs of a point and an edge may be nearest; see `pairs`. */
  count: number;
}

/** So much more than bounds say, m: ten times what the distance formula errs by. */
const SLACK_M = 0.001;
/** From so many pairs on, those that cannot be nearest any more are dropped. */
const MANY_PAIRS = 64;
/** A geodesic of 40 km leaves the latitudes of its ends by 25 m: there a degree is shorter by less than this. */
const BULGE = 1e-5;

/** Pairs of the search at hand: feature, edge of the site, edge of the feature, and whose point it is. */
let pairs = new Uint32Array(4 * 2 * MANY_PAIRS);
let boundsM = new Float64Array(2 * MANY_PAIRS);

/** The least of the distances that are left: by bounds with the latitudes of each pair, lowest first. */
export function leastOf(search: Search): Nearest | null {
  dropFar(search);
  const left = Array.from({ length: search.count }, (_, k) => {
    const ends = endsOf(search, k);
    const south = metresPerDegree(Math.min(ends[1], ends[3], ends[5]));
    const north = metresPerDegree(Math.max(ends[1], ends[3], ends[5]));
    const lon = Math.max(0, Math.min(south.lon, north.lon));
    const lat = Math.min(south.lat, north.lat);
    return { f: pairs[4 * k]!, ends, boundM: (1 - BULGE) * planeDistance(ends, { lon, lat }) };
  }).sort((a, b) => a.boundM - b.boundM);
  let nearest: Nearest | null = null;
  for (const { f, ends, boundM } of left) {
    if (nearest && boundM > nearest.distanceM) break;
    const distanceM = pointToEdgeM(...ends);
    if (distanceM > search.withinM || (nearest && distanceM >= nearest.distanceM)) continue;
    nearest = { featureIndex: f, distanceM };
  }
  return nearest;
}

type PointAndEdge = readonly [number, number, number, number, number, number];

/** The point of a pair, then both ends of its edge. */
function endsOf({ site, index }: Search, k: number): PointAndEdge {
  const { edges, x0, y0 } = site;
  const { xy } = index.rings;
  const e = pairs[4 * k + 1]!;
  const v = 2 * pairs[4 * k + 2]!;
  const px = edges.x1[e]! + x0;
  const py = edges.y1[e]! + y0;
  return pairs[4 * k + 3] === OF_SITE
    ? [px, py, xy[v]!, xy[v + 1]!, xy[v + 2]!, xy[v + 3]!]
    : [xy[v]!, xy[v + 1]!, px, py, edges.x2[e]! + x0, edges.y2[e]! + y0];
}

function planeDistance(
  [px, py, ax, ay, bx, by]: PointAndEdge,
  { lon, lat }: MetresPerDegree,
): number {
  const t = planeFoot(px, py, ax, ay, bx, by, lon, lat);
  const dx = (ax + t * (bx - ax) - px) * lon;
  const dy = (ay + t * (by - ay) - py) * lat;
  return Math.sqrt(dx * dx + dy * dy);
}

export const OF_SITE = 1;
export const OF_FEATURE = 0;

/** Takes note of a pair that may be nearest. */
export function keepPair(
  search: Search,
  boundM: number,
  f: number,
  e: number,
  v: number,
  whose: number,
): void {
  const mostM = search.longer * boundM + SLACK_M;
  if (mostM < search.reachM) search.reachM = mostM;
  if (search.count === boundsM.length) {
    dropFar(search);
    if (search.count > boundsM.length / 2) moreRoom();
  }
  const k = search.count++;
  boundsM[k] = boundM;
  pairs[4 * k] = f;
  pairs[4 * k + 1] = e;
  pairs[4 * k + 2] = v;
  pairs[4 * k + 3] = whose;
}

function dropFar(search: Search): void {
  let kept = 0;
  for (let k = 0; k < search.count; k++) {
    if (boundsM[k]! > search.reachM) continue;
    boundsM[kept] = boundsM[k]!;
    pairs.copyWithin(4 * kept, 4 * k, 4 * k + 4);
    kept++;
  }
  search.count = kept;
}

function moreRoom(): void {
  const [ownPairs, ownBounds] = [pairs, boundsM];
  pairs = new Uint32Array(2 * ownPairs.length);
  boundsM = new Float64Array(2 * ownBounds.length);
  pairs.set(ownPairs);
  boundsM.set(ownBounds);
}
