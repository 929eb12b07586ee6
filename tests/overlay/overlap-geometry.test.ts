import { describe, expect, it } from 'vitest';
import { loadClipper } from '../../src/geometry/clip.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { pointInRing } from '../../src/geometry/point-in-ring.ts';
import {
  type FlatPolygons,
  type MultiPolygon,
  toFlat,
  toNested,
} from '../../src/geometry/shapes.ts';
import { findDefects } from '../../src/geometry/validity.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { overlapGeometry } from '../../src/overlay/overlap-geometry.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { CASE_CLASSES, type Pair } from './case-classes.ts';
import { seeded } from './seeded.ts';

/** Of each of the 22 classes; more for a long run. */
const CASES_EACH = Number(process.env.GEOMETRY_CASES ?? 200);

const areaOf = (shape: FlatPolygons): number =>
  shape.xy.length === 0 ? 0 : ellipsoidAreaM2(shape);

function geometryOf([a, b]: Pair): FlatPolygons {
  return overlapGeometry(prepareSite(toFlat(a)), toFlat(b));
}

function cases(number: number, make: (random: () => number) => Pair): Pair[] {
  const random = seeded(3000 + number);
  return Array.from({ length: CASES_EACH }, () => make(random));
}

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('the polygons of an overlap', () => {
  Object.entries(CASE_CLASSES).forEach(([name, make], number) => {
    it(`are valid and as large as measured: ${name}`, () => {
      cases(number, make).forEach((pair, i) => {
        const found = geometryOf(pair);
        const { areaM2 } = measureOverlap(prepareSite(toFlat(pair[0])), toFlat(pair[1]));
        const where = `case ${i}: ${JSON.stringify(pair)}`;
        expect(Math.abs(areaOf(found) - areaM2), where).toBeLessThanOrEqual(1e-5);
        for (const polygon of toNested(found)) {
          const holes = polygon.map((_, ring) => ring > 0);
          expect(findDefects(polygon, holes), where).toEqual([]);
        }
      });
    });
  });

  it('are those of clipper2', async () => {
    const clipper = await loadClipper();
    const classes = Object.values(CASE_CLASSES);
    for (const pair of classes.flatMap((make, number) => cases(number, make).slice(0, 20))) {
      const ours = geometryOf(pair);
      const theirs = clipper.intersection(toFlat(pair[0]), toFlat(pair[1]));
      if (areaOf(theirs) === 0) {
        expect(areaOf(ours), JSON.stringify(pair)).toBeLessThan(1e-5);
        continue;
      }
      // What only one of them has: hairs of clipper2's grid along kilometres of boundary.
      const apart =
        areaOf(clipper.difference(ours, theirs)) + areaOf(clipper.difference(theirs, ours));
      expect(apart, JSON.stringify(pair)).toBeLessThan(1e-4);
    }
  });

  it('have every given vertex that lies in the other shape, to the last bit', () => {
    const inside = (shape: MultiPolygon, [x, y]: readonly [number, number]): boolean =>
      pointInRing(x, y, [...shape[0]![0]!, shape[0]![0]![0]!]) === 'inside';
    let seen = 0;
    for (const [a, b] of cases(0, CASE_CLASSES['general position']!)) {
      const places = new Set(
        toNested(geometryOf([a, b]))
          .flat(2)
          .map(String),
      );
      for (const [shape, other] of [
        [a, b],
        [b, a],
      ] as const) {
        for (const vertex of shape[0]![0]!.filter((at) => inside(other, at))) {
          expect(places.has(String(vertex))).toBe(true);
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(CASES_EACH);
  });

  it('write a hole that touches its shell once as a hole, twice as two polygons', () => {
    const shell = square(105, 38, 1 / 64);
    const [e, n] = [105 + 1 / 64, 38 + 1 / 128];
    // Rhombs that leave of the site what lies around them; a tip on the shell's side.
    const around = square(104.5, 37.5, 1);
    const once: MultiPolygon = [
      [
        around,
        [
          [e, n],
          [e - 1 / 128, n + 1 / 256],
          [e - 1 / 100, n],
          [e - 1 / 128, n - 1 / 256],
          [e, n],
        ],
      ],
    ];
    const twice: MultiPolygon = [
      [
        around,
        [
          [e, n],
          [e - 1 / 128, n + 1 / 256],
          [105, n],
          [e - 1 / 128, n - 1 / 256],
          [e, n],
        ],
      ],
    ];
    const rings = (b: MultiPolygon) =>
      toNested(geometryOf([[[shell]], b])).map((polygon) => polygon.length);
    expect(rings(once)).toEqual([2]);
    expect(rings(twice)).toEqual([1, 1]);
  });

  it('are none where shapes only touch', () => {
    expect(geometryOf([[[square(105, 38, 0.01)]], [[square(105.01, 38, 0.01)]]]).xy.length).toBe(0);
  });
});
