import { describe, expect, it } from 'vitest';
import { secondOpinion } from '../../src/check/second-opinion.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { CASE_CLASSES } from '../overlay/case-classes.ts';
import { seeded } from '../overlay/seeded.ts';

/** Pairs of every class; more for a long run. */
const CASES_EACH = Number(process.env.OPINION_CASES ?? 60);

describe('Turf on the classes of the differential test', () => {
  Object.entries(CASE_CLASSES).forEach(([name, make], number) => {
    it(name, { timeout: 3_600_000 }, () => {
      const random = seeded(5000 + number);
      const contradictions: string[] = [];
      for (let i = 0; i < CASES_EACH; i++) {
        const [a, b] = make(random);
        const [site, feature] = [toFlat(a), toFlat(b)];
        const found = measureOverlap(prepareSite(site), feature);
        // A threshold that puts every pair near the decision.
        const opinion = secondOpinion(site, feature, found, 1e12);
        if (opinion) contradictions.push(`case ${i}: ${JSON.stringify({ ...opinion, a, b })}`);
      }
      expect(contradictions).toEqual([]);
    });
  });
});

it('reports both answers where they differ', () => {
  const square = toFlat([
    [
      [
        [106, 37],
        [106.001, 37],
        [106.001, 37.001],
        [106, 37.001],
        [106, 37],
      ],
    ],
  ]);
  const found = measureOverlap(prepareSite(square), square);
  expect(secondOpinion(square, square, found, 1e12)).toBeNull();
  expect(secondOpinion(square, square, { areaM2: 0.5, touches: true }, 1)).toEqual({
    ours: 0.5,
    turf: expect.closeTo(found.areaM2, 3),
  });
  expect(secondOpinion(square, square, { areaM2: 0, touches: false }, 1)).toEqual({
    ours: 0,
    turf: -1,
  });
});
