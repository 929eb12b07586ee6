import type { Position } from '../geometry/shapes.ts';
import type { County } from './facts.ts';
import type { Plot } from './plots.ts';
import { toLonLat } from './units.ts';
import type { Warp } from './warp.ts';

/** Places looked at along each side of a plot that lies across a county's edge. */
const LOOKS = 11;

/** The county that holds the larger part of a plot. */
export function plotCounty(
  { s0, t0, s1, t1 }: Plot,
  warp: Warp,
  countyAt: (place: Position) => County,
): County {
  const at = (u: number, v: number): County =>
    countyAt(toLonLat(warp([Math.round(s0 + u * (s1 - s0)), Math.round(t0 + v * (t1 - t0))])));
  const middle = at(0.5, 0.5);
  const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
  if (corners.every((county) => county === middle)) return middle;
  const seen = new Map<County, number>();
  for (let i = 0; i < LOOKS; i++) {
    for (let k = 0; k < LOOKS; k++) {
      const county = at((i + 0.5) / LOOKS, (k + 0.5) / LOOKS);
      seen.set(county, (seen.get(county) ?? 0) + 1);
    }
  }
  return [...seen].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
