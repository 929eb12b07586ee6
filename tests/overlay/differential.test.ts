import { describe, expect, it } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { measureOverlap, type Overlap } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { CASE_CLASSES } from './case-classes.ts';
import { type ExactOverlap, exactOverlap } from './reference/exact-overlap.ts';
import { seeded } from './seeded.ts';

/** 22 classes of 1,000; more for a long run, e.g. OVERLAY_CASES=50000. */
const CASES_EACH = Number(process.env.OVERLAY_CASES ?? 1000);
const LAYER_SIZE = 50;

/** Runs of two edges even in the smallest feature, so that the tree over runs is walked by every case. */
const FINE = { runEdges: 2, smallFeature: 0 };

function compare(found: Overlap, truth: ExactOverlap, where: string): void {
  if (found.touches !== truth.touches) expect.fail(`touches is ${found.touches} in ${where}`);
  if (found.areaM2 > 0 !== truth.interiorsMeet) expect.fail(`area ${found.areaM2} in ${where}`);
  if (!(Math.abs(found.areaM2 - truth.areaM2) <= 1e-6)) {
    expect.fail(`area ${found.areaM2}, not ${truth.areaM2} in ${where}`);
  }
}

describe('against the exact reference', () => {
  Object.entries(CASE_CLASSES).forEach(([name, make], number) => {
    it(name, { timeout: 3_600_000 }, () => {
      const random = seeded(1000 + number);
      for (let done = 0; done < CASES_EACH; done += LAYER_SIZE) {
        const pairs = Array.from({ length: LAYER_SIZE }, () => make(random));
        const features = pairs.map(([, b]) => toFlat(b));
        const layer = buildLayerIndex(features);
        const fine = buildLayerIndex(features, FINE);
        pairs.forEach(([a, b], i) => {
          const where = `case ${done + i}: ${JSON.stringify([a, b])}`;
          const truth = exactOverlap(a, b);
          const site = prepareSite(toFlat(a));
          compare(measureOverlap(site, toFlat(b)), truth, `pair, ${where}`);
          compare(measureOverlap(prepareSite(toFlat(b)), toFlat(a)), truth, `turned, ${where}`);
          for (const index of [layer, fine]) {
            const found = overlapsOf(site, index).find((hit) => hit.featureIndex === i);
            compare(found ?? { areaM2: 0, touches: false }, truth, `index, ${where}`);
          }
        });
      }
    });
  });
});
