import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { type MultiPolygon, type Position, toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { nearestDistanceM, nearestOf } from '../../src/overlay/nearest.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { seeded } from './seeded.ts';

/** Karney's geodesic on CGCS2000: an engine that shares nothing with ours. */
const CGCS2000 = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
const karneyM = (a: Position, b: Position): number =>
  CGCS2000.Inverse(a[1], a[0], b[1], b[0]).s12 as number;

const box = (x: number, y: number, w: number, h: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
  ],
];

type Edge = readonly [Position, Position];
const edgesOf = (shape: MultiPolygon): Edge[] =>
  shape.flat().flatMap((ring) => ring.map((p, i): Edge => [p, ring[(i + 1) % ring.length]!]));
const on = ([a, b]: Edge, t: number): Position => [
  a[0] + t * (b[0] - a[0]),
  a[1] + t * (b[1] - a[1]),
];

/** Golden section on [low, high] for a function with one valley there. */
function valley(f: (t: number) => number, low: number, high: number): number {
  const g = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let i = 0; i < 60; i++) {
    const [c, d] = [b - g * (b - a), a + g * (b - a)];
    if (f(c) < f(d)) b = d;
    else a = c;
  }
  return f((a + b) / 2);
}

/** Least distance of all edge pairs by nested search over both edges, ends not assumed. */
function slowDistanceM(a: MultiPolygon, b: MultiPolygon): number {
  let best = Infinity;
  for (const e of edgesOf(a)) {
    for (const q of edgesOf(b)) {
      const fromPoint = (s: number) => valley((t) => karneyM(on(e, s), on(q, t)), 0, 1);
      best = Math.min(best, fromPoint(0), fromPoint(1), valley(fromPoint, 0, 1));
    }
  }
  return best;
}

describe('nearest distance', () => {
  it('is exact to 1 mm up to 20 km', () => {
    const random = seeded(5);
    for (let i = 0; i < 6; i++) {
      const far = 10 ** (-4 + i * 0.44);
      const turn = random() * 7;
      const a = box(106 + random(), 36 + 3 * random(), 0.01, 0.02);
      const [x, y] = a[0]![0]![0]!;
      const b: MultiPolygon = [
        [
          [
            [x + 0.012 + far * Math.cos(turn) ** 2, y + 0.03 + far * Math.sin(turn) ** 2],
            [x + 0.3 + far, y + 0.05 + 0.1 * random()],
            [x + 0.2 + far, y + 0.3 + far],
          ],
        ],
      ];
      const truth = slowDistanceM(a, b);
      const found = nearestDistanceM(prepareSite(toFlat(a)), toFlat(b), 40_000)!;
      expect(Math.abs(found - truth)).toBeLessThan(1e-3);
    }
  });

  it('is 0 where they touch or overlap, null beyond the limit', () => {
    const site = prepareSite(toFlat(box(106, 38, 1 / 64, 1 / 64)));
    expect(nearestDistanceM(site, toFlat(box(106 + 1 / 64, 38, 1 / 64, 1)), 100)).toBe(0);
    expect(nearestDistanceM(site, toFlat(box(105, 37, 3, 3)), 100)).toBe(0);
    expect(nearestDistanceM(site, toFlat(box(106.1, 38, 1, 1)), 7000)).toBeNull();
    expect(nearestDistanceM(site, toFlat(box(106.1, 38, 1, 1)), 8000)).toBeGreaterThan(7000);
  });

  it('measures across a hole around the site', () => {
    const site = prepareSite(toFlat(box(106, 38, 1 / 64, 1 / 64)));
    const ring: MultiPolygon = [
      [box(105, 37, 3, 3)[0]![0]!, box(105.99, 37.99, 0.04, 0.04)[0]![0]!],
    ];
    // Westward, at the site's northern corner, where a degree of longitude is shortest.
    const north = 38 + 1 / 64;
    const expected = karneyM([105.99, north], [106, north]);
    expect(nearestDistanceM(site, toFlat(ring), 20_000)).toBeCloseTo(expected, 3);
  });

  it('finds the nearest of a layer', () => {
    const features = Array.from({ length: 30 }, (_, i) =>
      toFlat(box(106.05 + 0.02 * ((i * 7) % 30), 38, 0.01, 0.01)),
    );
    const site = prepareSite(toFlat(box(106, 38, 0.01, 0.01)));
    expect(nearestOf(site, buildLayerIndex(features), 20_000)!.featureIndex).toBe(0);
    expect(nearestOf(site, buildLayerIndex([]), 20_000)).toBeNull();
  });

  it('searches long boundaries through their runs', () => {
    const ring: Position[] = [];
    for (let i = 0; i < 4000; i++) {
      const angle = (i / 4000) * 2 * Math.PI;
      const r = 0.1 + (i === 1234 ? -0.02 : 0);
      ring.push([106 + r * Math.cos(angle), 38 + r * Math.sin(angle)]);
    }
    const donut: MultiPolygon = [[box(105, 37, 2, 2)[0]![0]!, ring]];
    const site = prepareSite(toFlat(box(105.999, 37.999, 0.002, 0.002)));
    const corner: Position = [105.999, 38.001];
    expect(nearestDistanceM(site, toFlat(donut), 20_000)).toBeCloseTo(
      karneyM(ring[1234]!, corner),
      3,
    );
  });
});
