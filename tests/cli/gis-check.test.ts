import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readZip } from '../../src/bytes/read-zip.ts';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import { type CheckItem, runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { zipOf } from '../bytes/zip-builder.ts';
import { packageRoot, run } from './fake-io.ts';

/** Files of GIS programs through the real job. */
const samples = join(packageRoot, 'data/samples');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-gis-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(samples, name)));
async function check(...args: string[]) {
  const { exit, out, err } = await run(['check', ...args, '--format', 'json'], {
    cwd: folder,
    runCheck,
  }); // prettier-ignore
  const items = JSON.parse(out);
  return { exit, err, items: (Array.isArray(items) ? items : [items]) as CheckReport[] };
}
/** Lays the files of a zipped sample out on the disk. */
async function unpack(name: string): Promise<void> {
  for (const file of await readZip(name, bytesOf(name), { maxBytes: 1e6, maxEntries: 99 })) {
    mkdirSync(join(folder, file.name, '..'), { recursive: true });
    writeFileSync(join(folder, file.name), file.bytes);
  }
}
const FARMLAND_M2 = 8241;
const farmland = ({ lines }: CheckReport) =>
  lines.find(({ kind }) => kind === 'permanent-basic-farmland')!.areaM2;

it('a .shp takes its other parts from beside it, and is the project of its zip', async () => {
  await unpack('示例项目-Shapefile.zip');
  copyFileSync(join(samples, '示例项目-Shapefile.zip'), join(folder, 'a.zip'));
  const { items } = await check('项目范围.shp', 'a.zip');
  expect(items.map(({ project }) => project.source.file)).toEqual(['项目范围.shp', 'a.zip']);
  expect(items[1]!.project.source.sha256).toBe(sha256Hex(bytesOf('示例项目-Shapefile.zip')));
  for (const report of items) expect(Math.round(farmland(report))).toBe(FARMLAND_M2);
  rmSync(join(folder, '项目范围.dbf'));
  const { exit, err } = await check('项目范围.shp');
  expect(exit).toBe(2);
  expect(err).toContain('缺少 项目范围.dbf');
});

it('a .gdb folder is a project file', async () => {
  await unpack('示例项目-FileGDB.zip');
  const { items } = await check('项目范围.gdb');
  expect(items[0]!.project.source.file).toBe('项目范围.gdb');
  expect(Math.round(farmland(items[0]!))).toBe(FARMLAND_M2);
});

it('of a file with several layers of areas those are taken that are named', async () => {
  copyFileSync(join(packageRoot, 'tests/cases/gis/two-areas.zip'), join(folder, 'two.zip'));
  const asked = await check('two.zip');
  expect(asked).toMatchObject({ exit: 2, items: [{ error: { code: 'choose-layers' } }] });
  expect(asked.err).toContain('--file-layers');
  const { items } = await check('two.zip', '--file-layers', 'plots');
  expect(items[0]!.project.parcels.map(({ planeAreaM2 }) => planeAreaM2)).toEqual([
    120_000, 10_000,
  ]);
  const none = await check('two.zip', '--file-layers', 'plots, 红线');
  expect(none.items).toMatchObject([{ error: { code: 'err-layer-missing' } }]);
});

it('an archive of several gives a report or a reason for each', async () => {
  const entry = (name: string, bytes: Uint8Array) => ({
    name: new TextEncoder().encode(name),
    bytes,
  });
  const zip = zipOf([
    entry('1/a.geojson', bytesOf('示例项目.geojson')),
    entry('2/b.txt', bytesOf('1-控制线外-物流用地.txt')),
    entry('3/c.geojson', new TextEncoder().encode('{"type":"Polygon"')),
  ]);
  writeFileSync(join(folder, 'x.zip'), zip);
  const { exit, items } = await check('x.zip');
  const [a, b, c] = items as [CheckReport, CheckReport, CheckItem];
  expect(exit).toBe(2);
  expect([a, b].map(({ project }) => project.source.file)).toEqual(['a.geojson', 'b.txt']);
  expect(a.project.notes[0]).toMatchObject({ code: 'note-from-zip', params: { file: 'x.zip' } });
  expect(c).toMatchObject({ source: { file: 'c.geojson' }, error: { code: 'err-json' } });
});
