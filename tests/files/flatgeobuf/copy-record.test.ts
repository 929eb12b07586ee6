import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { RecordCopier } from '../../../src/files/flatgeobuf/copy-record.ts';
import { FlatWriter } from '../../../src/files/flatgeobuf/flat-writer.ts';
import type { Column } from '../../../src/files/flatgeobuf/format.ts';
import { decodeFeature, openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { isUtf8 } from '../../../src/files/flatgeobuf/scan-properties.ts';
import { writeFeature } from '../../../src/files/flatgeobuf/write-feature.ts';
import { propertyEncoder } from '../../../src/files/flatgeobuf/write-properties.ts';
import { writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';
import { sampleFeatures } from '../sample-layer.ts';

const COLUMNS: readonly Column[] = [
  { name: 'BSM', type: 'string' },
  { name: 'DLMC', type: 'string' },
  { name: 'YJJBNTTBMJ', type: 'double' },
  { name: 'ORDER', type: 'int' },
];

/** One polygon each, some with a hole. */
const FEATURES = sampleFeatures(40).map((feature, i) => ({
  ...feature,
  polygons: toFlat([
    [
      [
        [105, 37],
        [106, 37],
        [106, 38],
        [105, 37],
      ],
      ...(i % 3 === 0
        ? [
            [
              [105.7, 37.2],
              [105.8, 37.2],
              [105.8, 37.4],
              [105.7, 37.2],
            ] as const,
          ]
        : []),
    ],
  ]),
}));

const FILE = writeFlatGeobuf({
  name: 'a',
  columns: COLUMNS,
  crs: 4490,
  geometryType: 'Polygon',
  features: FEATURES,
  index: true,
});

/** The record as decoding and writing it anew gives it, or the decoder's complaint. */
async function anew(file: Uint8Array, record: Uint8Array, columns: readonly Column[]) {
  const { header } = await openFlatGeobuf(memorySource('a', file));
  const out = new FlatWriter();
  const { geometry, properties } = decodeFeature({ ...header, columns }, record, 0, null);
  writeFeature(out, 'Polygon', geometry, propertyEncoder(columns)(properties), 'feature');
  return out.bytes.slice(0, out.length);
}

async function recordsOf(file: Uint8Array) {
  const { records, header } = await openFlatGeobuf(memorySource('a', file));
  const found: Uint8Array[] = [];
  for await (const { bytes, starts } of records()) {
    for (let i = 0; i + 1 < starts.length; i++) {
      found.push(bytes.slice(starts[i]!, starts[i + 1]!));
    }
  }
  return { found, columns: header.columns };
}

/** At an odd place, as in any file. */
function copied(record: Uint8Array, columns: readonly Column[]) {
  const bytes = new Uint8Array(record.length + 5);
  bytes.set(record, 5);
  const out = new FlatWriter();
  const box = new Float64Array(4);
  const length = new RecordCopier(columns).copy(bytes, 5, bytes.length, out, box);
  return { bytes: out.bytes.slice(0, out.length), length, box: [...box] };
}

describe('copying records', () => {
  it('gives what writing them anew gives', async () => {
    const { found } = await recordsOf(FILE);
    expect(found).toHaveLength(40);
    for (const record of found) {
      const { bytes, length, box } = copied(record, COLUMNS);
      expect(length).toBe(bytes.length);
      expect(Buffer.compare(bytes, await anew(FILE, record, COLUMNS))).toBe(0);
      expect(box).toEqual([105, 37, 106, 38]);
    }
  });

  it('copies no damaged record that the decoder would refuse or read otherwise', async () => {
    const { found } = await recordsOf(FILE);
    const [plain, withHole] = [found[1]!, found[0]!];
    let refused = 0;
    for (const record of [plain, withHole]) {
      for (let at = 0; at < record.length; at++) {
        for (const flip of [1, 0x80, 0xff]) {
          const damaged = record.slice();
          damaged[at]! ^= flip;
          const { length, bytes } = copied(damaged, COLUMNS);
          if (length === 0) {
            refused++;
            continue;
          }
          // what is copied is what the decoder makes of it, wherever the length still is the record's
          const same = damaged.subarray(0, 4).every((byte, i) => byte === record[i]);
          if (same) expect(Buffer.compare(bytes, await anew(FILE, damaged, COLUMNS))).toBe(0);
        }
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('knows UTF-8 as the platform does', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const valid = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0];
    edges.push(0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff);
    const wrong: string[] = [];
    for (const a of edges) {
      for (const b of edges) {
        for (const c of edges) {
          for (const d of [0x20, 0x80, 0xbf]) {
            const bytes = Uint8Array.of(a, b, c, d);
            if (isUtf8(view(bytes), 0, 4) !== valid(bytes)) wrong.push([...bytes].join(' '));
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        return isUtf8(view(bytes), 0, bytes.length);
      }),
    );
  });
});
