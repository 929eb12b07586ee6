import type { FlatPolygons } from '../geometry/shapes.ts';
import { ringOrientation } from './ring-sign.ts';

/**
 * Rings of many features in one row of numbers. `sign` turns each ring the right way round in thought:
 * +1 or -1 so that the inside lies to the left of its edges times sign, 0 for a ring without area.
 */
export interface RingSet {
  /** x0, y0, x1, y1, ... degrees, rings closed. */
  readonly xy: Float64Array;
  /** Ring r has the vertices ringStart[r] .. ringStart[r + 1] - 1. */
  readonly ringStart: Uint32Array;
  readonly ringSign: Int8Array;
  /** Feature f has the rings featureRing[f] .. featureRing[f + 1] - 1. */
  readonly featureRing: Uint32Array;
  /** west, south, east, north of each feature. */
  readonly featureBox: Float64Array;
}

/** Throws a RangeError on coordinates that are not finite and on rings that are not closed. */
export function collectRings(features: readonly FlatPolygons[]): RingSet {
  let numbers = 0;
  let rings = 0;
  for (const feature of features) {
    numbers += feature.xy.length;
    rings += feature.ringEnds.length;
  }
  const single = features.length === 1 ? features[0]! : null;
  const xy = single ? single.xy : new Float64Array(numbers);
  const ringStart = new Uint32Array(rings + 1);
  const ringSign = new Int8Array(rings);
  const featureRing = new Uint32Array(features.length + 1);
  const featureBox = new Float64Array(4 * features.length);
  let vertex = 0;
  let ring = 0;
  for (let f = 0; f < features.length; f++) {
    const feature = features[f]!;
    if (!single) xy.set(feature.xy, 2 * vertex);
    const base = vertex;
    let local = 0;
    for (const polygonEnd of feature.polygonEnds) {
      for (let outer = true; local < polygonEnd; local++, outer = false) {
        const end = base + feature.ringEnds[local]!;
        ringStart[ring] = vertex;
        requireClosed(xy, vertex, end);
        const turn = ringOrientation(xy, vertex, end);
        ringSign[ring] = outer ? turn : -turn;
        vertex = end;
        ring++;
      }
    }
    featureRing[f + 1] = ring;
    setBox(featureBox, 4 * f, xy, base, vertex);
  }
  ringStart[ring] = vertex;
  return { xy, ringStart, ringSign, featureRing, featureBox };
}

/** Write the bounding box of vertices from..to-1; of none the inverted infinite box. */
export function setBox(
  box: Float64Array,
  at: number,
  xy: Float64Array,
  from: number,
  to: number,
): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  box[at] = west;
  box[at + 1] = south;
  box[at + 2] = east;
  box[at + 3] = north;
}

function requireClosed(xy: Float64Array, start: number, end: number): void {
  const last = 2 * (end - 1);
  if (end <= start || xy[2 * start] !== xy[last] || xy[2 * start + 1] !== xy[last + 1]) {
    throw new RangeError(`the ring of vertices ${start} to ${end} is not closed`);
  }
}
