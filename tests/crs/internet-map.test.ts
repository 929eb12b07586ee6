import { describe, expect, it } from 'vitest';
import { fromInternetMap, isShiftedThere, toInternetMap } from '../../src/crs/internet-map.ts';
import { transformOf } from '../../src/crs/transform.ts';
import { distanceM } from '../../src/geometry/ellipsoid.ts';
import type { Position } from '../../src/geometry/shapes.ts';
import answers from './internet-map-answers.json' with { type: 'json' };

const off = (a: Position, b: Position) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));

describe.each(['gcj02', 'bd09'] as const)('%s', (map) => {
  it('is shifted as gcoord shifts it', () => {
    expect(answers.length).toBeGreaterThan(70);
    for (const answer of answers) {
      const want = answer[map] as unknown as Position;
      expect(off(toInternetMap(map, answer.wgs84 as unknown as Position), want)).toBeLessThan(
        2e-12,
      );
    }
  });

  it('is undone so that the forward formula leads back within 1e-9°', () => {
    for (const answer of answers) {
      const given = answer[map] as unknown as Position;
      const found = fromInternetMap(map, given);
      expect(off(found, answer.wgs84 as unknown as Position)).toBeLessThanOrEqual(1e-9);
      expect(off(toInternetMap(map, found), given)).toBeLessThanOrEqual(1e-9);
    }
  });

  it('moves by hundreds of metres in China and not at all elsewhere', () => {
    const site: Position = [106.062104164, 37.434840917];
    const moved = distanceM(...site, ...toInternetMap(map, site));
    expect(moved).toBeGreaterThan(200);
    expect(moved).toBeLessThan(2000);
    const paris: Position = [2.35, 48.85];
    expect(isShiftedThere(paris)).toBe(false);
    expect(toInternetMap(map, paris)).toBe(paris);
    expect(fromInternetMap(map, paris)).toBe(paris);
  });
});

it('is undone by the transform of degrees and of a zone alike', () => {
  const place: Position = [106.062104164, 37.434840917];
  const picked = toInternetMap('gcj02', place);
  const corrections = { internetMap: 'gcj02' } as const;
  expect(off(transformOf(4490, corrections).toLonLat(...picked), place)).toBeLessThanOrEqual(1e-9);
  const [x, y] = transformOf(4523).fromLonLat(...picked);
  const found = transformOf(4523, corrections).toLonLat(x, y);
  expect(off(found, place)).toBeLessThanOrEqual(2e-9);
  expect(off(transformOf(4523, corrections).fromLonLat(...place), [x, y])).toBeLessThan(1e-4);
});
