import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { readZip } from '../../../src/bytes/read-zip.ts';
import { FlatGeobufError } from '../../../src/files/flatgeobuf/flatgeobuf-error.ts';
import { readFeatures } from '../../../src/files/flatgeobuf/read-features.ts';

/** Files that GDAL wrote, see data/samples/make-gis-samples.sh and tests/cases/gis/make.sh. */
const root = join(import.meta.dirname, '../../..');
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(root, path)));
const unzipped = async (name: string) => {
  const zip = bytesOf(`tests/cases/gis/${name}`);
  return (await readZip(name, zip, { maxBytes: 1e6, maxEntries: 9 }))[0]!.bytes;
};

it('reads parts, holes and heights of whatever geometry a feature has', async () => {
  const { features } = await readFeatures(memorySource('a', await unzipped('mixed-fgb.zip')));
  expect(
    features.map(({ shapes, hasHeights, properties }) => ({
      name: properties.NAME,
      hasHeights,
      shapes: shapes.map(({ shape, rings }) => [shape, rings.map(({ hole }) => hole)]),
    })),
  ).toEqual([
    { name: 'mixed1', hasHeights: true, shapes: [['area', [false]]] },
    { name: 'mixed2', hasHeights: true, shapes: [['area', [false, false]]] },
    { name: 'mixed3', hasHeights: true, shapes: [['area', [false]]] },
  ]);
  const sample = memorySource('a', bytesOf('data/samples/示例项目.fgb'));
  const [first] = (await readFeatures(sample)).features;
  expect(first!.shapes[0]!.rings.map(({ xy, hole }) => [xy.length / 2, hole])).toEqual([
    [5, false],
    [5, true],
  ]);
  expect(first!.properties.地块名称).toBe('地块1');
});

it('gives the code of its system, and the definition of one that has none', async () => {
  const coded = await readFeatures(memorySource('a', await unzipped('mixed-fgb.zip')));
  expect(coded.header.crs).toEqual({ org: 'EPSG', code: 4523 });
  const local = await readFeatures(memorySource('a', await unzipped('local-fgb.zip')));
  expect(local.header.crs).toMatchObject({ code: 0 });
  expect(local.header.crs!.wkt).toMatch(/^PROJCRS\[.*106\.5/s);
});

it('refuses a file cut off at any length', async () => {
  const bytes = bytesOf('data/samples/示例项目.fgb');
  for (let size = 0; size < bytes.length; size += 7) {
    await expect(readFeatures(memorySource('a', bytes.subarray(0, size)))).rejects.toThrow(
      FlatGeobufError,
    );
  }
});

it('answers any single wrong byte with features or with its own error, and soon', async () => {
  const good = bytesOf('data/samples/示例项目.fgb');
  let refused = 0;
  for (let at = 0; at < good.length; at++) {
    const bytes = good.slice();
    bytes[at]! ^= 0xff;
    const error = await readFeatures(memorySource('a', bytes)).catch((caught: unknown) => caught);
    if (error instanceof Error) {
      expect(error, `byte ${at}: ${error.stack}`).toBeInstanceOf(FlatGeobufError);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(good.length / 4);
});
