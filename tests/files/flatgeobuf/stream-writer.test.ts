import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { memoryFile } from '../../../src/bytes/random-file.ts';
import { openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { FlatGeobufStreamWriter } from '../../../src/files/flatgeobuf/stream-writer.ts';
import { type WriteFeature, writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { bboxOf, toFlat } from '../../../src/geometry/shapes.ts';
import { sampleFeatures } from '../sample-layer.ts';

const SHAPE = {
  name: 'farmland',
  title: '永久基本农田（示例）',
  columns: [
    { name: 'BSM', type: 'string', title: '标识码' },
    { name: 'DLMC', type: 'string' },
    { name: 'YJJBNTTBMJ', type: 'double' },
    { name: 'ORDER', type: 'int' },
  ],
  crs: 4490,
  geometryType: 'MultiPolygon',
} as const;

async function stream(
  features: readonly WriteFeature[],
  limits: { readonly memoryBytes?: number; readonly stretchBytes?: number },
  batch = 7,
) {
  const scratch = memoryFile();
  let spilled = false;
  const writer = new FlatGeobufStreamWriter({
    ...SHAPE,
    ...limits,
    openScratch: async () => {
      spilled = true;
      return scratch;
    },
  });
  for (let i = 0; i < features.length; i += batch) await writer.add(features.slice(i, i + batch));
  const file = memoryFile();
  const seen: Uint8Array[] = [];
  const records: { readonly bytes: Uint8Array; readonly box: readonly number[] }[] = [];
  const written = await writer.finish(file, {
    finished: (bytes) => seen.push(bytes.slice()),
    placed: (bytes, box) => records.push({ bytes: bytes.slice(), box: [...box] }),
  });
  const whole = new Uint8Array(Buffer.concat(seen));
  return { bytes: file.bytes(), seen: whole, records, written, spilled };
}

/** A square ring of so many vertices, to have records of very different lengths. */
function longRing(vertices: number): WriteFeature {
  const ring = Array.from({ length: vertices }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / vertices;
    return [106 + 0.1 * Math.cos(angle), 38 + 0.1 * Math.sin(angle)];
  });
  return { polygons: toFlat([[[...ring, ring[0]!]]]), properties: { BSM: 'long', ORDER: 1 } };
}

describe('writing a FlatGeobuf file feature by feature', () => {
  const plain = sampleFeatures(600);
  const features = [...plain.slice(0, 300), longRing(5000), ...plain.slice(300)];
  const wanted = writeFlatGeobuf({ ...SHAPE, features, index: true });

  it.each([
    ['all in memory', {}, false],
    ['in memory, in small stretches', { stretchBytes: 5000 }, false],
    ['over a scratch file', { memoryBytes: 10_000 }, true],
    ['over a scratch file, in many small stretches', { memoryBytes: 0, stretchBytes: 3000 }, true],
  ])('gives the bytes of the writer in memory: %s', async (_, limits, spills) => {
    const { bytes, seen, records, written, spilled } = await stream(features, limits);
    expect(spilled).toBe(spills);
    expect(Buffer.compare(bytes, wanted)).toBe(0);
    expect(Buffer.compare(seen, wanted)).toBe(0);
    expect(written.features).toBe(601);
    expect(written.bytes).toBe(wanted.length);
    // the records that were told are the end of the file, each with its own box
    const told = Buffer.concat(records.map((record) => record.bytes));
    expect(records).toHaveLength(601);
    expect(Buffer.compare(told, wanted.subarray(written.headBytes))).toBe(0);
    const file = await openFlatGeobuf(memorySource('file', wanted));
    for await (const { index, geometry } of file.allFeatures()) {
      expect(records[index]!.box).toEqual(
        'polygons' in geometry ? [...bboxOf(geometry.polygons)] : null,
      );
    }
  });

  it('gives them for no feature and for one', async () => {
    for (const few of [[], features.slice(0, 1)]) {
      const { bytes, written } = await stream(few, { memoryBytes: 0 });
      expect(Buffer.compare(bytes, writeFlatGeobuf({ ...SHAPE, features: few, index: true }))).toBe(
        0,
      );
      expect(written.extent === null).toBe(few.length === 0);
    }
  });

  it('gives them where every feature has the same place on the curve', async () => {
    const same = Array.from({ length: 50 }, (_, i) => ({
      ...features[0]!,
      properties: { ORDER: i },
    }));
    const { bytes } = await stream(same, { memoryBytes: 0, stretchBytes: 1000 });
    expect(Buffer.compare(bytes, writeFlatGeobuf({ ...SHAPE, features: same, index: true }))).toBe(
      0,
    );
  });

  it('refuses what the writer in memory refuses, naming the feature', async () => {
    const open = { polygons: toFlat([[[[105, 37] as const]]]), properties: {} };
    await expect(stream([...plain.slice(0, 9), open], {})).rejects.toThrow(
      'farmland feature 9 ring 0 is not a ring',
    );
  });

  it('stops at once when it is told to', async () => {
    const writer = new FlatGeobufStreamWriter({
      ...SHAPE,
      memoryBytes: 0,
      openScratch: async () => memoryFile(),
    });
    await writer.add(features);
    await expect(writer.finish(memoryFile(), { signal: AbortSignal.abort() })).rejects.toThrow(
      'aborted',
    );
  });
});
