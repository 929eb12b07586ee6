import { expect, it } from 'vitest';
import { decideUnion } from '../../src/check/decide-union.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';
import { seeded } from '../overlay/seeded.ts';
import { SITE, square } from './build.ts';

const near = (west: number, south: number, east: number, north: number) => {
  const polygons = toFlat(square(west, south, east, north));
  return { polygons, indexed: { index: buildLayerIndex([polygons]), at: 0 } };
};

it('decides as the union does, for features apart, over one another and beside the site', () => {
  const random = seeded(5);
  const site = prepareSite(toFlat(SITE));
  const answers = { true: 0, false: 0 };
  for (let i = 0; i < 300; i++) {
    const features = Array.from({ length: 1 + Math.floor(4 * random()) }, () => {
      const [x, y] = [105.995 + 0.02 * random(), 37.395 + 0.02 * random()];
      return near(x, y, x + 0.008 * random(), y + 0.008 * random());
    });
    const union = unionOverlapAreaM2(
      site,
      features.map(({ polygons }) => polygons),
    );
    // limits about the union, where the sum of the parts alone would mislead
    for (const limit of [union * 0.9, union * 1.1, 1, 500_000 * random()]) {
      const above = (areaM2: number) => areaM2 > limit;
      const answer = decideUnion(site, features, above);
      expect(answer).toBe(above(union));
      expect(decideUnion(site, features, (areaM2) => site.areaM2 - areaM2 > limit)).toBe(
        site.areaM2 - union > limit,
      );
      answers[`${answer}`]++;
    }
  }
  expect(answers.true).toBeGreaterThan(200);
  expect(answers.false).toBeGreaterThan(200);
});

it('a feature counted twice is no more than itself', () => {
  const half = near(106, 37.4, 106.005, 37.41);
  const site = prepareSite(toFlat(SITE));
  const most = (areaM2: number) => areaM2 > 0.75 * site.areaM2;
  expect(decideUnion(site, [half, half], most)).toBe(false);
});
