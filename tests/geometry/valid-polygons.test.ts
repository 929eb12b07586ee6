import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Ring } from '../../src/geometry/shapes.ts';
import { areValidPolygons } from '../../src/geometry/valid-polygons.ts';

/** Expected: OGC Simple Features 6.1.11 and 6.1.14, reasoned by hand. */
const box = (x: number, y: number, w: number, h: number): Ring => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
  [x, y],
];
const shell = box(0, 0, 8, 8);
/** A rhomb about a place. */
const rhomb = (x: number, y: number, reach: number): Ring => [
  [x - reach, y],
  [x, y - reach],
  [x + reach, y],
  [x, y + reach],
  [x - reach, y],
];

const VALID: Record<string, MultiPolygon> = {
  nothing: [],
  'a box': [[shell]],
  'a hole': [[shell, box(2, 2, 2, 2)]],
  'a hole that touches its shell once': [[shell, rhomb(4, 2, 2)]],
  'holes that touch each other once': [[shell, rhomb(3, 4, 1), rhomb(5, 4, 1)]],
  'two holes that touch in one place of the shell': [
    [
      shell,
      [
        [4, 0],
        [3, 2],
        [2, 1],
        [4, 0],
      ],
      [
        [4, 0],
        [6, 1],
        [5, 2],
        [4, 0],
      ],
    ],
  ],
  'an island in a hole': [[shell, box(2, 2, 4, 4)], [box(3, 3, 1, 1)]],
  'two that share a corner': [[box(0, 0, 1, 1)], [box(1, 1, 1, 1)]],
};

const INVALID: Record<string, MultiPolygon> = {
  'a hole that touches its shell twice': [[shell, rhomb(4, 4, 4)]],
  'holes in a chain from side to side': [[shell, rhomb(2, 4, 2), rhomb(6, 4, 2)]],
  'three holes around a place': [
    [
      shell,
      [
        [2, 2],
        [4, 1],
        [6, 2],
        [2, 2],
      ],
      [
        [2, 2],
        [4, 6],
        [2, 6],
        [2, 2],
      ],
      [
        [6, 2],
        [6, 6],
        [4, 6],
        [6, 2],
      ],
    ],
  ],
  'a hole along the shell': [[shell, box(0, 2, 2, 2)]],
  'a hole beside its shell': [[shell, box(9, 9, 1, 1)]],
  'a bow-tie': [
    [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
  'a ring that touches itself': [
    [
      [
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ],
    ],
  ],
  'two that share a side': [[box(0, 0, 1, 1)], [box(1, 0, 1, 1)]],
  'two over each other': [[shell], [box(2, 2, 2, 2)]],
};

describe('polygons', () => {
  it.each(Object.keys(VALID))('are valid: %s', (name) => {
    expect(areValidPolygons(VALID[name]!)).toBe(true);
  });
  it.each(Object.keys(INVALID))('are not valid: %s', (name) => {
    expect(areValidPolygons(INVALID[name]!)).toBe(false);
  });
});
