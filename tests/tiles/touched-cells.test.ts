import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TouchedCells } from '../../src/tiles/touched-cells.ts';

const areaOf = (boxes: readonly (readonly number[])[]): number =>
  boxes.reduce((sum, [left, top, right, bottom]) => sum + (right! - left!) * (bottom! - top!), 0);
const covers = (boxes: readonly (readonly number[])[], x: number, y: number): boolean =>
  boxes.some(([l, t, r, b]) => x >= l! && x <= r! && y >= t! && y <= b!);

test('a speck between cell centres still marks its cell', () => {
  const cells = new TouchedCells(8);
  cells.markPolygon([[17, 17, 17.1, 17, 17.1, 17.1, 17, 17]]);
  expect(cells.rectangles()).toEqual([[16, 16, 24, 24]]);
});

test('a square fills its cells as one rectangle, its hole stays open', () => {
  const cells = new TouchedCells(8);
  cells.markPolygon([
    [0, 0, 79, 0, 79, 79, 0, 79, 0, 0],
    [20, 20, 20, 59, 59, 59, 59, 20, 20, 20],
  ]);
  const boxes = cells.rectangles();
  // ten by ten cells; the hole touches cells 2..7, its border keeps 2 and 7, so 4 x 4 stay open
  expect(areaOf(boxes)).toBe((100 - 16) * 64);
  expect(covers(boxes, 40, 40)).toBe(false);
});

test('no point of a polygon lies outside the marked cells', () => {
  const at = fc.double({ min: 0, max: 4095, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(at, at, at, at, at, at), ([ax, ay, bx, by, cx, cy]) => {
      const cells = new TouchedCells(64);
      cells.markPolygon([[ax, ay, bx, by, cx, cy, ax, ay]]);
      const boxes = cells.rectangles();
      for (const [u, v] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [0.5, 0.5],
        [0.2, 0.3],
        [0.6, 0.1],
      ] as const) {
        const x = ax + u * (bx - ax) + v * (cx - ax);
        const y = ay + u * (by - ay) + v * (cy - ay);
        expect(covers(boxes, x, y)).toBe(true);
      }
    }),
    { seed: 11, numRuns: 300 },
  );
});
