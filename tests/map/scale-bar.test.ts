import { describe, expect, test } from 'vitest';
import { metresPerPixel, scaleBar, scaleDenominator } from '../../src/map/scale-bar.ts';

describe('the scale is that of the map’s latitude', () => {
  test('on the equator a world of 512 px is 40 075.017 km', () => {
    expect(metresPerPixel(0, 0) * 512).toBeCloseTo(40_075_016.686, 2);
    expect(metresPerPixel(3, 0) * 4096).toBeCloseTo(40_075_016.686, 2);
  });

  test('on 38° north a degree of longitude is 87 832.4 m', () => {
    // N(38°) = 6378137 / sqrt(1 - 0.00669438 sin² 38°) = 6386245 m; times cos 38° times π/180
    expect((metresPerPixel(0, 38) * 512) / 360).toBeCloseTo(87_832.4, 0);
  });
});

test('the longest round bar that fits', () => {
  expect(scaleBar(1, 110)).toEqual({ lengthM: 100, widthPx: 100, label: '100 m' });
  expect(scaleBar(437.11, 110)).toMatchObject({ lengthM: 20_000, label: '20 km' });
  expect(scaleBar(0.5, 110)).toMatchObject({ lengthM: 50, widthPx: 100 });
  expect(scaleBar(10, 100)).toMatchObject({ lengthM: 1000, label: '1 km' });
});

test('denominators keep two digits', () => {
  // one CSS px is 0.264583 mm
  expect(scaleDenominator(1)).toBe(3800);
  expect(scaleDenominator(0.2646)).toBe(1000);
});
