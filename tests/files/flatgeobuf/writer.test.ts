import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { sha256Hex } from '../../../src/bytes/sha256.ts';
import { hilbert, hilbertOrder } from '../../../src/files/flatgeobuf/hilbert.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { type WriteOptions, writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { toFlat, toNested } from '../../../src/geometry/shapes.ts';
import { collect, sampleFeatures, sampleFile } from '../sample-layer.ts';

const base: Omit<WriteOptions, 'features' | 'geometryType'> = {
  name: 'base',
  columns: [{ name: 'NAME', type: 'string' }],
  crs: 4490,
  index: true,
};
const triangle = toFlat([
  [
    [
      [105, 37],
      [106, 37],
      [106, 38],
      [105, 37],
    ],
  ],
]);

describe('writer', () => {
  test('an independent reader (the flatgeobuf package) reads back every feature', async () => {
    const features = sampleFeatures(50);
    const bytes = sampleFile(50);
    const read = await collect(deserialize(bytes) as AsyncIterable<GeoJSON.Feature>);
    expect(read).toHaveLength(50);
    for (const feature of read) {
      const given = features[feature.properties!.ORDER as number]!;
      expect('polygons' in given && toNested(given.polygons)).toEqual(
        (feature.geometry as GeoJSON.MultiPolygon).coordinates,
      );
      expect(feature.properties!.BSM).toBe(given.properties.BSM);
      expect(feature.properties!.DLMC ?? null).toBe(given.properties.DLMC);
      expect(feature.properties!.YJJBNTTBMJ).toBe(given.properties.YJJBNTTBMJ);
    }
  });

  test('the same features give the same bytes, on every engine', () => {
    // recorded on Node 20; the suite runs on 22 and 24 as well
    expect(sha256Hex(sampleFile(300))).toMatchInlineSnapshot(
      `"f078de1c4b20104f098c0dbb014bae924108782e77407da1c657644a3104e21c"`,
    );
  });

  test('lines and points of base layers come back', async () => {
    const lines = {
      xy: Float64Array.of(105, 37, 106, 38, 105, 38, 105, 39),
      lineEnds: Uint32Array.of(2, 4),
    };
    const single = { xy: Float64Array.of(105, 37, 106, 38), lineEnds: Uint32Array.of(2) };
    const water = writeFlatGeobuf({
      ...base,
      geometryType: 'MultiLineString',
      features: [
        { lines, properties: { NAME: '黄河' } },
        { lines: single, properties: { NAME: '清水河' } },
      ],
    });
    const file = await openFlatGeobuf(memorySource('water', water));
    const read = await collect(file.allFeatures());
    const byName = new Map(read.map((feature) => [feature.properties.NAME, feature.geometry]));
    expect(byName.get('黄河')).toEqual({ lines });
    expect(byName.get('清水河')).toEqual({ lines: single });

    const town = { point: [106.2, 38.4] as const, properties: { NAME: '银川' } };
    const towns = writeFlatGeobuf({ ...base, geometryType: 'Point', features: [town] });
    const [point] = await collect((await openFlatGeobuf(memorySource('t', towns))).allFeatures());
    expect(point).toEqual({
      index: 0,
      geometry: { point: [106.2, 38.4] },
      properties: { NAME: '银川' },
    });
  });

  test('refuses what it cannot write as given', () => {
    const write = (
      features: WriteOptions['features'],
      geometryType: WriteOptions['geometryType'],
    ) => writeFlatGeobuf({ ...base, features, geometryType });
    const none = toFlat([]);
    expect(() => write([{ polygons: none, properties: {} }], 'MultiPolygon')).toThrow(/geometry/);
    expect(() => write([{ polygons: triangle, properties: {} }], 'Point')).toThrow(/no Point/);
    expect(() => write([{ point: [NaN, 1], properties: {} }], 'Point')).toThrow(/finite/);
    expect(() => write([{ polygons: triangle, properties: { X: 1 } }], 'Polygon')).toThrow(
      /column/,
    );
    expect(() => write([{ polygons: triangle, properties: { NAME: 1 } }], 'Polygon')).toThrow(
      /hold/,
    );
    const open = { ...triangle, xy: Float64Array.of(105, 37, 106, 37, 106, 38, 105, 37.1) };
    expect(() => write([{ polygons: open, properties: {} }], 'Polygon')).toThrow(/ring/);
  });
});

describe('Hilbert order', () => {
  test('consecutive places on the curve are neighbours', () => {
    // the defining property; an 8 x 8 corner of the curve holds its first 64 places
    const place = new Map<number, [number, number]>();
    for (let x = 0; x < 8; x++) for (let y = 0; y < 8; y++) place.set(hilbert(x, y), [x, y]);
    expect([...place.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 64 }, (_, i) => i),
    );
    for (let i = 1; i < 64; i++) {
      const [x0, y0] = place.get(i - 1)!;
      const [x1, y1] = place.get(i)!;
      expect(Math.abs(x1 - x0) + Math.abs(y1 - y0)).toBe(1);
    }
  });

  test('descending, ties as given', () => {
    const boxes = Float64Array.of(0, 0, 0, 0, 10, 0, 10, 0, 10, 0, 10, 0, 0, 10, 0, 10);
    const keys = [hilbert(0, 0), hilbert(65535, 0), hilbert(65535, 0), hilbert(0, 65535)];
    const order = [...hilbertOrder(boxes, [0, 0, 10, 10])];
    const expected = [0, 1, 2, 3].sort((a, b) => keys[b]! - keys[a]! || a - b);
    expect(order).toEqual(expected);
  });
});
