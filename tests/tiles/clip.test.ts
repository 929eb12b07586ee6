import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipLine, clipRing, placeOf } from '../../src/tiles/clip.ts';
import { doubleArea } from '../../src/tiles/snap.ts';

const big = [-50, -50, 150, -50, 150, 150, -50, 150, -50, -50];

describe('rings', () => {
  test('a ring around the square becomes the square', () => {
    const ring = clipRing(big, 0, 100);
    expect(Math.abs(doubleArea(ring)) / 2).toBe(10_000);
  });

  test('inside stays the same object, outside is nothing', () => {
    const small = [1, 1, 2, 1, 2, 2, 1, 1];
    expect(clipRing(small, 0, 100)).toBe(small);
    expect(clipRing([200, 1, 300, 1, 300, 2, 200, 1], 0, 100)).toHaveLength(0);
  });

  test('two squares side by side share a ring without loss', () => {
    // areas of the pieces left and right of x = 100 must add up to the whole, whatever the ring
    const corner = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
        const ring = [...corners, corners[0]!].flat();
        const left = doubleArea(clipRing(ring, 0, 100));
        const right = doubleArea(
          clipRing(
            ring.map((v, i) => (i % 2 ? v : v - 100)),
            0,
            100,
          ),
        );
        expect(left + right).toBeCloseTo(doubleArea(ring), 6);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('lines', () => {
  test('a ring that leaves twice gives its parts in its own direction and no cut edge', () => {
    // a cross: only the four strokes that pass the square may be drawn
    const parts = clipLine([-10, 40, 110, 40, 110, 60, -10, 60, -10, 40], 0, 100);
    expect(parts).toEqual([
      [0, 40, 100, 40],
      [100, 60, 0, 60],
    ]);
  });

  test('nothing runs along the edge when the ring surrounds the square', () => {
    expect(clipLine(big, 0, 100)).toEqual([]);
  });

  test('a bend inside belongs to one part', () => {
    expect(clipLine([-10, 50, 50, 50, 50, 110], 0, 100)).toEqual([[0, 50, 50, 50, 50, 100]]);
  });
});

test('places', () => {
  expect(placeOf(big, 0, 100)).toBe('across');
  expect(placeOf([1, 1, 2, 2, 1, 2, 1, 1], 0, 100)).toBe('inside');
  expect(placeOf([101, 1, 102, 2, 101, 1], 0, 100)).toBe('outside');
});
