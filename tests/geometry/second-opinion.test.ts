import { expect, it } from 'vitest';
import { loadClipper } from '../../src/geometry/clip.ts';
import { planeArea } from '../../src/geometry/plane-area.ts';
import { turfIntersection, turfIntersects } from '../../src/geometry/second-opinion.ts';
import { EMPTY_FLAT, toFlat } from '../../src/geometry/shapes.ts';
import { box, ring } from './rings.ts';

const square = toFlat([[box(0, 0, 10, 10), box(4, 4, 6, 6)]]);

it('sees touching as meeting and a hole as not', () => {
  expect(turfIntersects(square, toFlat([[box(10, 0, 12, 2)]]))).toBe(true);
  expect(turfIntersects(square, toFlat([[box(4.5, 4.5, 5.5, 5.5)]]))).toBe(false);
  expect(turfIntersects(square, EMPTY_FLAT)).toBe(false);
});

it('agrees with clipper2 about seeded stars over a box with a hole', async () => {
  const clipper = await loadClipper();
  let seed = 20261121;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let n = 0; n < 60; n++) {
    const [x, y] = [random() * 10, random() * 10];
    const points = Array.from({ length: 9 }, (_, i) => {
      const angle = (i / 9) * 2 * Math.PI;
      const radius = 0.5 + random() * 5;
      return `${x + radius * Math.cos(angle)} ${y + radius * Math.sin(angle)}`;
    });
    const star = toFlat([[ring(points.join(','))]]);
    const ours = planeArea(clipper.intersection(square, star));
    expect(planeArea(turfIntersection(square, star))).toBeCloseTo(ours, 9);
    const rest = planeArea(clipper.difference(star, square));
    expect(ours + rest).toBeCloseTo(planeArea(star), 9);
    const union = planeArea(clipper.union([square, star]));
    expect(union).toBeCloseTo(planeArea(square) + rest, 9);
  }
});
