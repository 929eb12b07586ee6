import { metresPerDegree } from '../../geometry/ellipsoid.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DirectedEdges } from './loose-edges.ts';

/** Empty ground between two edges that face each other, no wider than so much. */
export interface Channel {
  readonly areaM2: number;
  readonly lengthM: number;
  readonly middle: Position;
  /** Its four corners. */
  readonly corners: readonly Position[];
}

/** Edges that meet at more than 11° are a corner, not two sides of one border. */
const PARALLEL = -0.98;

/**
 * What lies between the right sides of two edges that run against each other.
 *
 *      ──────e──────▶
 *          ▒▒▒▒▒▒▒▒▒          along e as far as both reach, and as f is near
 *          ◀───────f──────
 */
export function channelBetween(
  { ends }: DirectedEdges,
  e: number,
  f: number,
  widthM: number,
): Channel | null {
  const [x1, y1, x2, y2] = ends.subarray(4 * e, 4 * e + 4) as unknown as number[];
  const { lon, lat } = metresPerDegree(y1!);
  const ex = (x2! - x1!) * lon;
  const ey = (y2! - y1!) * lat;
  const length = Math.hypot(ex, ey);
  const ux = ex / length;
  const uy = ey / length;
  const ax = (ends[4 * f]! - x1!) * lon;
  const ay = (ends[4 * f + 1]! - y1!) * lat;
  const bx = (ends[4 * f + 2]! - x1!) * lon;
  const by = (ends[4 * f + 3]! - y1!) * lat;
  const along = ((bx - ax) * ux + (by - ay) * uy) / Math.hypot(bx - ax, by - ay);
  if (!(along < PARALLEL)) return null;
  // f in the frame of e: s along it, d to its right
  const s1 = bx * ux + by * uy;
  const d1 = bx * uy - by * ux;
  const s2 = ax * ux + ay * uy;
  const d2 = ax * uy - ay * ux;
  const at = (s: number): number => d1 + ((d2 - d1) * (s - s1)) / (s2 - s1);
  let from = Math.max(0, s1);
  let to = Math.min(length, s2);
  if (!(from < to)) return null;
  const slope = (d2 - d1) / (s2 - s1);
  for (const level of [0, widthM]) {
    // keep where 0 <= d <= width
    const cut = slope === 0 ? Number.NaN : s1 + (level - d1) / slope;
    const rising = slope > 0 === (level === 0);
    if (slope === 0 ? (level === 0 ? d1 < 0 : d1 > widthM) : false) return null;
    if (rising && cut > from) from = cut;
    if (!rising && cut < to) to = cut;
  }
  if (!(from < to)) return null;
  const place = (s: number, d: number): Position => [
    x1! + (s * ux + d * uy) / lon,
    y1! + (s * uy - d * ux) / lat,
  ];
  const middle = (from + to) / 2;
  return {
    areaM2: (to - from) * at(middle),
    lengthM: to - from,
    middle: place(middle, at(middle) / 2),
    corners: [place(from, 0), place(to, 0), place(to, at(to)), place(from, at(from))],
  };
}
