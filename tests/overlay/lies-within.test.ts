import { expect, it } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { liesWithin } from '../../src/overlay/lies-within.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { SITE, square } from '../check/build.ts';

const site = prepareSite(toFlat(SITE));
const within = (...polygons: Parameters<typeof toFlat>[0]) =>
  liesWithin(site, buildLayerIndex([toFlat(polygons)]), 0);
const [around] = square(105, 37, 107, 38);
const [hole] = square(105.9, 37.3, 106.1, 37.5);
const [small] = square(106.004, 37.404, 106.005, 37.405);

it('is told of a site far inside, by ring, hole and part', () => {
  expect(within(around!)).toBe(true);
  expect(within([around![0]!, square(105.2, 37.2, 105.3, 37.3)[0]![0]!])).toBe(true);
  expect(within(square(100, 30, 101, 31)[0]!, around!)).toBe(true);
});

it('is not told where a boundary is near, nor outside, nor in a hole', () => {
  expect(within([around![0]!, small![0]!])).toBe(false);
  expect(within(square(106, 37.4, 107, 38)[0]!)).toBe(false);
  expect(within(square(105, 37, 106.005, 38)[0]!)).toBe(false);
  expect(within(square(100, 30, 101, 31)[0]!)).toBe(false);
  expect(within([around![0]!, hole![0]!])).toBe(false);
});
