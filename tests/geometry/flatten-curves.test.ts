import { describe, expect, it } from 'vitest';
import {
  arcPoints,
  bulgePoints,
  ellipsePoints,
  splinePoints,
} from '../../src/geometry/flatten-curves.ts';
import type { Position } from '../../src/geometry/shapes.ts';

const MM = 1e-3;

/** The greatest height of an arc of that circle over the chords between the points. */
function worstSagitta(points: readonly Position[], [cx, cy]: Position, radius: number): number {
  let worst = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const middle = Math.hypot((a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy);
    worst = Math.max(worst, radius - middle);
  }
  return worst;
}

describe('arcs', () => {
  it.each([0.01, 1, 50, 1000, 100_000])('of radius %d m stay within a millimetre', (radius) => {
    const points = arcPoints([0, 0], radius, 0.3, 1.9, MM)!;
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(radius, 6);
    const worst = worstSagitta(points, [0, 0], radius);
    expect(worst).toBeLessThanOrEqual(MM);
    // not more chords than needed either: half as many would be too few
    const half = points.filter((_, i) => i % 2 === 0);
    if (points.length > 8) expect(worstSagitta(half, [0, 0], radius)).toBeGreaterThan(MM);
  });

  it('runs from its start by its sweep, clockwise too', () => {
    const points = arcPoints([10, 20], 5, Math.PI / 2, -Math.PI / 2, MM)!;
    expect(points[0]![0]).toBeCloseTo(10, 12);
    expect(points[0]![1]).toBeCloseTo(25, 12);
    expect(points.at(-1)![0]).toBeCloseTo(15, 12);
    expect(points.at(-1)![1]).toBeCloseTo(20, 12);
    expect(points.every(([x, y]) => x >= 10 - 1e-9 && y >= 20 - 1e-9)).toBe(true);
  });

  it('gives a dot four corners, and nothing for a circle larger than the earth', () => {
    expect(arcPoints([0, 0], 1e-6, 0, 2 * Math.PI, MM)).toHaveLength(5);
    expect(arcPoints([0, 0], 1e12, 0, 2 * Math.PI, MM)).toBeNull();
    expect(arcPoints([0, 0], Number.POSITIVE_INFINITY, 0, 1, MM)).toBeNull();
  });
});

describe('bulges', () => {
  it('of 1 is a half circle to the right of its chord, of -1 to the left', () => {
    const right = bulgePoints([0, 0], [10, 0], 1, MM)!;
    expect(right[0]).toEqual([0, 0]);
    expect(right.at(-1)).toEqual([10, 0]);
    expect(Math.min(...right.map(([, y]) => y))).toBeCloseTo(-5, 2);
    expect(worstSagitta(right, [5, 0], 5)).toBeLessThanOrEqual(MM);
    expect(Math.max(...bulgePoints([0, 0], [10, 0], -1, MM)!.map(([, y]) => y))).toBeCloseTo(5, 2);
  });

  it('of tan(22.5°) is a quarter circle about the corner across', () => {
    // from (100, 0) to (0, 100) about the origin, counter-clockwise
    const points = bulgePoints([100, 0], [0, 100], Math.tan(Math.PI / 8), MM)!;
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(100, 9);
    expect(worstSagitta(points, [0, 0], 100)).toBeLessThanOrEqual(MM);
  });

  it('beyond a half circle has its centre on the other side', () => {
    // three quarters of the unit circle: bulge tan(67.5°)
    const points = bulgePoints([1, 0], [0, -1], Math.tan((3 * Math.PI) / 8), 1e-6)!;
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(1, 9);
    expect(Math.min(...points.map(([x]) => x))).toBeCloseTo(-1, 4);
  });

  it('that stands off less than the tolerance is its chord', () => {
    expect(bulgePoints([0, 0], [100, 0], 1e-12, MM)).toHaveLength(2);
    expect(bulgePoints([5, 5], [5, 5], 1, MM)).toHaveLength(2);
  });
});

describe('ellipses', () => {
  it('hold the area of chords within a millimetre of the curve', () => {
    const points = ellipsePoints([0, 0], [30, 0], [0, 10], 0, 2 * Math.PI, MM)!;
    for (const [x, y] of points) expect((x / 30) ** 2 + (y / 10) ** 2).toBeCloseTo(1, 9);
    const area = shoelace(points);
    // perimeter below 2π·30, so the chords lose less than 0.19 m² of π·30·10
    expect(Math.PI * 300 - area).toBeGreaterThan(0);
    expect(Math.PI * 300 - area).toBeLessThan(0.19);
  });
});

describe('splines', () => {
  /** A quarter circle, exact as a rational quadratic. */
  const quarter = {
    degree: 2,
    knots: [0, 0, 0, 1, 1, 1],
    controls: [
      [100, 0],
      [100, 100],
      [0, 100],
    ] as Position[],
    weights: [1, Math.SQRT1_2, 1],
  };

  it('that is a quarter circle stays within a millimetre of it', () => {
    const points = splinePoints(quarter, MM)!;
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(100, 9);
    expect(worstSagitta(points, [0, 0], 100)).toBeLessThanOrEqual(MM);
    expect(points[0]).toEqual([100, 0]);
    expect(points.at(-1)).toEqual([0, 100]);
  });

  it('of degree 3 with an inflection is near a curve cut ten times finer', () => {
    const wave = {
      degree: 3,
      knots: [0, 0, 0, 0, 1, 1, 1, 1],
      controls: [
        [0, 0],
        [100, 200],
        [200, -200],
        [300, 0],
      ] as Position[],
      weights: [],
    };
    const points = splinePoints(wave, MM)!;
    for (let i = 0; i <= 1000; i++) {
      const t = i / 1000;
      const x = 300 * t;
      // Bernstein: 3·200·t(1−t)² − 3·200·t²(1−t)
      const y = 600 * t * (1 - t) ** 2 - 600 * t * t * (1 - t);
      const after = points.findIndex((point) => point[0] >= x);
      const [a, b] = [points[Math.max(0, after - 1)]!, points[Math.max(1, after)]!];
      const share = (x - a[0]) / (b[0] - a[0]);
      expect(Math.abs(a[1] + (b[1] - a[1]) * share - y)).toBeLessThan(2.5 * MM);
    }
  });

  it('with the wrong number of knots is none', () => {
    expect(splinePoints({ ...quarter, knots: [0, 0, 1, 1] }, MM)).toBeNull();
    expect(splinePoints({ ...quarter, knots: [0, 0, 1, 0, 1, 1] }, MM)).toBeNull();
    expect(splinePoints({ ...quarter, weights: [1, 0, 1] }, MM)).toBeNull();
    expect(splinePoints({ ...quarter, degree: 0 }, MM)).toBeNull();
  });
});

function shoelace(points: readonly Position[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
