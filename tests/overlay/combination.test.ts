import { describe, expect, it } from 'vitest';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { overlapAll, overlapMinus, unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';
import { CASE_CLASSES } from './case-classes.ts';
import { exactAreaWhere } from './reference/exact-overlap.ts';
import { seeded } from './seeded.ts';

const box = (x: number, y: number, w: number, h: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
  ],
];
const S = 1 / 1024;

describe('several features at once', () => {
  const site = prepareSite(toFlat(box(106, 38, 4 * S, 4 * S)));
  const left = toFlat(box(106 - S, 38 - S, 3 * S, 6 * S));
  const right = toFlat(box(106 + S, 38 - S, 6 * S, 6 * S));
  const strip = (x: number, w: number) => ellipsoidAreaM2(toFlat(box(106 + x, 38, w, 4 * S)));

  it('counts what two features share once', () => {
    expect(unionOverlapAreaM2(site, [left, right])).toBeCloseTo(site.areaM2, 7);
    expect(unionOverlapAreaM2(site, [left, left, left])).toBeCloseTo(strip(0, 2 * S), 7);
    expect(unionOverlapAreaM2(site, [])).toBe(0);
  });

  it('takes three at once', () => {
    expect(overlapAll(site, [left], [right])).toBeCloseTo(strip(S, S), 7);
    expect(overlapMinus(site, [left], [right])).toBeCloseTo(strip(0, S), 7);
    expect(overlapMinus(site, [right], [left])).toBeCloseTo(strip(2 * S, 2 * S), 7);
    expect(overlapMinus(site, [left], [left])).toBe(0);
    expect(overlapMinus(site, [left], [])).toBeCloseTo(strip(0, 2 * S), 7);
  });

  it('never covers more than the site', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      toFlat(box(106 - i * S, 38 - S, 14 * S, 6 * S)),
    );
    expect(unionOverlapAreaM2(site, many)).toBeLessThanOrEqual(site.areaM2);
  });
});

describe('against the exact reference', () => {
  const classes = Object.entries(CASE_CLASSES);
  classes.forEach(([name, make], number) => {
    it(name, () => {
      const random = seeded(7000 + number);
      for (let i = 0; i < 60; i++) {
        // The pair, and a third shape that shares edges with them: the first one, pushed a little.
        const [a, b] = make(random);
        const push = random() < 0.5 ? 0 : 2 ** -17;
        const c: MultiPolygon = a.map((p) => p.map((r) => r.map(([x, y]) => [x + push, y])));
        const [site, fa, fb] = [prepareSite(toFlat(c)), toFlat(a), toFlat(b)];
        const where = `case ${i}: ${JSON.stringify([c, a, b])}`;
        const near = (value: number, truth: number) =>
          expect(Math.abs(value - truth), where).toBeLessThan(1e-6);
        const exact = (holds: (a: boolean, b: boolean) => boolean) =>
          exactAreaWhere([c, a, b], ([s, p, q]) => s! && holds(p!, q!));
        near(
          unionOverlapAreaM2(site, [fa, fb]),
          exact((p, q) => p || q),
        );
        near(
          overlapAll(site, [fa], [fb]),
          exact((p, q) => p && q),
        );
        near(
          overlapMinus(site, [fa], [fb]),
          exact((p, q) => p && !q),
        );
        near(
          overlapMinus(site, [fb], [fa, fa]),
          exact((p, q) => !p && q),
        );
      }
    });
  });
});
