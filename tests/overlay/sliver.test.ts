import { describe, expect, it } from 'vitest';
import { metresPerDegree } from '../../src/geometry/ellipsoid.ts';
import { type MultiPolygon, type Position, toFlat } from '../../src/geometry/shapes.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { measureSliver } from '../../src/overlay/sliver.ts';

const { lon, lat } = metresPerDegree(38);
/** A ring given in metres about 106, 38. */
const metres = (...points: Position[]): MultiPolygon => [
  [points.map(([x, y]): Position => [106 + x / lon, 38 + y / lat])],
];
const sliver = (a: MultiPolygon, b: MultiPolygon) =>
  measureSliver(prepareSite(toFlat(a)), toFlat(b));

describe('width of an overlap', () => {
  it('of 0.1 mm along 1 km is 0.1 mm', () => {
    const a = metres([0, 0], [1000, 0], [1000, 50], [0, 50]);
    const b = metres([0, -50], [1000, -50], [1000, 0.0001], [0, 0.0001]);
    const found = sliver(a, b);
    expect(found.areaM2).toBeCloseTo(0.1, 4);
    expect(found.meanWidthM).toBeCloseTo(0.0001, 7);
    expect(found.largestWidthM).toBeCloseTo(0.0001, 7);
    expect(found.lengthM).toBeCloseTo(1000, 2);
  });

  it('of a 3-4-5 triangle: its inscribed circle has the diameter 2', () => {
    const a = metres([0, 0], [4, 0], [0, 3]);
    expect(sliver(a, a).largestWidthM).toBeCloseTo(2, 2);
  });

  it('of a square and of a rectangle', () => {
    const big = metres([-50, -50], [50, -50], [50, 50], [-50, 50]);
    const square = sliver(big, metres([0, 0], [10, 0], [10, 10], [0, 10]));
    expect(square.largestWidthM).toBeCloseTo(10, 2);
    expect(square.meanWidthM).toBeCloseTo(10, 1);
    const slab = sliver(big, metres([0, 0], [20, 0], [20, 5], [0, 5]));
    expect(slab.largestWidthM).toBeCloseTo(5, 2);
    expect(slab.meanWidthM).toBeCloseTo(5, 2);
    expect(slab.lengthM).toBeCloseTo(20, 2);
  });

  it('finds the one wide place of a long thin overlap', () => {
    const a = metres([0, 0], [1000, 0], [1000, 50], [0, 50]);
    const b = metres(
      [0, -9],
      [1000, -9],
      [1000, 0.01],
      [520, 0.01],
      [510, 8],
      [500, 0.01],
      [0, 0.01],
    );
    const found = sliver(a, b);
    // The circle in the triangle of base 20 and height 8: diameter 2·(20·8/2)/((20 + 2·√(10² + 8²))/2).
    expect(found.largestWidthM).toBeGreaterThan(160 / (10 + Math.sqrt(164)) - 0.01);
    expect(found.largestWidthM).toBeLessThan(160 / (10 + Math.sqrt(164)) + 0.05);
    expect(found.meanWidthM).toBeLessThan(0.1);
  });

  it('is 0 for a touch', () => {
    const a = metres([0, 0], [10, 0], [10, 10], [0, 10]);
    const b = metres([0, 0], [10, 0], [10, -10], [0, -10]);
    expect(sliver(a, b)).toEqual({ areaM2: 0, lengthM: 0, meanWidthM: 0, largestWidthM: 0 });
  });
});
