import { describe, expect, test } from 'vitest';
import { repeatsAt } from '../../src/map/hatches.ts';

/** An image of six squares is shown 2^(zoom - floor zoom) times as large; so much is one square then. */
const sizeOnScreen = (zoom: number): number =>
  (6 / repeatsAt(zoom)) * 2 ** (zoom - Math.floor(zoom));

describe('textures between two whole zooms', () => {
  test('keep their size on screen within a twelfth, instead of growing to twice that', () => {
    for (let zoom = 11; zoom < 20; zoom += 0.01) {
      expect(Math.abs(sizeOnScreen(zoom) - 1)).toBeLessThanOrEqual(1 / 12 + 1e-9);
    }
  });

  test('are exact at whole zooms and at every sixth part of a doubling', () => {
    for (const repeats of [6, 7, 8, 9, 10, 11]) {
      expect(sizeOnScreen(14 + Math.log2(repeats / 6))).toBeCloseTo(1, 9);
    }
  });
});
