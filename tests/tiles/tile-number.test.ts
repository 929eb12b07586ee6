import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { expect, test } from 'vitest';
import { childrenOf, tileNumber } from '../../src/tiles/tile-number.ts';
import { seeded } from '../files/sample-layer.ts';

test('the numbers printed in the specification', () => {
  const of = (z: number, x: number, y: number): number => tileNumber({ z, x, y });
  expect([of(0, 0, 0), of(1, 0, 0), of(1, 0, 1), of(1, 1, 1), of(1, 1, 0)]).toEqual([
    0, 1, 2, 3, 4,
  ]);
  expect([of(2, 0, 0), of(12, 3423, 1763)]).toEqual([5, 19078479]);
});

test('the numbers of the reference reader, and back, at every zoom', () => {
  const random = seeded(5);
  for (let z = 0; z <= 22; z++) {
    for (let i = 0; i < 40; i++) {
      const [x, y] = [Math.floor(random() * 2 ** z), Math.floor(random() * 2 ** z)];
      expect(tileNumber({ z, x, y })).toBe(zxyToTileId(z, x, y));
      expect(tileIdToZxy(tileNumber({ z, x, y }))).toEqual([z, x, y]);
    }
  }
});

test('the children of a tile are four numbers in a row', () => {
  const numbers = childrenOf({ z: 9, x: 407, y: 196 }).map(tileNumber);
  numbers.sort((a, b) => a - b);
  expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3]);
  expect(numbers[0]).toBe(
    (4 ** 10 - 1) / 3 + 4 * (tileNumber({ z: 9, x: 407, y: 196 }) - (4 ** 9 - 1) / 3),
  );
});
