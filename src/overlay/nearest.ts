import { metresPerDegree } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import {
  boxAt,
  boxesOf,
  buildLayerIndex,
  FAN_BITS,
  type LayerIndex,
  nodesAt,
  topLevel,
} from './edge-index.ts';
import { overlapOf } from './overlap.ts';
import { planeFoot, pointToEdgeM } from './point-to-edge.ts';
import type { Site } from './site.ts';

/**
 * Least geodesic distance in metres between a site and a feature, 0 where they touch, null where it is
 * more than `withinM`. Exact to 1 mm up to 20 km; edges are straight in lon/lat. The least distance of
 * two edges that do not meet is taken at an end of one of them.
 */
export function nearestDistanceM(
  site: Site,
  feature: FlatPolygons,
  withinM: number,
): number | null {
  return nearestOf(site, buildLayerIndex([feature]), withinM)?.distanceM ?? null;
}

export interface Nearest {
  readonly featureIndex: number;
  readonly distanceM: number;
}

/** The feature of a layer nearest to the site, or null where none lies within `withinM`. */
export function nearestOf(site: Site, index: LayerIndex, withinM: number): Nearest | null {
  const { scale, longer } = scalesAround(site, withinM);
  const [west, south, east, north] = site.bbox;
  const dx = withinM / scale.lon;
  const dy = withinM / scale.lat;
  const near = index.tree.search([west - dx, south - dy, east + dx, north + dy]);
  if (near.length === 0) return null;
  const search: Search = { site, index, scale, longer, withinM, reachM: withinM, pairs: [] };
  const order = near
    .map((f) => ({ f, bound: boxDistance(search, index.rings.featureBox, 4 * f) }))
    .sort((a, b) => a.bound - b.bound || a.f - b.f);
  for (const { f, bound } of order) {
    if (bound > search.reachM) break;
    if (bound === 0 && overlapOf(site, index, f).touches) return { featureIndex: f, distanceM: 0 };
    searchFeature(search, f);
  }
  return leastOf(search);
}

/**
 * A distance takes long to work out, its bound in the plane hardly any time. So pairs are collected whose
 * bound is near the least one, and only those left in the end are measured.
 */
interface Search {
  readonly site: Site;
  readonly index: LayerIndex;
  /** Metres per degree that are nowhere too long: plane distances with them are bounds from below. */
  readonly scale: { readonly lon: number; readonly lat: number };
  /** So many times its bound, at most, a distance is. */
  readonly longer: number;
  readonly withinM: number;
  /** What is farther than this in the plane cannot be nearest. */
  reachM: number;
  /** Points and edges that may be nearest, in the order in which they were found. */
  pairs: Pair[];
}

interface Pair {
  readonly f: number;
  /** Distance in the plane, m. */
  readonly boundM: number;
  /** The point, then both ends of the edge. */
  readonly ends: readonly [number, number, number, number, number, number];
}

/** So much more than bounds say, m: ten times what the distance formula errs by. */
const SLACK_M = 0.001;
/** From so many pairs on, those that cannot be nearest any more are dropped. */
const MANY_PAIRS = 64;

function scalesAround(site: Site, withinM: number): Pick<Search, 'scale' | 'longer'> {
  const margin = withinM / 110_000 + 0.01;
  const south = metresPerDegree(site.bbox[1] - margin);
  const north = metresPerDegree(site.bbox[3] + margin);
  const scale = {
    lon: Math.max(0, Math.min(south.lon, north.lon)),
    lat: Math.min(south.lat, north.lat),
  };
  const isAcrossEquator = site.bbox[1] < margin && site.bbox[3] > -margin;
  const lon = isAcrossEquator ? metresPerDegree(0).lon : Math.max(south.lon, north.lon);
  const lat = Math.max(south.lat, north.lat);
  return { scale, longer: Math.max(lon / scale.lon, lat / scale.lat) };
}

/** The least of the distances that are left. */
function leastOf({ pairs, withinM, reachM }: Search): Nearest | null {
  let nearest: Nearest | null = null;
  for (const { f, boundM, ends } of pairs) {
    if (boundM > reachM) continue;
    const distanceM = pointToEdgeM(...ends);
    if (distanceM > withinM || (nearest && distanceM >= nearest.distanceM)) continue;
    nearest = { featureIndex: f, distanceM };
  }
  return nearest;
}

function boxDistance(search: Search, boxes: Float64Array, at: number): number {
  const [west, south, east, north] = search.site.bbox;
  const dx = Math.max(0, boxes[at]! - east, west - boxes[at + 2]!) * search.scale.lon;
  const dy = Math.max(0, boxes[at + 1]! - north, south - boxes[at + 3]!) * search.scale.lat;
  return Math.sqrt(dx * dx + dy * dy);
}

function searchFeature(search: Search, f: number): void {
  const { index } = search;
  const { featureRing, ringStart } = index.rings;
  const runs = index.featureRun[f + 1]! - index.featureRun[f]!;
  if (runs > 0) {
    searchNode(search, f, topLevel(runs), 0);
    return;
  }
  for (let ring = featureRing[f]!; ring < featureRing[f + 1]!; ring++) {
    searchChain(search, f, ringStart[ring]!, ringStart[ring + 1]! - 1);
  }
}

/** Nearest child first, so that the bound tightens early. */
function searchNode(search: Search, f: number, level: number, node: number): void {
  const { index } = search;
  const base = index.featureRun[f]!;
  if (level === 0) {
    searchChain(search, f, index.runFrom[base + node]!, index.runTo[base + node]!);
    return;
  }
  const boxes = boxesOf(index, level - 1);
  const end = Math.min(nodesAt(index.featureRun[f + 1]! - base, level - 1), (node + 1) << FAN_BITS);
  const children: { child: number; bound: number }[] = [];
  for (let child = node << FAN_BITS; child < end; child++) {
    const bound = boxDistance(search, boxes, boxAt(index, f, level - 1, child));
    if (bound <= search.reachM) children.push({ child, bound });
  }
  children.sort((a, b) => a.bound - b.bound);
  for (const { child, bound } of children) {
    if (bound <= search.reachM) searchNode(search, f, level - 1, child);
  }
}

function searchChain(search: Search, f: number, from: number, to: number): void {
  const { xy } = search.index.rings;
  const { edges, x0, y0 } = search.site;
  const { lon, lat } = search.scale;
  const edge = new Float64Array(4);
  for (let v = from; v < to; v++) {
    const ax = xy[2 * v]!;
    const ay = xy[2 * v + 1]!;
    const bx = xy[2 * v + 2]!;
    const by = xy[2 * v + 3]!;
    edge[0] = Math.min(ax, bx);
    edge[1] = Math.min(ay, by);
    edge[2] = Math.max(ax, bx);
    edge[3] = Math.max(ay, by);
    if (boxDistance(search, edge, 0) > search.reachM) continue;
    for (let e = 0; e < edges.count; e++) {
      const px = edges.x1[e]! + x0;
      const py = edges.y1[e]! + y0;
      const qx = edges.x2[e]! + x0;
      const qy = edges.y2[e]! + y0;
      const dx = Math.max(0, edge[0]! - Math.max(px, qx), Math.min(px, qx) - edge[2]!);
      const dy = Math.max(0, edge[1]! - Math.max(py, qy), Math.min(py, qy) - edge[3]!);
      if (Math.sqrt((dx * lon) ** 2 + (dy * lat) ** 2) > search.reachM) continue;
      // Rings are closed: every end of an edge begins another one, and is looked at there.
      consider(search, f, px, py, ax, ay, bx, by);
      consider(search, f, ax, ay, px, py, qx, qy);
    }
  }
}

/** Takes note of point p and the edge a-b where their distance may be the least. */
function consider(
  search: Search,
  f: number,
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const { lon, lat } = search.scale;
  const t = planeFoot(px, py, ax, ay, bx, by, lon, lat);
  const dx = (ax + t * (bx - ax) - px) * lon;
  const dy = (ay + t * (by - ay) - py) * lat;
  const boundM = Math.sqrt(dx * dx + dy * dy);
  if (boundM > search.reachM) return;
  const mostM = search.longer * boundM + SLACK_M;
  if (mostM < search.reachM) search.reachM = mostM;
  search.pairs.push({ f, boundM, ends: [px, py, ax, ay, bx, by] });
  if (search.pairs.length % MANY_PAIRS === 0) {
    search.pairs = search.pairs.filter((pair) => pair.boundM <= search.reachM);
  }
}
