import { expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { memoryFile } from '../../src/bytes/random-file.ts';
import type { Column } from '../../src/files/flatgeobuf/format.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { pickColumns } from '../../src/files/flatgeobuf/scan-properties.ts';
import { FlatGeobufStreamWriter } from '../../src/files/flatgeobuf/stream-writer.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { collectNames } from '../../src/layers/collect-names.ts';
import { describeNames, namedFeatures } from '../../src/layers/describe-names.ts';
import { WrittenNames } from '../../src/layers/written-names.ts';

const COLUMNS = [
  { name: 'AREA', type: 'double' },
  { name: 'MC', type: 'string' },
  { name: 'FLAG', type: 'bool' },
  { name: 'BSM', type: 'long' },
  { name: 'BZ', type: 'string' },
] as const satisfies readonly Column[];
const FIELDS = { featureId: 'BSM', name: 'MC' };

/** Squares scattered over a degree; some without a name, some without a code, long remarks between. */
const features = Array.from({ length: 5000 }, (_, i) => {
  const [x, y] = [105 + ((i * 7919) % 5000) / 5000, 37 + ((i * 104_729) % 5000) / 5000];
  const s = 0.001;
  return {
    polygons: toFlat([
      [
        [
          [x, y],
          [x + s, y],
          [x + s, y + s],
          [x, y + s],
          [x, y],
        ],
      ],
    ]),
    properties: {
      AREA: i,
      FLAG: i % 2 === 0,
      BZ: '备注'.repeat(i % 300),
      ...(i % 3 ? { MC: `第${i % 40}村` } : {}),
      ...(i % 5 ? { BSM: BigInt(i) * 10_000_000_019n } : {}),
    },
  };
});

test('names kept while a layer is written are those of reading it again', async () => {
  const file = memoryFile();
  const writer = new FlatGeobufStreamWriter({
    name: 'a',
    columns: COLUMNS,
    crs: 4490,
    geometryType: 'MultiPolygon',
    openScratch: async () => memoryFile(),
  });
  await writer.add(features);
  const names = new WrittenNames(COLUMNS, FIELDS);
  await writer.finish(file, { placed: (record, box) => names.add(record, box) });
  const sha256 = '1'.repeat(64);
  const collector = collectNames(FIELDS);
  const told: number[] = [];
  names.tell(collector, (index) => told.push(index));
  expect(told).toEqual([...features.keys()]);

  const read = namedFeatures(await openFlatGeobuf(memorySource('a.fgb', file.bytes())));
  const wanted = await describeNames({ file: 'a.fgb', sha256, fields: FIELDS }, read);
  const own = collector.finish(sha256);
  expect(own.bytes.length).toBeGreaterThan(60_000);
  expect(Buffer.compare(own.bytes, wanted.bytes)).toBe(0);
});

test('property bytes that do not match the columns are refused', () => {
  const out = new Uint8Array(100);
  const places = Int32Array.of(-1, 0, -1, -1, -1);
  const pick = (...bytes: number[]) => pickColumns(Uint8Array.from(bytes), COLUMNS, places, out);
  expect(pick(2, 0, 1, 1, 0, 2, 0, 0, 0, 0x41, 0x42)).toBe(8);
  expect([...out.subarray(0, 8)]).toEqual([0, 0, 2, 0, 0, 0, 0x41, 0x42]);
  expect(() => pick(9, 0, 1)).toThrow('column 9');
  expect(() => pick(1, 0, 9, 0, 0, 0, 0x41)).toThrow('column MC');
  expect(() => pick(1, 0, 9)).toThrow(RangeError);
});
