import type { Position } from '../geometry/shapes.ts';
import { WATERED } from './landforms.ts';
import { fractalNoise } from './random.ts';
import { metresToLine } from './units.ts';

/** About 1 in the middle of watered land, 0 at its rim. */
export function goodness(place: Position): number {
  let best = -1;
  for (const { line, reachM, weight } of WATERED) {
    best = Math.max(best, weight * (1 - metresToLine(place, line) / reachM));
  }
  const [lon, lat] = place;
  const loess = Math.max(0, Math.min(0.3, (36.5 - lat) * 0.6));
  return (
    best + loess + 0.8 * fractalNoise(lon, lat, 0.19, 81) + 0.5 * fractalNoise(lon, lat, 0.045, 82)
  );
}
