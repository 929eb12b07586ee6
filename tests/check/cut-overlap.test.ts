import { expect, it } from 'vitest';
import { cutOverlap, soundLink } from '../../src/check/cut-overlap.ts';
import { prepareCheckSite } from '../../src/check/site.ts';
import { type Clipper, loadClipper } from '../../src/geometry/clip.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { EMPTY_FLAT, type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { OpenBoundary } from '../../src/overlay/link-pieces.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { overlapGeometry } from '../../src/overlay/overlap-geometry.ts';
import { SITE, square, testProject } from './build.ts';

const clipper = await loadClipper();
const [parcel] = prepareCheckSite(testProject([SITE]), clipper).parcels;

/** The geometry, and how often clipper2 was asked for it. */
function cut(feature: MultiPolygon) {
  let asked = 0;
  const counting: Clipper = {
    ...clipper,
    intersection: (a, b) => {
      asked++;
      return clipper.intersection(a, b);
    },
  };
  const polygons = toFlat(feature);
  const indexed = { index: buildLayerIndex([polygons]), at: 0 };
  const { areaM2 } = measureOverlap(parcel!.prepared, polygons);
  const geometry = cutOverlap(parcel!, indexed, polygons, areaM2, counting);
  return { geometry, areaM2, asked, polygons };
}

it('links what was measured, and does not ask clipper2', () => {
  const { geometry, asked, polygons, areaM2 } = cut(square(105.99, 37.39, 106.005, 37.42));
  expect(asked).toBe(0);
  expect(geometry).toEqual(overlapGeometry(parcel!.prepared, polygons));
  expect(ellipsoidAreaM2(geometry)).toBeCloseTo(areaM2, 6);
  // the eastern half of the site: given vertices to the last bit
  expect([...geometry.xy]).toEqual(expect.arrayContaining([106, 37.4, 106.005, 37.41]));
});

it('a feature that runs around the site twice, its fault elsewhere, is left to clipper2', () => {
  // two rounds, the second a little farther in; they cross in the far south-west
  const [w, s, e, n] = [105.9, 37.3, 106.008, 37.5];
  const twice: MultiPolygon = [
    [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s + 0.01],
        [e - 0.004, s + 0.01],
        [e - 0.004, n - 0.01],
        [w + 0.01, n - 0.01],
        [w, s],
      ],
    ],
  ];
  const { geometry, asked, areaM2 } = cut(twice);
  expect(asked).toBe(1);
  // four fifths of the site are covered; two fifths of it were counted twice
  const site = parcel!.areaM2;
  expect(ellipsoidAreaM2(geometry) / site).toBeCloseTo(0.8, 4);
  expect(areaM2 / site).toBeCloseTo(1.2, 4);
});

it('relies on nothing that is not valid, not as large as measured or not closed', () => {
  const half = toFlat(square(106, 37.4, 106.005, 37.41));
  const areaM2 = ellipsoidAreaM2(half);
  const link = (polygons: MultiPolygon, certain = false) =>
    soundLink(() => ({ polygons: toFlat(polygons), certain }), areaM2);
  expect(link(square(106, 37.4, 106.005, 37.41))).toEqual(half);
  // 1e-9 degrees are 0.09 mm: of 1,110 m a tenth of a square metre; 6e-14 degrees make 6e-6 m²
  expect(link(square(106, 37.4, 106.005 + 1e-9, 37.41), true)).toBeNull();
  expect(link(square(106, 37.4, 106.005 + 6e-14, 37.41), true)).not.toBeNull();
  expect(soundLink(() => ({ polygons: EMPTY_FLAT, certain: true }), areaM2)).toBeNull();
  // the same area as a shell and a copy of a part of it, in and out
  const [[shell]] = square(106, 37.4, 106.005, 37.41) as [[[number, number][]]];
  const spiked = [...shell.slice(0, 4), [105.999, 37.41], [106, 37.41], shell[4]!];
  expect(link([[spiked as [number, number][]]])).toBeNull();
  const open = () => {
    throw new OpenBoundary('the boundary ends at 106,37');
  };
  expect(soundLink(open, areaM2)).toBeNull();
  const fault = () => {
    throw new TypeError('a fault of ours');
  };
  expect(() => soundLink(fault, areaM2)).toThrow(TypeError);
});
