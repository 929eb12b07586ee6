import { expect, test } from 'vitest';
import { boxInPolygons } from '../../src/geometry/box-in-polygons.ts';
import type { BBox, MultiPolygon } from '../../src/geometry/shapes.ts';

/** A square of ten with a square hole from 4 to 6, and a second square far off. */
const AREA: MultiPolygon = [[square(0, 10), square(4, 6)], [square(20, 30)]];

function square(from: number, to: number): [number, number][] {
  return [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
}

test.each<[BBox, string]>([
  [[1, 1, 3, 3], 'inside'],
  [[21, 21, 29, 29], 'inside'],
  [[4.5, 4.5, 5.5, 5.5], 'outside'], // in the hole
  [[11, 1, 12, 2], 'outside'],
  [[12, 12, 18, 18], 'outside'],
  [[3, 3, 7, 7], 'across'], // around the hole
  [[-1, -1, 11, 11], 'across'], // around the whole square
  [[9, 1, 11, 2], 'across'],
  [[-5, 4.9, 15, 5.1], 'across'], // a strip through, no vertex inside
  [[10, 1, 12, 2], 'across'], // touches from outside
])('%j is %s', (box, place) => {
  expect(boxInPolygons(box, AREA)).toBe(place);
});

test('no area at all leaves everything outside', () => {
  expect(boxInPolygons([0, 0, 1, 1], [])).toBe('outside');
});
