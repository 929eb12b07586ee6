import type { Reading } from '../crs/reading.ts';
import type { Corrections } from '../crs/transform.ts';
import type { Position, Ring } from '../geometry/shapes.ts';
import type { RawRing } from './formats/format.ts';

/** How the numbers of one file become places. */
export interface Frame {
  readonly epsg: number;
  readonly reading: Reading;
  readonly corrections: Corrections;
}

/** Rings of a raw parcel as numbers, east (or lon) first. */
export function ringNumbers(ring: RawRing): Ring {
  return ring.points.map(([, x, y]): Position => [Number(x), Number(y)]);
}

/** Vertices of a ring, a closing one not counted. */
export function openLength(ring: Ring): number {
  const first = ring[0];
  const last = ring[ring.length - 1];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return ring.length - (isClosed ? 1 : 0);
}
