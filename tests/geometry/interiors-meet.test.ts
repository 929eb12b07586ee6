import { expect, it } from 'vitest';
import { interiorsMeet } from '../../src/geometry/interiors-meet.ts';
import { planeArea } from '../../src/geometry/plane-area.ts';
import { turfIntersection } from '../../src/geometry/second-opinion.ts';
import { type MultiPolygon, type Ring, toFlat } from '../../src/geometry/shapes.ts';
import { box, ring } from './rings.ts';

const part = (...rings: Ring[]): MultiPolygon[number] => rings;

it.each<[string, MultiPolygon, MultiPolygon, boolean]>([
  ['apart', [part(box(0, 0, 1, 1))], [part(box(2, 0, 3, 1))], false],
  ['a common edge', [part(box(0, 0, 1, 1))], [part(box(1, 0, 2, 1))], false],
  ['part of an edge', [part(box(0, 0, 1, 4))], [part(box(1, 1, 2, 2))], false],
  ['a common corner', [part(box(0, 0, 1, 1))], [part(box(1, 1, 2, 2))], false],
  ['a proper crossing', [part(box(0, 0, 2, 2))], [part(box(1, 1, 3, 3))], true],
  ['overlap along edges', [part(box(0, 0, 2, 1))], [part(box(1, 0, 3, 1))], true],
  ['one inside the other', [part(box(0, 0, 4, 4))], [part(box(1, 1, 2, 2))], true],
  ['one inside, at an edge', [part(box(0, 0, 4, 4))], [part(box(0, 1, 1, 2))], true],
  ['the same', [part(box(0, 0, 1, 1))], [part(ring('1 1, 0 1, 0 0, 1 0'))], true],
  [
    'the same as a part',
    [part(box(0, 0, 1, 1))],
    [part(box(0, 0, 1, 1)), part(box(5, 5, 6, 6))],
    true,
  ],
  ['fills a hole', [part(box(1, 1, 2, 2))], [part(box(0, 0, 4, 4), box(1, 1, 2, 2))], false],
  [
    'inside a hole',
    [part(box(1.2, 1.2, 1.5, 1.5))],
    [part(box(0, 0, 4, 4), box(1, 1, 2, 2))],
    false,
  ],
  [
    'same shell, one with a hole',
    [part(box(0, 0, 4, 4))],
    [part(box(0, 0, 4, 4), box(1, 1, 2, 2))],
    true,
  ],
])('%s', (_, a, b, meet) => {
  expect(interiorsMeet(toFlat(a), toFlat(b))).toBe(meet);
  expect(interiorsMeet(toFlat(b), toFlat(a))).toBe(meet);
  expect(planeArea(turfIntersection(toFlat(a), toFlat(b))) > 0).toBe(meet);
});
