import type { AreaSeries } from '../geometry/area-integral.ts';
import { stripArea } from '../geometry/area-integral.ts';
import { addTo } from './tally.ts';

/**
 * Pieces of edges waiting to be integrated: weight, x1, y1, x2, y2 of each in local coordinates. The walk
 * along a boundary only writes them down; one tight loop turns them into area. Numbers stay in typed
 * memory, where a call with five numbers for every piece would put each of them on the heap.
 */
export interface Pieces {
  count: number;
  readonly values: Float64Array;
}

/** A walk makes sure of room for the few pieces of one edge, see `integrate`. */
export const ROOM = 256;

/** One for all sites of a thread: nothing waits longer than the walk along one feature. */
export const PIECES: Pieces = { count: 0, values: new Float64Array(5 * ROOM) };

export function push(
  pieces: Pieces,
  weight: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  const { values } = pieces;
  const at = 5 * pieces.count++;
  values[at] = weight;
  values[at + 1] = x1;
  values[at + 2] = y1;
  values[at + 3] = x2;
  values[at + 4] = y2;
}

/** Adds the area of all pieces to a compensated sum and forgets them. */
export function integrate(pieces: Pieces, series: AreaSeries, sum: Float64Array): void {
  const { values } = pieces;
  const end = 5 * pieces.count;
  for (let at = 0; at < end; at += 5) {
    const strip = stripArea(
      series,
      values[at + 1]!,
      values[at + 2]!,
      values[at + 3]!,
      values[at + 4]!,
    );
    addTo(sum, values[at]! * strip);
  }
  pieces.count = 0;
}
