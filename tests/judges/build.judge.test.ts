import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { folderStore } from '../../src/cli/folder-store.ts';
import { readHeader } from '../../src/files/flatgeobuf/read-header.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { buildLayer } from '../../src/layers/build-layer.ts';
import { flatGeobufStream, recordsOf } from '../../src/layers/flatgeobuf-stream.ts';
import { PARCEL_COLUMNS, parcels } from '../bench/parcels.ts';
import { request, scratchFolder } from '../layers/build-help.ts';

it('GDAL opens what is built, and its own files are built into ours byte for byte', async () => {
  const folder = await scratchFolder();
  const shape = {
    name: 'permanent-basic-farmland',
    title: '永久基本农田',
    columns: PARCEL_COLUMNS,
    crs: 4490,
    geometryType: 'Polygon',
    index: true,
  } as const;
  const ours = writeFlatGeobuf({ ...shape, features: parcels(3000) });
  await writeFile(join(folder, 'ours.fgb'), ours);
  // GDAL's records: another layout of the same features, in the order of our file
  const theirs = join(folder, 'theirs.fgb');
  const without = ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO'];
  execFileSync('ogr2ogr', [...without, theirs, join(folder, 'ours.fgb')]);
  const stream = await flatGeobufStream(fileSource(theirs));
  expect(recordsOf(stream)).not.toBeNull();

  const { entry } = await buildLayer(request({ streams: [stream] }), {
    store: folderStore(join(folder, 'out')),
  });
  const path = join(folder, 'out', entry!.file);
  const built = await readFile(path);
  // GDAL keeps no titles of columns: but for the header the file is the one we began with
  const indexAndFeatures = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const { indexStart } = await readHeader(memorySource('a', bytes));
    return bytes.subarray(indexStart);
  };
  const [a, b] = [await indexAndFeatures(built), await indexAndFeatures(ours)];
  expect(a.length).toBeGreaterThan(1_500_000);
  expect(Buffer.compare(a, b)).toBe(0);

  const said = execFileSync('ogrinfo', ['-so', '-al', path]).toString();
  expect(said).toContain('Feature Count: 3000');
  expect(said).toContain('ID["EPSG",4490]');
  expect(said).toContain('YJJBNTTBMJ: Real');
  const box = ['-spat', '104.51', '35.51', '104.52', '35.52'];
  const counted = (file: string): string =>
    /Feature Count: \d+/.exec(execFileSync('ogrinfo', ['-so', '-al', ...box, file]).toString())![0];
  expect(counted(path)).toBe(counted(theirs));
});
