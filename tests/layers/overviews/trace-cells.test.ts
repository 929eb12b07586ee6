import { expect, test } from 'vitest';
import { BLOCK } from '../../../src/layers/overviews/cell-grid.ts';
import { traceCells } from '../../../src/layers/overviews/trace-cells.ts';
import { doubleArea } from '../../../src/tiles/snap.ts';
import { seeded } from '../../overlay/seeded.ts';

function bitsOf(picture: readonly string[], left = 0, top = 0): Uint32Array {
  const bits = new Uint32Array((BLOCK * BLOCK) / 32);
  picture.forEach((line, y) => {
    [...line].forEach((cell, x) => {
      const at = (top + y) * BLOCK + left + x;
      if (cell === '#') bits[at >> 5]! |= 1 << (at & 31);
    });
  });
  return bits;
}

const window = { left: 0, top: 0, side: 8 };

test('one cell is one square, clockwise on the screen', () => {
  expect(traceCells(bitsOf(['', ' #']), window)).toEqual([[[1, 1, 2, 1, 2, 2, 1, 2, 1, 1]]]);
});

test('cells that meet in a corner are two polygons', () => {
  const polygons = traceCells(bitsOf(['# ', ' #']), window);
  expect(polygons).toHaveLength(2);
  for (const rings of polygons) expect(rings.map(doubleArea)).toEqual([2]);
});

test('an island in a lake: the lake is a hole of the land around it, the island its own polygon', () => {
  const polygons = traceCells(bitsOf(['#####', '#   #', '# # #', '#   #', '#####']), window);
  expect(polygons.map((rings) => rings.map((ring) => doubleArea(ring) / 2))).toEqual([
    [25, -9],
    [1],
  ]);
});

test('a lake open to the outside in a corner alone, and two lakes that meet in one, are holes', () => {
  const areas = (picture: readonly string[]): number[][] =>
    traceCells(bitsOf(picture), window).map((rings) => rings.map((r) => doubleArea(r) / 2));
  expect(areas([' ###', '## #', '####'])).toEqual([[11, -1]]);
  expect(areas(['### ', '# ##', '## #', ' ###'])).toEqual([[14, -1, -1]]);
  expect(areas(['##', '# #', '###'])).toEqual([[8, -1]]);
});

test('a window is traced by itself, in the corners of the block', () => {
  const bits = bitsOf(['####', '####', '####', '####'], 100, 40);
  expect(traceCells(bits, { left: 96, top: 40, side: 8 })).toEqual([
    [[100, 40, 104, 40, 104, 44, 100, 44, 100, 40]],
  ]);
  expect(traceCells(bits, { left: 100, top: 40, side: 4 })).toEqual([
    [[100, 40, 104, 40, 104, 44, 100, 44, 100, 40]],
  ]);
  expect(traceCells(bits, { left: 104, top: 40, side: 8 })).toEqual([]);
});

test.each([0.1, 0.35, 0.5, 0.65, 0.9])('noise of density %f comes back as it was', (density) => {
  const random = seeded(Math.round(100 * density));
  for (let run = 0; run < 20; run++) {
    const side = 32;
    const picture = Array.from({ length: side }, () =>
      Array.from({ length: side }, () => (random() < density ? '#' : ' ')).join(''),
    );
    const polygons = traceCells(bitsOf(picture), { left: 0, top: 0, side });
    for (const [outer, ...holes] of polygons) {
      expect(doubleArea(outer!)).toBeGreaterThan(0);
      for (const hole of holes) expect(doubleArea(hole)).toBeLessThan(0);
    }
    // each cell's centre lies in exactly one polygon, or in none where it is not marked
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const homes = polygons.filter(
          (rings) => rings.filter((ring) => surrounds(ring, x + 0.5, y + 0.5)).length % 2 === 1,
        );
        expect(homes.length, `${x} ${y}`).toBe(picture[y]![x] === '#' ? 1 : 0);
      }
    }
  }
});

/** Rings run along the lattice: a ray to the left crosses whole edges only. */
function surrounds(ring: readonly number[], x: number, y: number): boolean {
  let crossings = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    if (ring[i] !== ring[i + 2] || ring[i]! > x) continue;
    if (Math.min(ring[i + 1]!, ring[i + 3]!) < y && y < Math.max(ring[i + 1]!, ring[i + 3]!)) {
      crossings++;
    }
  }
  return crossings % 2 === 1;
}
