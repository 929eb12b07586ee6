import { expect, it } from 'vitest';
import { nestRings } from '../../src/geometry/nesting.ts';
import { pointInRing } from '../../src/geometry/point-in-ring.ts';
import { box, ring } from './rings.ts';

it('nests by even and odd, in any order and orientation', () => {
  const lake = box(10, 10, 90, 90);
  const island = box(20, 20, 80, 80);
  const pond = [...box(30, 30, 40, 40)].reverse();
  const land = box(0, 0, 100, 100);
  const { polygons, depth } = nestRings([pond, island, land, lake]);
  expect(depth).toEqual([3, 2, 0, 1]);
  expect(polygons).toEqual([
    [island, pond],
    [land, lake],
  ]);
});

it('knows a hole all of whose vertices lie on its shell', () => {
  const { depth } = nestRings([box(0, 0, 4, 4), ring('2 0, 4 2, 2 4, 0 2')]);
  expect(depth).toEqual([0, 1]);
});

it('decides points on edges, corners and level with corners', () => {
  const diamond = ring('2 0, 4 2, 2 4, 0 2');
  expect(pointInRing(2, 2, diamond)).toBe('inside');
  expect(pointInRing(-1, 2, diamond)).toBe('outside');
  expect(pointInRing(5, 2, diamond)).toBe('outside');
  expect(pointInRing(1, 4, diamond)).toBe('outside');
  expect(pointInRing(3, 3, diamond)).toBe('boundary');
  expect(pointInRing(2, 4, diamond)).toBe('boundary');
  expect(pointInRing(3, 3, box(0, 3, 5, 6))).toBe('boundary');
});
