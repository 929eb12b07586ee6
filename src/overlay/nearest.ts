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
  const scale = lowerScale(site, withinM);
  const [west, south, east, north] = site.bbox;
  const dx = withinM / scale.lon;
  const dy = withinM / scale.lat;
  const search: Search = { site, index, scale, bestM: withinM, feature: -1 };
  const near = index.tree.search([west - dx, south - dy, east + dx, north + dy]);
  const order = near
    .map((f) => ({ f, bound: boxDistance(search, index.rings.featureBox, 4 * f) }))
    .sort((a, b) => a.bound - b.bound || a.f - b.f);
  for (const { f, bound } of order) {
    if (bound > search.bestM) break;
    if (bound === 0 && overlapOf(site, index, f).touches) return { featureIndex: f, distanceM: 0 };
    searchFeature(search, f);
  }
  return search.feature < 0 ? null : { featureIndex: search.feature, distanceM: search.bestM };
}

interface Search {
  readonly site: Site;
  readonly index: LayerIndex;
  readonly scale: { readonly lon: number; readonly lat: number };
  bestM: number;
  feature: number;
}

/**
 * Metres per degree that are nowhere too long in the neighbourhood: plane distances with them are bounds
 * from below, used to pass over what cannot be nearest.
 */
function lowerScale(site: Site, withinM: number): { lon: number; lat: number } {
  const margin = withinM / 110_000 + 0.01;
  const south = metresPerDegree(site.bbox[1] - margin);
  const north = metresPerDegree(site.bbox[3] + margin);
  return {
    lon: Math.max(0, Math.min(south.lon, north.lon)),
    lat: Math.min(south.lat, north.lat),
  };
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
    if (bound <= search.bestM) children.push({ child, bound });
  }
  children.sort((a, b) => a.bound - b.bound);
  for (const { child, bound } of children) {
    if (bound <= search.bestM) searchNode(search, f, level - 1, child);
  }
}

function searchChain(search: Search, f: number, from: number, to: number): void {
  const { xy } = search.index.rings;
  const { edges, x0, y0 } = search.site;
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
    if (boxDistance(search, edge, 0) > search.bestM) continue;
    for (let e = 0; e < edges.count; e++) {
      const px = edges.x1[e]! + x0;
      const py = edges.y1[e]! + y0;
      const qx = edges.x2[e]! + x0;
      const qy = edges.y2[e]! + y0;
      const dx = Math.max(0, edge[0]! - Math.max(px, qx), Math.min(px, qx) - edge[2]!);
      const dy = Math.max(0, edge[1]! - Math.max(py, qy), Math.min(py, qy) - edge[3]!);
      if (Math.hypot(dx * search.scale.lon, dy * search.scale.lat) > search.bestM) continue;
      consider(search, f, px, py, ax, ay, bx, by);
      consider(search, f, qx, qy, ax, ay, bx, by);
      consider(search, f, ax, ay, px, py, qx, qy);
      consider(search, f, bx, by, px, py, qx, qy);
    }
  }
}

/** Take the distance from point p to the edge a-b if it is the least so far. */
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
  if (dx * dx + dy * dy > search.bestM * search.bestM) return;
  const distance = pointToEdgeM(px, py, ax, ay, bx, by);
  if (distance < search.bestM || (distance === search.bestM && search.feature < 0)) {
    search.bestM = distance;
    search.feature = f;
  }
}
