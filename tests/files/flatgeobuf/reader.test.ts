import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/bytes/byte-source.ts';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { FlatTable } from '../../../src/files/flatgeobuf/flat-table.ts';
import { FlatGeobufError } from '../../../src/files/flatgeobuf/flatgeobuf-error.ts';
import {
  COLUMN_TYPES,
  type ColumnTypeName,
  MAGIC,
  NODE_BYTES,
} from '../../../src/files/flatgeobuf/format.ts';
import { verifyIndex } from '../../../src/files/flatgeobuf/index-tree.ts';
import { readProperties } from '../../../src/files/flatgeobuf/read-properties.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { type BBox, bboxesMeet, bboxOf, toFlat } from '../../../src/geometry/shapes.ts';
import { collect, EVERYWHERE, sampleFeatures, sampleFile, seeded } from '../sample-layer.ts';

const fault = async (bytes: Uint8Array): Promise<string> => {
  try {
    const file = await openFlatGeobuf(memorySource('x', bytes));
    const hits = await file.search(EVERYWHERE);
    return `read ${(await collect(file.features(hits))).length}`;
  } catch (error) {
    if (!(error instanceof FlatGeobufError)) throw error;
    return `${error.code} ${error.params.what ?? ''}`.trim();
  }
};

describe('reader', () => {
  test('a search finds exactly the boxes that meet, in file order (brute force)', async () => {
    const file = await openFlatGeobuf(memorySource('x', sampleFile(700)));
    const given = sampleFeatures(700).map((f) => ('polygons' in f ? bboxOf(f.polygons) : null)!);
    const random = seeded(7);
    for (let i = 0; i < 60; i++) {
      const x = 104.9 + 1.1 * random();
      const y = 36.9 + 1.1 * random();
      const bbox: BBox = [x, y, x + 0.2 * random(), y + 0.2 * random()];
      const hits = await file.search(bbox);
      const found = await collect(file.features(hits));
      const places = found.map((feature) => feature.index);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const ids = found.map((feature) => feature.properties.ORDER as number).sort((a, b) => a - b);
      const expected = given.flatMap((box, n) => (bboxesMeet(box, bbox) ? [n] : []));
      expect(ids).toEqual(expected);
    }
  });

  test('features that stand together are one read', async () => {
    const bytes = sampleFile(700);
    const memory = memorySource('x', bytes);
    let reads = 0;
    const counting: ByteSource = {
      ...memory,
      read: (...args) => {
        reads++;
        return memory.read(...args);
      },
    };
    const file = await openFlatGeobuf(counting);
    expect(reads).toBe(2); // magic and length, header
    const hits = await file.search(EVERYWHERE);
    expect(reads).toBe(2 + 4); // root, two levels, leaves
    expect(await collect(file.features(hits))).toHaveLength(700);
    expect(reads).toBe(2 + 4 + 1);
  });

  test('a file without features is one that was looked at', async () => {
    const empty = writeFlatGeobuf({
      name: 'none',
      columns: [],
      crs: 4490,
      features: [],
      index: true,
      geometryType: 'MultiPolygon',
    });
    expect(await fault(empty)).toBe('read 0');
    expect(await fault(Uint8Array.of(...empty, 0, 0, 0, 0))).toBe('count');
  });

  test('57 bytes that promise features without end are refused before anything is followed', async () => {
    const hostile = new Uint8Array(57);
    hostile.set(MAGIC);
    const view = new DataView(hostile.buffer);
    view.setUint32(8, 45, true); // header length: up to the end
    view.setUint32(12, 4 + 24, true); // root table
    view.setUint16(16, 4 + 18, true); // vtable with features count (slot 8) only
    view.setUint16(18, 12, true);
    view.setUint16(16 + 4 + 16, 4, true);
    view.setInt32(40, 40 - 16, true);
    view.setBigUint64(44, 0xffff_ffff_ffffn, true);
    expect(await fault(hostile)).toBe('count');
  });

  test('an index whose nodes point back at themselves is refused, searched or verified', async () => {
    const bytes = sampleFile(40);
    const { header } = await openFlatGeobuf(memorySource('x', bytes));
    for (const node of [0, 1, 2, 3]) {
      const looping = bytes.slice();
      const at = header.indexStart + node * NODE_BYTES + 32;
      new DataView(looping.buffer).setBigUint64(at, BigInt(node), true);
      expect(await fault(looping)).toBe('index child');
      const index = looping.subarray(header.indexStart, header.featuresStart);
      expect(() => verifyIndex(header, index)).toThrow(/child/);
    }
  });

  test('leaves that point at one and the same feature are refused', async () => {
    const bytes = sampleFile(5);
    const { header } = await openFlatGeobuf(memorySource('x', bytes));
    const leaf = (i: number): number => header.indexStart + (1 + i) * NODE_BYTES + 32;
    const view = new DataView(bytes.buffer);
    view.setBigUint64(leaf(3), view.getBigUint64(leaf(2), true), true);
    expect(await fault(bytes)).toBe('index offset');
  });

  test('parts that share their vertices over and over do not eat the memory', async () => {
    const square: [number, number][] = [
      [105, 37],
      [106, 37],
      [106, 38],
      [105, 37],
    ];
    const bytes = writeFlatGeobuf({
      name: 'x',
      columns: [],
      crs: 4490,
      features: [{ polygons: toFlat(Array.from({ length: 60 }, () => [square])), properties: {} }],
      index: true,
      geometryType: 'MultiPolygon',
    });
    const file = await openFlatGeobuf(memorySource('x', bytes));
    const view = new DataView(bytes.buffer, file.header.featuresStart);
    const geometry = FlatTable.root(view, 4).table(0)!;
    const parts = geometry.vector(7, 4)!;
    const first = geometry.tables(7)[0]!;
    const vertices = first.vector(1, 8)!;
    // every part becomes the first one, and that one's vertices reach to the end of the record
    const target = parts.at + view.getUint32(parts.at, true);
    for (let i = 0; i < parts.count; i++) {
      view.setUint32(parts.at + 4 * i, target - (parts.at + 4 * i), true);
    }
    view.setUint32(vertices.at - 4, Math.floor((view.byteLength - vertices.at) / 16) * 2, true);
    expect(await fault(bytes)).toBe('feature vertices');
  });

  test.each([
    ['Triangle', 17],
    ['TIN', 16],
    ['unknown type 99', 99],
  ])('%s is an error, not a feature left out', async (_, type) => {
    const bytes = sampleFile(1);
    bytes[placeOfType(bytes, 6)] = type;
    expect(await fault(bytes)).toBe('feature geometry type');
  });

  test('missing geometry is an error', async () => {
    const bytes = sampleFile(1);
    const file = await openFlatGeobuf(memorySource('x', bytes));
    const at = file.header.featuresStart;
    // vtable of the feature stands after prefix and root reference; its first slot is the geometry
    new DataView(bytes.buffer).setUint16(at + 8 + 4, 0, true);
    expect(await fault(bytes)).toBe('feature no geometry');
  });

  test('coordinates that are no numbers and boxes that differ from the index are errors', async () => {
    const one = (x: number): Uint8Array =>
      writeFlatGeobuf({
        name: 'x',
        columns: [],
        crs: 4490,
        features: [
          {
            polygons: toFlat([
              [
                [
                  [x, 37],
                  [106, 37],
                  [106, 38],
                  [x, 37],
                ],
              ],
            ]),
            properties: {},
          },
        ],
        index: true,
        geometryType: 'Polygon',
      });
    const bytes = one(105);
    const view = new DataView(bytes.buffer);
    const last = bytes.length - 16; // first ordinate of the last vertex
    expect(view.getFloat64(last, true)).toBe(105);
    view.setFloat64(last, NaN, true);
    expect(await fault(bytes)).toBe('feature coordinate');
    view.setFloat64(last, 105.5, true);
    expect(await fault(bytes)).toBe('feature open ring');
    view.setFloat64(last - 48, 105.5, true);
    expect(await fault(bytes)).toBe('feature index box');
  });
});

describe('properties', () => {
  const number = (size: number, write: (view: DataView) => void): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 + size));
    write(view);
    return new Uint8Array(view.buffer);
  };
  const text = (value: string): Uint8Array => {
    const utf8 = new TextEncoder().encode(value);
    return Uint8Array.of(0, 0, utf8.length, 0, 0, 0, ...utf8);
  };
  const cases: [ColumnTypeName, Uint8Array, unknown][] = [
    ['byte', number(1, (v) => v.setInt8(2, -5)), -5],
    ['ubyte', number(1, (v) => v.setUint8(2, 250)), 250],
    ['bool', number(1, (v) => v.setUint8(2, 1)), true],
    ['short', number(2, (v) => v.setInt16(2, -300, true)), -300],
    ['ushort', number(2, (v) => v.setUint16(2, 65000, true)), 65000],
    ['int', number(4, (v) => v.setInt32(2, -70000, true)), -70000],
    ['uint', number(4, (v) => v.setUint32(2, 4e9, true)), 4e9],
    ['long', number(8, (v) => v.setBigInt64(2, -9007199254740993n, true)), '-9007199254740993'],
    ['ulong', number(8, (v) => v.setBigUint64(2, 640303n, true)), 640303],
    ['float', number(4, (v) => v.setFloat32(2, 1.5, true)), 1.5],
    ['double', number(8, (v) => v.setFloat64(2, NaN, true)), null],
    ['string', text('水浇地'), '水浇地'],
    ['json', text('{"a":1}'), '{"a":1}'],
    ['datetime', text('2025-12-31T00:00:00Z'), '2025-12-31T00:00:00Z'],
    ['binary', text('A\u0001'), '4101'],
  ];
  test.each(cases)('%s', (type, bytes, expected) => {
    expect(readProperties(bytes, [{ name: 'v', type }], 0)).toEqual({ v: expected });
  });
  test('every type of the specification is among them', () => {
    expect(cases.map(([type]) => type)).toEqual(Object.keys(COLUMN_TYPES));
  });
  test.each<[string, ColumnTypeName, number[]]>([
    ['a column that does not exist', 'int', [7, 0, 1, 0, 0, 0]],
    ['a column twice', 'ubyte', [0, 0, 1, 0, 0, 2]],
    ['a value cut off', 'double', [0, 0, 1, 2, 3]],
    ['text longer than there is', 'string', [0, 0, 9, 0, 0, 0, 65]],
    ['text that is not UTF-8', 'string', [0, 0, 2, 0, 0, 0, 0xb5, 0xd8]],
    ['JSON that is none', 'json', [0, 0, 1, 0, 0, 0, 0x7b]],
    ['half a column number', 'int', [0]],
  ])('%s is an error', (_, type, bytes) => {
    const read = () => readProperties(Uint8Array.from(bytes), [{ name: 'v', type }], 0);
    expect(read).toThrow(FlatGeobufError);
  });
});

/** Place of the outer geometry's type byte: the last of this value that padding follows. */
function placeOfType(bytes: Uint8Array, value: number): number {
  for (let at = bytes.length - 4; at > 0; at--) {
    if (bytes[at] === value && bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0) {
      return at;
    }
  }
  throw new Error('no such byte');
}
