import { expect, test } from 'vitest';
import { readPage } from '../../../src/tiles/levels/read-page.ts';

const page = {
  first: 5,
  start: 0,
  bytes: 0,
  tilesStart: 1000,
  tilesBytes: 30,
  sum: new Uint8Array(8),
};
const SUM = [1, 2, 3, 4, 5, 6, 7, 8];
const read = (...bytes: number[]) => readPage(Uint8Array.from(bytes), page, 1000);

test('numbers, places and lengths of its tiles', () => {
  const entries = read(5, 10, 40, ...SUM, 3, 20, 0x80, 0x01, ...SUM);
  expect(entries.map(({ sum: _, ...entry }) => entry)).toEqual([
    { number: 5, start: 1000, bytes: 10, unpacked: 40 },
    { number: 8, start: 1010, bytes: 20, unpacked: 128 },
  ]);
  expect([...entries[1]!.sum]).toEqual(SUM);
});

test.each<[string, number[], string]>([
  ['the sum is cut off', [5, 30, 40, 1, 2], 'page end'],
  ['a number has no end', [5, 0x80], 'page end'],
  ['a number is beyond any', [...Array(9).fill(0xff), 1], 'page number'],
  ['the first tile is not the one of the head', [6, 30, 40, ...SUM], 'tile order'],
  ['a tile is there twice', [5, 10, 40, ...SUM, 0, 20, 40, ...SUM], 'tile order'],
  ['a tile of the next page', [5, 10, 40, ...SUM, 0xff, 0x7f, 20, 40, ...SUM], 'tile order'],
  ['a tile without bytes', [5, 0, 40, ...SUM], 'tile length'],
  ['a tile of nothing', [5, 30, 0, ...SUM], 'tile length'],
  ['a tile unpacked beyond any', [5, 30, 0xff, 0xff, 0xff, 0x7f, ...SUM], 'tile length'],
  ['a tile beyond the page', [5, 31, 40, ...SUM], 'tile place'],
  ['tiles that do not fill the page', [5, 29, 40, ...SUM], 'page bytes'],
])('%s', (_, bytes, what) => {
  expect(() => read(...bytes)).toThrow(what);
});
