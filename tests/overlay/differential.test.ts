import { describe, expect, it } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { CASE_CLASSES } from './case-classes.ts';
import { exactOverlap } from './reference/exact-overlap.ts';
import { seeded } from './seeded.ts';

const CASES_EACH = Number(process.env['OVERLAY_CASES'] ?? 1000);

describe('against the exact reference', () => {
  Object.entries(CASE_CLASSES).forEach(([name, make], number) => {
    it(name, () => {
      const random = seeded(1000 + number);
      let worst = 0;
      for (let i = 0; i < CASES_EACH; i++) {
        const [a, b] = make(random);
        const truth = exactOverlap(a, b);
        const where = () => `case ${i}: ${JSON.stringify([a, b])}`;
        const there = measureOverlap(prepareSite(toFlat(a)), toFlat(b));
        expect(there.touches, where()).toBe(truth.touches);
        expect(there.areaM2 > 0, where()).toBe(truth.interiorsMeet);
        worst = Math.max(worst, Math.abs(there.areaM2 - truth.areaM2));
        expect(worst, where()).toBeLessThan(1e-6);
      }
      if (process.env['OVERLAY_REPORT']) console.log(name, worst);
    });
  });
});
