import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { enclosedAreaM2, pathLengthM } from '../../src/geometry/measure-path.ts';
import { type Position, toFlat } from '../../src/geometry/shapes.ts';
import { WAYS } from './measured-ways.ts';
import postgis from './postgis-measures.json' with { type: 'json' };

interface Answer {
  readonly lengthM: number;
  readonly areaM2: number;
}

interface GeodesicLine {
  Inverse(lat1: number, lon1: number, lat2: number, lon2: number): { s12: number };
}
const CGCS2000 = new (
  Geodesic as never as { Geodesic: new (a: number, f: number) => GeodesicLine }
).Geodesic(6378137, 1 / 298.257222101);

/** GeographicLib's geodesics over a way, each edge cut into pieces that are straight in lon/lat. */
function geodesicLengthM(path: readonly Position[], pieces: number): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) {
    const [x1, y1] = path[i - 1]!;
    const [x2, y2] = path[i]!;
    for (let k = 0; k < pieces; k++) {
      const [a, b] = [k / pieces, (k + 1) / pieces];
      length += CGCS2000.Inverse(
        y1 + (y2 - y1) * a,
        x1 + (x2 - x1) * a,
        y1 + (y2 - y1) * b,
        x1 + (x2 - x1) * b,
      ).s12;
    }
  }
  return length;
}

const SITE: Position[] = [
  [106.0621, 37.4348],
  [106.0688, 37.4352],
  [106.0702, 37.4301],
  [106.0655, 37.4277],
];

// Committed answers of ST_Length and ST_Area; tests/judges/measure.judge.test.ts says how, and asks again.
it.each(WAYS)('$name has the length and the area that PostGIS says', ({ name, path }) => {
  const { lengthM, areaM2 } = (postgis as Readonly<Record<string, Answer>>)[name]!;
  expect(Math.abs(pathLengthM(path) - lengthM) / lengthM).toBeLessThan(1e-8);
  expect(Math.abs(enclosedAreaM2(path) - areaM2)).toBeLessThan(2e-8 * areaM2 + 1e-4);
});

describe('length', () => {
  it('of a site is the geodesic to a hundredth of a millimetre', () => {
    expect(Math.abs(pathLengthM(SITE) - geodesicLengthM(SITE, 1))).toBeLessThan(1e-5);
  });

  it('of a day’s way is that of edges straight in lon/lat, not of the shortest ones', () => {
    const across: Position[] = [
      [104.3, 35.3],
      [107.6, 39.3],
      [104.3, 39.3],
    ];
    const length = pathLengthM(across);
    expect(Math.abs(length - geodesicLengthM(across, 512))).toBeLessThan(0.01);
    // along the parallel the shortest way would be some metres shorter, and this is not it
    const shortest = geodesicLengthM(across, 1);
    expect(length - shortest).toBeGreaterThan(5);
  });

  it('is nothing for nothing, for a point and for standing still', () => {
    expect(pathLengthM([])).toBe(0);
    expect(pathLengthM(SITE.slice(0, 1))).toBe(0);
    expect(pathLengthM([SITE[0]!, SITE[0]!])).toBe(0);
  });
});

describe('area', () => {
  it('is that of the closed ring, either way round', () => {
    const closed = ellipsoidAreaM2(toFlat([[[...SITE, SITE[0]!]]]));
    expect(enclosedAreaM2(SITE)).toBe(closed);
    expect(enclosedAreaM2([...SITE].reverse())).toBeCloseTo(closed, 6);
  });

  it('is nothing before there are three points', () => {
    expect(enclosedAreaM2(SITE.slice(0, 2))).toBe(0);
  });
});
