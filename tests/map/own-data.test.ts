import { describe, expect, test } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { badgesData, ghostsData, projectData, uncoveredData } from '../../src/map/own-data.ts';
import { drawnPieces } from '../../src/map/pieces.ts';
import { box, memoryLayer } from '../tiles/layer.ts';

const square = { type: 'MultiPolygon' as const, coordinates: box(106, 38, 106.01, 38.01) as never };
const overlap = (areaM2: number, more: object = {}) => ({
  areaM2,
  belowThreshold: false,
  geometry: square,
  ...more,
});

test('pieces are numbered by the fixed order of kinds; one that cannot be drawn keeps its number', () => {
  const pieces = drawnPieces({
    layers: [
      { id: 'eco', kind: 'ecological-red-line', overlaps: [overlap(3)] },
      { id: 'udb', kind: 'urban-development-boundary', overlaps: [overlap(9)] },
      {
        id: 'pbf',
        kind: 'permanent-basic-farmland',
        overlaps: [overlap(1), overlap(0.2, { belowThreshold: true }), overlap(2)],
      },
      { id: 'bare', kind: 'cultivated-land', overlaps: [overlap(5, { geometry: null })] },
    ],
  } as never);
  expect(pieces.map(({ number, id, areaM2 }) => [number, id, areaM2])).toEqual([
    [1, 'pbf:0', 1],
    [2, 'pbf:2', 2],
    [4, 'eco:0', 3],
  ]);
});

describe('project', () => {
  const parcel = (name: string) => ({
    id: '2',
    name,
    // the middle of the southern edge lies straight between its neighbours
    polygons: toFlat([
      [
        [
          [106, 38],
          [106.005, 38],
          [106.01, 38],
          [106.01, 38.01],
          [106, 38.01],
        ],
      ],
    ]),
  });
  const of = (name: string) => projectData({ parcels: [parcel(name)] } as never, '地块').features;

  test('a parcel without a name is called by its number', () => {
    const labels = (name: string) =>
      of(name).flatMap(({ properties }) => (properties!.what === 'label' ? properties!.label : []));
    expect(labels('')).toEqual(['地块2']);
    expect(labels('一期')).toEqual(['一期']);
  });

  test('vertices are corners, not what densifying put between them', () => {
    expect(of('').filter(({ properties }) => properties!.what === 'vertex')).toHaveLength(4);
  });

  test('every vertex of the parcel is drawn', () => {
    const shape = of('').find(({ properties }) => properties!.what === 'parcel')!;
    expect(shape.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect((shape.geometry as GeoJSON.MultiPolygon).coordinates[0]![0]).toHaveLength(6);
  });

  test('no project, nothing drawn', () => {
    expect(projectData(null, '地块').features).toEqual([]);
  });
});

describe('numbers of pieces', () => {
  const piece = {
    id: 'a:0',
    number: 1,
    kind: 'permanent-basic-farmland' as const,
    areaM2: 1,
    geometry: square,
  };

  test('inside where there is room, beside with a leader where not', () => {
    // 0.01 degree wide: 100 px at 0.0001 degree a pixel, 10 px at 0.001
    const near = badgesData([piece], 0.0001).features;
    expect(near.map(({ geometry }) => geometry.type)).toEqual(['Point']);
    expect((near[0]!.geometry as GeoJSON.Point).coordinates[0]).toBeCloseTo(106.005, 9);
    const far = badgesData([piece], 0.001).features;
    expect(far.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'Point']);
    expect((far[1]!.geometry as GeoJSON.Point).coordinates[0]).toBeLessThan(106);
  });
});

test('ghosts: an outline and a numbered disc each', () => {
  const outline = box(106, 38, 106.01, 38.01)[0]![0]!;
  const features = ghostsData([{ place: 2, outline, selected: true }]).features;
  expect(features.map(({ properties }) => [properties!.what, properties!.place])).toEqual([
    ['outline', 2],
    ['disc', 2],
  ]);
});

test('not covered: all without a coverage, else its outside and its holes', () => {
  const { entry } = memoryLayer([]);
  const shapeOf = (coverage: typeof entry.coverage) =>
    (uncoveredData([{ ...entry, coverage }]).features[0]!.geometry as GeoJSON.MultiPolygon)
      .coordinates;
  expect(shapeOf(undefined)).toHaveLength(1);
  expect(shapeOf(undefined)[0]).toHaveLength(1);
  const ring = box(104, 35, 108, 40)[0]![0]!;
  const hole = box(105, 36, 106, 37)[0]![0]!;
  const shape = shapeOf({ type: 'Polygon', coordinates: [ring, hole] as never });
  expect(shape.map((polygon) => polygon.length)).toEqual([2, 1]);
});
