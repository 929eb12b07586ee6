import { expect, it } from 'vitest';
import { type Position, toFlat } from '../../src/geometry/shapes.ts';
import { isSurelySound } from '../../src/geometry/surely-sound.ts';
import { findDefects } from '../../src/geometry/validity.ts';
import { seeded } from '../overlay/seeded.ts';

/** Rings on a grid of 5 x 5, where nearly everything that can be wrong with a ring is. */
it('never calls a ring sound in which findDefects finds anything', () => {
  const random = seeded(7);
  const at = (): Position => [Math.floor(5 * random()), Math.floor(5 * random())];
  let sound = 0;
  for (let n = 0; n < 40_000; n++) {
    const ring = Array.from({ length: 3 + Math.floor(4 * random()) }, at);
    const closed = [...ring, ring[0]!];
    const defects = findDefects([closed], [false]);
    const flat = toFlat([[closed]]);
    expect([closed, isSurelySound(flat)]).toEqual([closed, defects.length === 0]);
    if (defects.length === 0) sound++;
  }
  expect(sound).toBeGreaterThan(5000);
});

it('leaves holes, parts and large rings to findDefects', () => {
  const box = (a: number, b: number): Position[] => [
    [a, a],
    [b, a],
    [b, b],
    [a, b],
    [a, a],
  ];
  expect(isSurelySound(toFlat([[box(0, 9)]]))).toBe(true);
  expect(isSurelySound(toFlat([[box(0, 9), box(2, 3)]]))).toBe(false);
  expect(isSurelySound(toFlat([[box(0, 1)], [box(2, 3)]]))).toBe(false);
});
