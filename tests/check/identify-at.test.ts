import { describe, expect, it } from 'vitest';
import { identifyAt, placeInPolygons } from '../../src/check/identify-at.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { type MultiPolygon, type Position, toFlat } from '../../src/geometry/shapes.ts';
import { layerSource, square } from './build.ts';

/**
 *      .0    .1    .2    .3       A ring with a hole from .1 to .2, and an island in the hole;
 *      ┌─────────────────┐        beside it, from .3 to .4, its neighbour.
 *      │     ┌─────┐     │
 *      │     │ □   │     ├────
 *      │     └─────┘     │
 *      └─────────────────┘
 */
const [outer] = square(106, 37, 106.3, 37.3);
const [hole] = square(106.1, 37.1, 106.2, 37.2);
const [island] = square(106.12, 37.12, 106.14, 37.14);
const RING: MultiPolygon = [[outer![0]!, hole![0]!], island!];
const NEIGHBOUR = square(106.3, 37, 106.4, 37.3);

const farmland = (over = {}) =>
  layerSource({
    kind: 'permanent-basic-farmland',
    features: [
      { polygons: RING, properties: { DLBM: '0102' } },
      { polygons: NEIGHBOUR, properties: { DLBM: '0103' } },
    ],
    ...over,
  });

const indexesAt = async (at: Position) =>
  (await identifyAt(at, [farmland()])).features.map(({ index, place }) => [index, place]);

describe('what lies at a place', () => {
  it('is a feature with all its attributes, its own area and its box', async () => {
    const { features } = await identifyAt([106.05, 37.05], [farmland()]);
    expect(features).toEqual([
      {
        layer: 'permanent-basic-farmland',
        index: 0,
        place: 'inside',
        properties: { BSM: 'permanent-basic-farmland-1', DLBM: '0102' },
        areaM2: ellipsoidAreaM2(toFlat(RING)),
        bbox: [106, 37, 106.3, 37.3],
      },
    ]);
  });

  it.each<[string, Position, unknown]>([
    ['in the hole: nothing', [106.15, 37.15], []],
    ['on the island in the hole', [106.13, 37.13], [[0, 'inside']]],
    ['on the edge of the hole', [106.1, 37.15], [[0, 'boundary']]],
    ['on a corner of the hole', [106.2, 37.2], [[0, 'boundary']]],
    [
      'on the common edge of two',
      [106.3, 37.1],
      [
        [1, 'boundary'],
        [0, 'boundary'],
      ],
    ],
    ['one bit beside the common edge', [106.30000000000001, 37.1], [[1, 'inside']]],
    ['in the box, outside the ring', [106.5, 37.1], []],
  ])('%s', async (_, at, wanted) => {
    expect(await indexesAt(at)).toEqual(wanted);
  });

  it('puts the smaller feature of a layer first, and layers in the order asked', async () => {
    const zones = layerSource({
      kind: 'ecological-red-line',
      features: [
        { polygons: square(106, 37, 107, 38) },
        { polygons: square(106, 37, 106.1, 37.1) },
      ],
    });
    const { features } = await identifyAt([106.05, 37.05], [zones, farmland()]);
    expect(features.map(({ layer, index }) => [layer, index])).toEqual([
      ['ecological-red-line', 1],
      ['ecological-red-line', 0],
      ['permanent-basic-farmland', 0],
    ]);
  });

  it('tells no area of rings that cross', async () => {
    const bow: MultiPolygon = [
      [
        [
          [106, 37],
          [106.1, 37.1],
          [106.1, 37],
          [106, 37.1],
          [106, 37],
        ],
      ],
    ];
    const layer = layerSource({ kind: 'ecological-red-line', features: [{ polygons: bow }] });
    const { features } = await identifyAt([106.01, 37.05], [layer]);
    expect(features).toHaveLength(1);
    expect(features[0]!.areaM2).toBeNull();
  });
});

describe('a layer that says nothing', () => {
  it('failed: its reason stands beside what the others found', async () => {
    const error = new UserError('layer-missing', { file: 'x.fgb' });
    const broken = layerSource({ kind: 'ecological-red-line', fault: { error } });
    const { features, layers } = await identifyAt([106.05, 37.05], [broken, farmland()]);
    expect(features).toHaveLength(1);
    expect(
      layers.map(({ layer, reason, features }) => [layer, reason?.code ?? null, features]),
    ).toEqual([
      ['ecological-red-line', 'layer-missing', 0],
      ['permanent-basic-farmland', null, 1],
    ]);
  });

  it('failed after it had found something: nothing of it counts', async () => {
    const error = new UserError('layer-changed', { file: 'x.fgb' });
    const source = farmland({ fault: { error, afterFeatures: 1 } });
    const { features, layers } = await identifyAt([106.3, 37.1], [source]);
    expect(features).toEqual([]);
    expect(layers[0]!.reason?.code).toBe('layer-changed');
  });

  it('was asked outside its coverage, or has none', async () => {
    const at: Position = [106.5, 37.1];
    const covered = async (coverage: MultiPolygon | null) =>
      (await identifyAt(at, [farmland({ coverage })])).layers[0]!.covered;
    expect(await covered(square(106, 37, 107, 38))).toBe(true);
    expect(await covered(square(106, 37, 106.5, 38))).toBe(true);
    expect(await covered(square(106, 37, 106.4, 38))).toBe(false);
    expect(await covered(null)).toBe(false);
  });

  it('is a context layer: nobody says where it is complete', async () => {
    const areas = layerSource({ kind: 'administrative-area' });
    expect((await identifyAt([106.5, 37.1], [areas])).layers[0]!.covered).toBeNull();
  });
});

describe('two parts that touch along an edge', () => {
  it('is inside where any part holds the place', () => {
    const parts = [...square(0, 0, 1, 1), ...square(0, 0, 2, 2)];
    expect(placeInPolygons([1, 0.5], parts)).toBe('inside');
    expect(placeInPolygons([2, 0.5], parts)).toBe('boundary');
    expect(placeInPolygons([3, 0.5], parts)).toBe('outside');
  });
});
