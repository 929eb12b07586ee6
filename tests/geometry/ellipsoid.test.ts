import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import {
  distanceM,
  edgeLengthM,
  ellipsoidAreaM2,
  lengthM,
  metresPerDegree,
} from '../../src/geometry/ellipsoid.ts';
import { type Position, toFlat } from '../../src/geometry/shapes.ts';
import { stripFormulaAreaM2 } from './strip-formula.ts';

const CGCS2000 = new (
  Geodesic as never as { Geodesic: new (a: number, f: number) => GeodesicLine }
).Geodesic(6378137, 1 / 298.257222101);
interface GeodesicLine {
  Inverse(lat1: number, lon1: number, lat2: number, lon2: number): { s12: number };
}

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

/** q, the area from the equator to a latitude per radian of longitude, in its textbook closed form. */
function authalic(latitude: number): number {
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const e = Math.sqrt(e2);
  const b = 6378137 * (1 - f);
  const s = Math.sin((latitude * Math.PI) / 180);
  return (b * b * (s / (1 - e2 * s * s) + Math.atanh(e * s) / e)) / 2;
}

describe('area on the CGCS2000 ellipsoid', () => {
  it('gives a box between meridians and parallels its closed form', () => {
    for (const [lon, lat, size] of [
      [106.2, 38.4, 0.01],
      [104.3, 37.3, 0.1],
      [107.6, 35.5, 1],
    ] as const) {
      const expected = ((authalic(lat + size) - authalic(lat)) * size * Math.PI) / 180;
      const area = ellipsoidAreaM2(toFlat([[square(lon, lat, size)]]));
      expect(Math.abs(area - expected) / expected).toBeLessThan(2e-12);
    }
  });

  it('agrees with the official strip formula, cut finely', () => {
    const ring: Position[] = [
      [106.0621, 37.4348],
      [106.0688, 37.4352],
      [106.0702, 37.4301],
      [106.0655, 37.4277],
      [106.0615, 37.4299],
    ];
    const area = ellipsoidAreaM2(toFlat([[ring]]));
    // The strip formula subtracts numbers of 1e13 m², so its own last digits are worth about 1e-3.
    expect(area).toBeCloseTo(stripFormulaAreaM2(ring, 64), 2);
  });

  it('is additive: cutting along a line loses nothing', () => {
    const whole = ellipsoidAreaM2(toFlat([[square(106, 38, 0.02)]]));
    const lower: Position[] = [
      [106, 38],
      [106.02, 38],
      [106.02, 38.015],
      [106, 38.005],
    ];
    const upper: Position[] = [
      [106, 38.005],
      [106.02, 38.015],
      [106.02, 38.02],
      [106, 38.02],
    ];
    const parts = ellipsoidAreaM2(toFlat([[lower]])) + ellipsoidAreaM2(toFlat([[upper]]));
    expect(Math.abs(whole - parts)).toBeLessThan(2e-8);
  });

  it('subtracts holes whatever their orientation', () => {
    const outer = square(106, 38, 0.02);
    const hole = square(106.005, 38.005, 0.01);
    const expected = ellipsoidAreaM2(toFlat([[outer]])) - ellipsoidAreaM2(toFlat([[hole]]));
    expect(ellipsoidAreaM2(toFlat([[outer, hole]]))).toBeCloseTo(expected, 6);
    expect(ellipsoidAreaM2(toFlat([[outer, [...hole].reverse()]]))).toBeCloseTo(expected, 6);
  });

  it('refuses coordinates that are no numbers', () => {
    expect(() =>
      ellipsoidAreaM2(
        toFlat([
          [
            [
              [106, 38],
              [106.1, Number.NaN],
              [106, 38.1],
            ],
          ],
        ]),
      ),
    ).toThrow(RangeError);
    expect(ellipsoidAreaM2(toFlat([]))).toBe(0);
  });
});

describe('lengths', () => {
  it('gives distances to 0.1 mm up to 50 km', () => {
    for (let i = 0; i < 500; i++) {
      const lon = 104 + (i % 40) / 10;
      const lat = 35.2 + (i % 43) / 10;
      const reach = 10 ** (-5 + (i % 12) / 2.45);
      const lon2 = lon + Math.cos(i) * reach;
      const lat2 = lat + Math.sin(i) * reach;
      const expected = CGCS2000.Inverse(lat, lon, lat2, lon2).s12;
      expect(Math.abs(distanceM(lon, lat, lon2, lat2) - expected)).toBeLessThan(1e-4);
    }
  });

  it('knows how long a degree is', () => {
    const { lon, lat } = metresPerDegree(38);
    expect(lat).toBeCloseTo(CGCS2000.Inverse(37.9995, 106, 38.0005, 106).s12 * 1000, 0);
    expect(lon).toBeCloseTo(CGCS2000.Inverse(38, 106, 38, 106.001).s12 * 1000, 0);
  });

  it('sums edges', () => {
    const ring = square(106, 38, 0.01);
    const around = lengthM(toFlat([[ring]]));
    const [a, b, c, d] = ring as [Position, Position, Position, Position];
    const sum =
      edgeLengthM(...a, ...b) +
      edgeLengthM(...b, ...c) +
      edgeLengthM(...c, ...d) +
      edgeLengthM(...d, ...a);
    expect(around).toBeCloseTo(sum, 9);
    expect(edgeLengthM(...a, ...d)).toBeCloseTo(distanceM(...a, ...d), 6);
  });
});
