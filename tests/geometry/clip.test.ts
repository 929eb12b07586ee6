import { describe, expect, it } from 'vitest';
import { loadClipper } from '../../src/geometry/clip.ts';
import { planeArea } from '../../src/geometry/plane-area.ts';
import {
  type FlatPolygons,
  type MultiPolygon,
  toFlat,
  toNested,
} from '../../src/geometry/shapes.ts';
import { findDefects } from '../../src/geometry/validity.ts';

const box = (w: number, s: number, e: number, n: number): MultiPolygon[number] => [
  [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
];
const shape = (...polygons: MultiPolygon): FlatPolygons => toFlat(polygons);
const clipper = await loadClipper();

describe('clip', () => {
  it('gives the common part of two boxes, corner for corner', () => {
    const common = clipper.intersection(shape(box(0, 0, 10, 10)), shape(box(5, 5, 15, 15)));
    expect(planeArea(common)).toBe(25);
    expect(toNested(common)).toHaveLength(1);
    expect(toNested(common)[0]![0]).toHaveLength(5);
  });

  it('gives nothing for boxes that only touch', () => {
    const touch = clipper.intersection(shape(box(0, 0, 1, 1)), shape(box(1, 0, 2, 1)));
    expect(touch.xy).toHaveLength(0);
  });

  it('counts an overlap once in a union, whatever the orientation of the parts', () => {
    const [ring] = box(5, 0, 15, 10);
    const union = clipper.union([shape(box(0, 0, 10, 10)), shape([[...ring!].reverse()])]);
    expect(planeArea(union)).toBe(150);
    expect(toNested(union)).toHaveLength(1);
  });

  it('cuts a hole', () => {
    const rest = clipper.difference(shape(box(0, 0, 10, 10)), shape(box(2, 2, 4, 4)));
    expect(planeArea(rest)).toBe(96);
    expect(toNested(rest)[0]).toHaveLength(2);
  });

  it('returns given lon/lat vertices to the last bit', () => {
    const given = shape(box(106.062104164, 37.434840917, 106.0712345, 37.4401));
    const whole = clipper.intersection(given, shape(box(104, 35, 108, 40)));
    const key = (flat: FlatPolygons) => [...toNested(flat)[0]![0]!].slice(1).map(String).sort();
    expect(key(whole)).toEqual(key(given));
  });

  it('cuts a shape in two where a hole touches its shell twice', () => {
    // A diamond whose left and right tips touch the sides of the box.
    const diamond: MultiPolygon[number] = [
      [
        [0, 5],
        [5, 2],
        [10, 5],
        [5, 8],
        [0, 5],
      ],
    ];
    const rest = clipper.difference(shape(box(0, 0, 10, 10)), shape(diamond));
    expect(planeArea(rest)).toBe(70);
    expect(toNested(rest).map((polygon) => polygon.length)).toEqual([1, 1]);
  });

  it('keeps a hole that touches its shell once as a hole', () => {
    const drop: MultiPolygon[number] = [
      [
        [0, 5],
        [5, 2],
        [5, 8],
        [0, 5],
      ],
    ];
    const rest = clipper.difference(shape(box(0, 0, 10, 10)), shape(drop));
    expect(planeArea(rest)).toBe(85);
    const [polygon] = toNested(rest);
    expect(polygon).toHaveLength(2);
    for (const ring of polygon!) expect(findDefects([ring])).toEqual([]);
  });

  it('grows a square by a round corner: sides and a quarter circle each', () => {
    const grown = clipper.offset(shape(box(35594000, 4145000, 35594100, 4145100)), 10);
    const exact = 100 * 100 + 4 * 100 * 10 + Math.PI * 100;
    expect(planeArea(grown)).toBeGreaterThan(exact - 0.1);
    expect(planeArea(grown)).toBeLessThanOrEqual(exact + 1e-6);
  });
});

describe('clip of a large shape', () => {
  /** A jagged disc of 4,000 vertices with a jagged hole, around the unit circle's middle. */
  const jagged = (radius: number): MultiPolygon[number][number] => {
    const points = Array.from({ length: 2001 }, (_, i) => {
      const angle = ((i % 2000) / 2000) * 2 * Math.PI;
      const r = radius * (1 + 0.05 * Math.sin(angle * 90));
      return [106 + r * Math.cos(angle), 37 + r * Math.sin(angle)] as const;
    });
    return points;
  };
  const disc = shape([jagged(1), jagged(0.5)]);
  /** The same ground in four quarters, each too small to be cut down first. */
  const quarters = [
    box(104, 35, 106, 37),
    box(106, 35, 108, 37),
    box(104, 37, 106, 39),
    box(106, 37, 108, 39),
  ].map((quarter) => clipper.intersection(disc, shape(quarter)));

  it.each([
    ['on the outer edge', box(106.9, 37, 107.1, 37.2)],
    ['on the hole', box(106.4, 36.9, 106.6, 37.1)],
    ['wholly inside', box(106.7, 37, 106.75, 37.05)],
    ['wholly in the hole', box(106, 37, 106.1, 37.1)],
    ['outside', box(107.5, 38.5, 107.6, 38.6)],
    ['around it', box(104, 35, 108, 39)],
    ['across everything, thin', box(104, 37.000001, 108, 37.000002)],
  ])('equals the sum over its quarters %s', (_, window) => {
    const near = shape(window);
    const whole = planeArea(clipper.intersection(near, disc));
    const parts = quarters.map((quarter) => planeArea(clipper.intersection(near, quarter)));
    expect(quarters.every((quarter) => quarter.xy.length < 4000)).toBe(true);
    expect(whole).toBeCloseTo(parts[0]! + parts[1]! + parts[2]! + parts[3]!, 12);
    const rest = planeArea(clipper.difference(near, disc));
    expect(whole + rest).toBeCloseTo(planeArea(near), 12);
  });
});

describe('pieces below the resolution of a double', () => {
  it('give no polygon, and go on as input of the next step', async () => {
    const clipper = await loadClipper();
    const site = toFlat([
      [
        [
          [106, 37],
          [106.01, 37],
          [106.01, 37.01],
          [106, 37.01],
          [106, 37],
        ],
      ],
    ]);
    const hair = toFlat([
      [
        [
          [106.01 - 1e-14, 37.002],
          [106.02, 37.002],
          [106.02, 37.002 + 1e-14],
          [106.01 - 1e-14, 37.002],
        ],
      ],
    ]);
    const piece = clipper.intersection(site, hair);
    expect(() => clipper.difference(piece, site)).not.toThrow();
    expect(() => clipper.union([piece, piece])).not.toThrow();
  });
});
