import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { metresPerPixel, scaleBar, scaleDenominator, scaleOf } from '../../src/map/scale-bar.ts';

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

describe('the bar is as long as the ground it stands for', () => {
  // GRS 80 differs from CGCS2000 by 1e-10 of the flattening
  const earth = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);

  test.each([
    [0, 10],
    [18.2, 12],
    [37.43, 13.46],
    [39.4, 16],
    [53.5, 14],
    [37.43, 20],
  ])('on %d° north at zoom %d, by geodesics', (lat, zoom) => {
    const { lengthM, widthPx } = scaleOf(zoom, lat).bar;
    // the bar in steps along the parallel, each so short that the geodesic is the parallel
    const steps = 64;
    const step = (360 * widthPx) / (512 * 2 ** zoom) / steps;
    const { s12 } = earth.Inverse(lat, 106, lat, 106 + step, geodesic.Geodesic.DISTANCE);
    expect(Math.abs((s12! * steps) / lengthM - 1)).toBeLessThan(1e-6);
  });

  test('one of the Mercator metre would be a quarter too long in Ningxia', () => {
    const mercator = 40_075_016.686 / (512 * 2 ** 13);
    expect(mercator / metresPerPixel(13, 37.43)).toBeCloseTo(1.257, 2);
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
