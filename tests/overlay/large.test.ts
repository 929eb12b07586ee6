import { describe, expect, it } from 'vitest';
import { ellipsoidAreaM2, metresPerDegree } from '../../src/geometry/ellipsoid.ts';
import {
  type FlatPolygons,
  type MultiPolygon,
  type Position,
  toFlat,
} from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { polygonWithHoles } from '../bench/layers.ts';
import { exactOverlap } from './reference/exact-overlap.ts';

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

/** The parts of a feature's rings that matter for a box: all of them for the exact reference is too slow. */
const sumOf = (hits: readonly { areaM2: number }[]): number =>
  hits.reduce((sum, { areaM2 }) => sum + areaM2, 0);

describe('a corridor of 60 km x 30 m', () => {
  const { lon, lat } = metresPerDegree(38);
  const [dx, dy] = [48_000 / lon, 36_000 / lat];
  const [nx, ny] = [-18 / lon, 24 / lat];
  const corridor: MultiPolygon = [
    [
      [
        [106, 38],
        [106 + dx, 38 + dy],
        [106 + dx + nx, 38 + dy + ny],
        [106 + nx, 38 + ny],
      ],
    ],
  ];
  const site = prepareSite(toFlat(corridor));

  it('is covered by a lattice of parcels without a gap', () => {
    const step = 1 / 256;
    const parcels: FlatPolygons[] = [];
    for (let j = -2; j < 90; j++) {
      for (let i = -2; i < 150; i++)
        parcels.push(toFlat(box(106 + i * step, 38 + j * step, step, step)));
    }
    const hits = overlapsOf(site, buildLayerIndex(parcels));
    expect(hits.length).toBeGreaterThan(200);
    expect(Math.abs(sumOf(hits) - site.areaM2)).toBeLessThan(1e-6);
  });

  it('agrees with the exact reference where a parcel lies across', () => {
    for (let k = 1; k < 40; k++) {
      const parcel = box(106 + (dx * k) / 40 - 0.002, 38 + (dy * k) / 40 - 0.002, 0.004, 0.004);
      const truth = exactOverlap(corridor, parcel);
      const { areaM2 } = measureOverlap(site, toFlat(parcel));
      expect(Math.abs(areaM2 - truth.areaM2)).toBeLessThan(1e-6);
    }
  });
});

describe('a polygon of 308,537 vertices with 5,352 holes', () => {
  const large = polygonWithHoles(21, 308_537, 5352, 106, 38, 0.2);
  const layer = buildLayerIndex([large]);
  const areaM2 = ellipsoidAreaM2(large);

  it('is cut by a lattice of sites into parts that sum to the whole', () => {
    let sum = 0;
    for (let j = -8; j < 8; j++) {
      for (let i = -8; i < 8; i++) {
        const site = prepareSite(toFlat(box(106 + i / 32, 38 + j / 32, 1 / 32, 1 / 32)));
        sum += sumOf(overlapsOf(site, layer));
      }
    }
    // 3e9 m² in all: a part in 1e15 is 3e-6 m².
    expect(Math.abs(sum - areaM2)).toBeLessThan(2e-5);
  });

  it('gives the same through its runs as edge by edge', () => {
    const plain = buildLayerIndex([large], { runEdges: 16, smallFeature: Infinity });
    for (let k = 0; k < 30; k++) {
      const ring: Position[] = [];
      for (let i = 0; i < 9; i++) {
        const r = 0.002 * (1 + ((i * 7) % 5) / 5);
        ring.push([
          106 + 0.005 * k + r * Math.cos((i * 2 * Math.PI) / 9),
          38 + 0.004 * k + r * Math.sin((i * 2 * Math.PI) / 9),
        ]);
      }
      const site = prepareSite(toFlat([[ring]]));
      expect(overlapsOf(site, layer)).toEqual(overlapsOf(site, plain));
    }
  });
});

describe('what is refused', () => {
  const square = box(106, 38, 1 / 64, 1 / 64);
  const site = prepareSite(toFlat(square));
  const broken = (x: number) =>
    toFlat([
      [
        [
          [106, 38],
          [x, 38],
          [106.01, 38.01],
        ],
      ],
    ]);

  it('coordinates that are no finite numbers', () => {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => prepareSite(broken(x))).toThrow(RangeError);
      expect(() => measureOverlap(site, broken(x))).toThrow(RangeError);
    }
  });

  it('a site without area', () => {
    expect(() => prepareSite(toFlat([]))).toThrow(RangeError);
    expect(() =>
      prepareSite(
        toFlat([
          [
            [
              [106, 38],
              [106.5, 38.5],
              [107, 39],
            ],
          ],
        ]),
      ),
    ).toThrow(RangeError);
  });

  it('a ring that is not closed', () => {
    const open = toFlat(square);
    expect(() =>
      prepareSite({ ...open, xy: open.xy.slice(0, 8), ringEnds: Uint32Array.of(4) }),
    ).toThrow(RangeError);
  });

  it('an empty feature overlaps nothing', () => {
    expect(measureOverlap(site, toFlat([]))).toEqual({ areaM2: 0, touches: false });
  });
});
