import { expect, it } from 'vitest';
import { transformOf } from '../../src/crs/transform.ts';
import { densifyRing } from '../../src/geometry/densify.ts';
import { ring } from './rings.ts';

const triangle = ring('35594000 4145000, 35594141.3 4145007.7, 35594333.333 4145900.1');

it('keeps given vertices to the bit and leaves no step above 70 m', () => {
  const dense = densifyRing(triangle);
  for (const corner of triangle) expect(dense).toContainEqual(corner);
  for (let i = 1; i < dense.length; i++) {
    const step = Math.hypot(dense[i]![0] - dense[i - 1]![0], dense[i]![1] - dense[i - 1]![1]);
    expect(step).toBeLessThanOrEqual(70);
    expect(step).toBeGreaterThan(0);
  }
});

it('gives an edge the same points from either side, so that neighbours stay neighbours', () => {
  const there = densifyRing(triangle).map(String);
  const back = densifyRing([...triangle].reverse()).map(String);
  expect(back.reverse()).toEqual(there);
});

it('keeps the edge in lon/lat within 0.1 mm of its course in the plane', () => {
  // Two points 70 m apart, at the seam of the zone, where the projection bends most.
  const { toLonLat, fromLonLat } = transformOf(4523);
  const [a, b] = [toLonLat(35632000, 4145000), toLonLat(35632070, 4145000)];
  const [, northM] = fromLonLat((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  expect(Math.abs(northM - 4145000)).toBeLessThan(1e-4);
});
