import { buildAll, checkAll } from './kernel.ts';
import { polygonWithHoles, sites } from './layers.ts';
import { measure } from './measure.ts';

const ROUNDS = 15;

/** One polygon as the layer, ten times the vertices and holes: best CPU time of alternating rounds. */
export function printGrowth(): void {
  const few = sites(1000);
  const layers = [100_000, 1_000_000].map((count) =>
    buildAll([[polygonWithHoles(51, count, count / 100)]]),
  );
  const best = layers.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    layers.forEach((layer, k) => {
      best[k] = Math.min(best[k]!, measure(() => checkAll(few, layer)).cpuS);
    });
  }
  const [small, large] = best as [number, number];
  console.log(
    `a polygon of 100k vertices: ${small.toFixed(3)} s, of 1M: ${large.toFixed(3)} s for 1,000 sites (${(large / small).toFixed(2)}x)`,
  );
}
