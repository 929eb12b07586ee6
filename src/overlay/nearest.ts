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
import {
  keepPair,
  leastOf,
  type Nearest,
  OF_FEATURE,
  OF_SITE,
  type Search,
} from './nearest-pairs.ts';
import { overlapOf } from './overlap.ts';
import { planeFoot } from './point-to-edge.ts';
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

/** The feature of a layer nearest to the site, or null where none lies within `withinM`. */
export function nearestOf(site: Site, index: LayerIndex, withinM: number): Nearest | null {
  const { scale, longer } = scalesAround(site, withinM);
  const [west, south, east, north] = site.bbox;
  const dx = withinM / scale.lon;
  const dy = withinM / scale.lat;
  const near = index.tree.search([west - dx, south - dy, east + dx, north + dy]);
  if (near.length === 0) return null;
  const search: Search = { site, index, scale, longer, withinM, reachM: withinM, count: 0 };
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
  const { edges, x0, y0, bbox } = search.site;
  const { lon, lat } = search.scale;
  for (let v = from; v < to; v++) {
    const ax = xy[2 * v]!;
    const ay = xy[2 * v + 1]!;
    const bx = xy[2 * v + 2]!;
    const by = xy[2 * v + 3]!;
    const west = Math.min(ax, bx);
    const south = Math.min(ay, by);
    const east = Math.max(ax, bx);
    const north = Math.max(ay, by);
    const offX = Math.max(0, west - bbox[2], bbox[0] - east) * lon;
    const offY = Math.max(0, south - bbox[3], bbox[1] - north) * lat;
    if (Math.sqrt(offX * offX + offY * offY) > search.reachM) continue;
    for (let e = 0; e < edges.count; e++) {
      const px = edges.x1[e]! + x0;
      const py = edges.y1[e]! + y0;
      const qx = edges.x2[e]! + x0;
      const qy = edges.y2[e]! + y0;
      const dx = Math.max(0, west - Math.max(px, qx), Math.min(px, qx) - east) * lon;
      const dy = Math.max(0, south - Math.max(py, qy), Math.min(py, qy) - north) * lat;
      if (Math.sqrt(dx * dx + dy * dy) > search.reachM) continue;
      // Rings are closed: every end of an edge begins another one, and is looked at there.
      const t = planeFoot(px, py, ax, ay, bx, by, lon, lat);
      const toX = (ax + t * (bx - ax) - px) * lon;
      const toY = (ay + t * (by - ay) - py) * lat;
      const ofSite = Math.sqrt(toX * toX + toY * toY);
      if (ofSite <= search.reachM) keepPair(search, ofSite, f, e, v, OF_SITE);
      const u = planeFoot(ax, ay, px, py, qx, qy, lon, lat);
      const fromX = (px + u * (qx - px) - ax) * lon;
      const fromY = (py + u * (qy - py) - ay) * lat;
      const ofFeature = Math.sqrt(fromX * fromX + fromY * fromY);
      if (ofFeature <= search.reachM) keepPair(search, ofFeature, f, e, v, OF_FEATURE);
    }
  }
}
