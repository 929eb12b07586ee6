import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputFiles } from '../../src/cli/input-files.ts';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-input-'));
  for (const name of [
    '红线.shp',
    '红线.dbf',
    '红线.PRJ',
    '红线2.dbf',
    '红线.pdf',
    '单独.txt',
    'x.mif',
    'x.mid',
  ]) {
    writeFileSync(join(folder, name), name);
  }
  mkdirSync(join(folder, 'y.gdb'));
  for (const name of ['a00000002.gdbtable', 'a00000001.gdbtable', 'gdb', '_gdb.lock']) {
    writeFileSync(join(folder, 'y.gdb', name), name);
  }
  writeFileSync(join(folder, '大.shp'), '');
  truncateSync(join(folder, '大.shp'), 2_000_000_000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string): Promise<string[]> {
  const [file] = await inputFiles([name], folder, null);
  const { name: main, bytes, beside = [] } = await file!.read();
  if (!name.endsWith('.gdb')) expect(new TextDecoder().decode(bytes)).toBe(main);
  return [main, ...beside.map((part) => part.name).sort()];
}

it.each([
  ['红线.shp', ['红线.shp', '红线.PRJ', '红线.dbf']],
  ['红线.dbf', ['红线.shp', '红线.PRJ', '红线.dbf']],
  ['红线2.dbf', ['红线2.dbf']],
  ['单独.txt', ['单独.txt']],
  ['红线.pdf', ['红线.pdf']],
  ['x.mid', ['x.mif', 'x.mid']],
  ['y.gdb', ['y.gdb', 'y.gdb/a00000001.gdbtable', 'y.gdb/a00000002.gdbtable', 'y.gdb/gdb']],
])('%s is read with what belongs to it', async (name, wanted) => {
  expect(await read(name)).toEqual(wanted);
});

it.each([
  ['没有.shp', 'cli-file-missing'],
  ['', 'cli-file-unreadable'],
  ['大.shp', 'err-too-large'],
])('%j is refused: %s', async (name, code) => {
  await expect(read(name)).rejects.toMatchObject({ code });
});

it.each(['../a.gpkg', 'a/../../b', 'a\\..\\..\\b', 'c:a', '', 'a\0b'])(
  'a file called %j is not laid out for GDAL',
  async (name) => {
    const gdal = projectGdal();
    try {
      await expect(gdal.mount([{ name, bytes: new Uint8Array(1) }])).rejects.toThrow('no name');
    } finally {
      await gdal.close();
    }
  },
);
