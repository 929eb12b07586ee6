import type { Position } from '../../src/geometry/shapes.ts';

export interface MeasuredWay {
  readonly name: string;
  readonly path: readonly Position[];
}

/** Ways as a person draws them, lon/lat. */
export const WAYS: readonly MeasuredWay[] = [
  {
    name: 'a site',
    path: [
      [106.0621, 37.4348],
      [106.0688, 37.4352],
      [106.0702, 37.4301],
      [106.0655, 37.4277],
    ],
  },
  {
    name: 'a parcel of a few metres',
    path: [
      [106.0621, 37.4348],
      [106.06215, 37.43483],
      [106.06218, 37.43479],
    ],
  },
  {
    name: 'a county',
    path: [
      [105.72, 37.15],
      [106.33, 37.08],
      [106.41, 37.62],
      [105.95, 37.81],
    ],
  },
  {
    name: 'Ningxia from end to end',
    path: [
      [104.3, 35.3],
      [107.6, 37.3],
      [106.4, 39.3],
    ],
  },
];

/**
 * On pieces so short the shortest way and the one straight in lon/lat enclose the same to 1e-8. Still
 * shorter ones would only add up the last digits of GeographicLib's areas.
 */
const PIECE_DEGREES = 0.0002;
const MOST_PIECES = 1024;

/** The closed or open way, so finely cut that it does not matter how edges run. */
export function cutFinely(path: readonly Position[], isClosed: boolean): Position[] {
  const all = isClosed ? [...path, path[0]!] : path;
  return all.flatMap(([x2, y2], i) => {
    const before = all[i - 1];
    if (!before) return [[x2, y2] as const];
    const [x1, y1] = before;
    const size = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    const pieces = Math.min(MOST_PIECES, Math.ceil(size / PIECE_DEGREES));
    return Array.from({ length: pieces }, (_, k): Position => {
      const part = (k + 1) / pieces;
      return k + 1 === pieces ? [x2, y2] : [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    });
  });
}
