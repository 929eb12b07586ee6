import * as turf from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellGrid } from '../../../src/layers/overviews/cell-grid.ts';

/** Around a corner where four blocks meet, so that a polygon may lie in all of them. */
const ORIGIN = 1024;
const SIDE = 24;

function marked(grid: CellGrid, from = ORIGIN, side = SIDE): string[] {
  const out: string[] = [];
  for (let y = from - side; y < from + side; y++) {
    for (let x = from - side; x < from + side; x++) if (grid.has(x, y)) out.push(`${x} ${y}`);
  }
  return out;
}

const at = fc.double({ min: ORIGIN - SIDE + 1, max: ORIGIN + SIDE - 1, noNaN: true });
const triangle = fc.tuple(at, at, at, at, at, at);
const closed = ([ax, ay, bx, by, cx, cy]: readonly number[]): number[] =>
  [ax, ay, bx, by, cx, cy, ax, ay] as number[];

describe('touched cells', () => {
  test('a speck between cell centres marks its cell', () => {
    const grid = new CellGrid(4096);
    grid.markPolygon([[1024.1, 1023.1, 1024.2, 1023.1, 1024.2, 1023.2, 1024.1, 1023.1]]);
    expect(marked(grid)).toEqual(['1024 1023']);
  });

  test('a square fills its cells across blocks; a hole larger than its border stays open', () => {
    const grid = new CellGrid(4096);
    const [a, b] = [1000, 1040 - 0.5];
    const [c, d] = [1010.5, 1030.5];
    grid.markPolygon([
      [a, a, b, a, b, b, a, b, a, a],
      [c, c, c, d, d, d, d, c, c, c],
    ]);
    // 40 x 40 cells; the hole's border passes cells 1010 to 1030, so 1011 to 1029 stay open
    expect(marked(grid)).toHaveLength(40 * 40 - 19 * 19);
    expect(grid.has(1020, 1020)).toBe(false);
    expect(grid.has(1010, 1020)).toBe(true);
  });

  test('marked are the cells that a polygon meets, by the judgement of Turf', () => {
    fc.assert(
      fc.property(triangle, (corners) => {
        const ring = closed(corners);
        const grid = new CellGrid(4096);
        grid.markPolygon([ring]);
        const shape = turf.polygon([[0, 2, 4, 6].map((i) => [ring[i]!, ring[i + 1]!])]);
        const found = new Set(marked(grid));
        for (let y = ORIGIN - SIDE; y < ORIGIN + SIDE; y += 1) {
          for (let x = ORIGIN - SIDE; x < ORIGIN + SIDE; x += 1) {
            const isMarked = found.has(`${x} ${y}`);
            // a hair to either side, so that rounding at a corner decides nothing
            const grow = isMarked ? 1e-9 : -1e-9;
            const cell = turf.bboxPolygon([x - grow, y - grow, x + 1 + grow, y + 1 + grow]);
            expect(turf.booleanIntersects(shape, cell), `${x} ${y}`).toBe(isMarked);
          }
        }
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  test('half as many cells: each is marked where one of its four parts is', () => {
    fc.assert(
      fc.property(fc.array(triangle, { maxLength: 4 }), (triangles) => {
        const grid = new CellGrid(4096);
        for (const corners of triangles) grid.markPolygon([closed(corners)]);
        const half = grid.halved();
        expect(half.perWorld).toBe(2048);
        const wanted = new Set(
          marked(grid).map((key) => {
            const [x, y] = key.split(' ').map(Number);
            return `${Math.floor(x! / 2)} ${Math.floor(y! / 2)}`;
          }),
        );
        expect(new Set(marked(half, ORIGIN / 2))).toEqual(wanted);
      }),
      { seed: 6, numRuns: 50 },
    );
  });
});
