import { type AreaSeries, areaSeries, stripArea } from '../geometry/area-integral.ts';
import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import { collectRings, type RingSet } from './ring-set.ts';
import { buildSiteGrid, type SiteEdges, type SiteGrid } from './site-grid.ts';
import { newTally, type Tally } from './tally.ts';

/** What is precomputed of one site for all features it is checked against. Not to be shared by threads. */
export interface Site {
  readonly polygons: FlatPolygons;
  readonly bbox: BBox;
  /**
   * Origin of local coordinates, degrees. Short numbers near the site, so that subtracting them is exact;
   * without it areas err by more than 1e-6 m².
   */
  readonly x0: number;
  readonly y0: number;
  /** The bounding box in local coordinates. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly series: AreaSeries;
  /** Edges of all rings in local coordinates, without those of length 0; its arrays may be longer. */
  readonly edges: SiteEdges;
  /** Ring r has the edges ringStart[r] .. ringStart[r + 1] - 1. */
  readonly ringStart: Uint32Array;
  /** Area integral of ring r times its sign. */
  readonly ringArea: Float64Array;
  /** Sum of sign x I over the edges of the ring before edge e: high and low part. */
  readonly before: Float64Array;
  readonly beforeLow: Float64Array;
  readonly grid: SiteGrid;
  /** Ellipsoidal area in m². */
  readonly areaM2: number;
  /** Which feature edge looked at a site edge last; a site edge listed in many cells is met once. */
  readonly seen: Int32Array;
  readonly tally: Tally;
}

/** Throws a RangeError when the site has no area or a coordinate is not finite. */
export function prepareSite(polygons: FlatPolygons): Site {
  const rings = collectRings([polygons]);
  const [west, south, east, north] = rings.featureBox as unknown as [
    number,
    number,
    number,
    number,
  ];
  if (!(west < east && south < north)) throw new RangeError('the site has no area');
  const x0 = Math.fround((west + east) / 2);
  const y0 = Math.fround((south + north) / 2);
  const box = { west: west - x0, south: south - y0, east: east - x0, north: north - y0 };
  const series = areaSeries(y0);
  const room = polygons.xy.length / 2;
  const { float, seen } = edgeRoom(room);
  const part = (k: number): Float64Array => float.subarray(k * room, (k + 1) * room);
  const before = part(4);
  const beforeLow = part(5);
  const { edges, ringStart } = localEdges(rings, x0, y0, part);
  const ringArea = runningSums(edges, ringStart, series, before, beforeLow);
  let areaM2 = 0;
  for (const area of ringArea) areaM2 += area;
  if (!(areaM2 > 0)) throw new RangeError('the site has no area');
  return {
    polygons,
    bbox: [west, south, east, north],
    x0,
    y0,
    ...box,
    series,
    edges,
    ringStart,
    ringArea,
    before,
    beforeLow,
    grid: buildSiteGrid(edges, box),
    areaM2,
    seen,
    tally: newTally(),
  };
}

/** One piece of memory: short arrays of their own would cost more than what is done with them. */
function edgeRoom(edges: number): { float: Float64Array; seen: Int32Array } {
  const memory = new ArrayBuffer(6 * 8 * edges + 4 * edges);
  return {
    float: new Float64Array(memory, 0, 6 * edges),
    seen: new Int32Array(memory, 6 * 8 * edges, edges),
  };
}

function localEdges(
  rings: RingSet,
  x0: number,
  y0: number,
  part: (k: number) => Float64Array,
): { edges: SiteEdges; ringStart: Uint32Array } {
  const { xy, ringSign } = rings;
  const x1 = part(0);
  const y1 = part(1);
  const x2 = part(2);
  const y2 = part(3);
  const sign = new Int8Array(x1.length);
  const ringStart = new Uint32Array(ringSign.length + 1);
  let count = 0;
  for (let ring = 0; ring < ringSign.length; ring++) {
    ringStart[ring] = count;
    if (ringSign[ring] === 0) continue;
    const end = rings.ringStart[ring + 1]! - 1;
    for (let v = rings.ringStart[ring]!; v < end; v++) {
      const i = 2 * v;
      if (xy[i] === xy[i + 2] && xy[i + 1] === xy[i + 3]) continue;
      x1[count] = xy[i]! - x0;
      y1[count] = xy[i + 1]! - y0;
      x2[count] = xy[i + 2]! - x0;
      y2[count] = xy[i + 3]! - y0;
      sign[count] = ringSign[ring]!;
      count++;
    }
  }
  ringStart[ringSign.length] = count;
  return { edges: { count, x1, y1, x2, y2, sign }, ringStart };
}

/**
 * Sums along each ring in double-double, so that a difference of two far along a corridor stays exact;
 * gives the area integrals of the rings.
 */
function runningSums(
  edges: SiteEdges,
  ringStart: Uint32Array,
  series: AreaSeries,
  before: Float64Array,
  beforeLow: Float64Array,
): Float64Array {
  const ringArea = new Float64Array(ringStart.length - 1);
  for (let ring = 0; ring < ringArea.length; ring++) {
    let high = 0;
    let low = 0;
    for (let e = ringStart[ring]!; e < ringStart[ring + 1]!; e++) {
      before[e] = high;
      beforeLow[e] = low;
      const strip = stripArea(series, edges.x1[e]!, edges.y1[e]!, edges.x2[e]!, edges.y2[e]!);
      const value = edges.sign[e]! * strip;
      const sum = high + value;
      const part = sum - high;
      low += high - (sum - part) + (value - part);
      high = sum;
    }
    ringArea[ring] = high + low;
  }
  return ringArea;
}
