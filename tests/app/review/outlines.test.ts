import { describe, expect, it } from 'vitest';
import { outlineFile } from '../../../src/app/review/outline-file.ts';
import { outlineOf } from '../../../src/check/outline-of.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { openInput } from '../../../src/files/open-input.ts';
import { type MultiPolygon, toFlat, toNested } from '../../../src/geometry/shapes.ts';
import { layerSource, square, truncated } from '../../check/build.ts';

/** A ring of awkward digits with a hole, its neighbour under the same box, and a second part of an id. */
const [hole] = square(106.1, 37.1, 106.2, 37.2);
const RING: MultiPolygon = [
  [
    [
      [106.000000001, 37.123456789],
      [106.3, 37.0000000012],
      [106.299999999, 37.3],
      [106.05, 37.31],
      [106.000000001, 37.123456789],
    ],
    hole![0]!,
  ],
];
const OTHER = square(106.31, 37, 106.4, 37.3);
const layer = (over = {}) =>
  layerSource({
    kind: 'permanent-basic-farmland',
    features: [
      { polygons: OTHER, properties: { BSM: 'two' } },
      { polygons: RING, properties: { BSM: 'one' } },
      { polygons: square(107, 37, 107.1, 37.1), properties: { BSM: 'two' } },
    ],
    ...over,
  });
const BOX = [106, 37, 106.4, 37.4] as const;

describe('the outline of what was picked', () => {
  it('is the very feature, by its place in the file', async () => {
    const { polygons, bbox } = await outlineOf(layer(), { index: 1, bbox: BOX });
    expect(toNested(polygons)).toEqual(RING);
    expect(bbox).toEqual([106.000000001, 37.0000000012, 106.3, 37.31]);
  });

  it('is all parts of an area, by its id', async () => {
    const { polygons, bbox } = await outlineOf(layer(), { featureId: 'two' });
    expect(toNested(polygons)).toHaveLength(2);
    expect(bbox).toEqual([106.31, 37, 107.1, 37.3]);
  });

  it('is a fault where the layer no longer has it, or cannot be read', async () => {
    await expect(outlineOf(layer(), { index: 9, bbox: BOX })).rejects.toMatchObject({
      code: 'layer-changed',
    });
    await expect(outlineOf(layer(), { featureId: 'gone' })).rejects.toBeInstanceOf(UserError);
    const broken = layer({ fault: { error: truncated } });
    await expect(outlineOf(broken, { index: 1, bbox: BOX })).rejects.toBe(truncated);
  });

  it('becomes a project with the digits of the layer, known to be CGCS2000', async () => {
    const source = layer();
    const { polygons, bbox } = await outlineOf(source, { index: 1, bbox: BOX });
    const feature = {
      ...{ layer: source.entry.id, index: 1, place: 'inside' as const, areaM2: 1, bbox },
      properties: { BSM: 'a/b: 1' },
    };
    const file = outlineFile({ entry: source.entry, feature }, polygons, 'zh');
    expect(file.name).toBe('永久基本农田-a-b-1.geojson');
    const { projects } = await openInput(file, { answers: {} });
    expect(projects).toHaveLength(1);
    const { name, crs, parcels } = projects[0]!;
    expect(name).toBe('永久基本农田 a/b: 1');
    expect(crs).toMatchObject({ epsg: 4490, how: 'declared' });
    const sorted = (shape: MultiPolygon) => shape.flat(2).map(String).sort();
    expect(parcels.map((parcel) => parcel.name)).toEqual(['a/b: 1']);
    expect(sorted(toNested(parcels[0]!.polygons))).toEqual(sorted(RING));
    expect(parcels[0]!.polygons.xy).toHaveLength(toFlat(RING).xy.length);
  });
});
