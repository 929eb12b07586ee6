import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { namedFiles } from '../../src/cli/named-files.ts';
import { packageRoot, run } from './fake-io.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-named-'));
  const files = [
    ...['b.txt', 'a.TXT', '红线.shp', '红线.dbf', '红线.prj', '单独.dbf', '图.dwg', '旧.xls'],
    ...['b.claim.yaml', 'claim.json', 'b.report.json', 'b-2.report.shp.zip', 'summary.xlsx'],
    ...['说明.pdf', '.hidden.txt', '~$c.xlsx', '项目[1].txt'],
    ...['下级/x.geojson', '下级/读我.md', 'y.gdb/a00000001.gdbtable', 'y.gdb/gdb', '空/注.docx'],
  ];
  for (const name of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  symlinkSync(join(folder, 'b.txt'), join(folder, '链接.txt'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const below = (paths: readonly string[]): string[] =>
  paths.map((path) => relative(folder, path)).sort();

it('takes a folder for the projects in it, one for files that belong together', async () => {
  const { names, left } = await namedFiles(['.'], folder, ['claim.json']);
  expect(below(names)).toEqual(
    [
      ...['a.TXT', 'b.txt', '下级/x.geojson', '单独.dbf', '图.dwg', '旧.xls', '红线.shp'],
      ...['链接.txt', '项目[1].txt', 'y.gdb'],
    ].sort(),
  );
  // reports of an earlier run are no projects, and nothing is left out in silence
  expect(below(left)).toEqual(
    [
      ...['b.report.json', 'b-2.report.shp.zip', 'summary.xlsx', '说明.pdf', '下级/读我.md'],
      '空/注.docx',
    ].sort(),
  );
});

it('takes every file that lies there for one, or says that it was left', async () => {
  const { names, left } = await namedFiles(['.'], folder, ['claim.json']);
  const all = [...below(names), ...below(left)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(16);
});

it('takes what lies among the tables of a geodatabase, too', async () => {
  const mixed = join(folder, 'mixed');
  mkdirSync(mixed);
  for (const name of ['a00000001.gdbtable', 'gdb', 'z.txt', '注.docx']) {
    writeFileSync(join(mixed, name), name);
  }
  const { names, left } = await namedFiles(['mixed'], folder);
  rmSync(mixed, { recursive: true });
  expect(below(names)).toEqual(['mixed', 'mixed/z.txt']);
  expect(below(left)).toEqual(['mixed/注.docx']);
});

it('takes names as they are, in their order, and a geodatabase for itself', async () => {
  const given = ['z.txt', '-', 'y.gdb', '项目[1].txt', 'a.TXT'];
  const { names } = await namedFiles(given, folder);
  expect(names).toEqual(['z.txt', '-', join(folder, 'y.gdb'), '项目[1].txt', 'a.TXT']);
});

it.each([
  ['*.txt', ['a.TXT', 'b.txt', '链接.txt', '项目[1].txt']],
  ['下级/*', ['下级/x.geojson', '下级/读我.md']],
  ['{b,图}.*', ['b.txt', '图.dwg']],
  ['**/*.geojson', ['下级/x.geojson']],
  ['[xy下]*', ['y.gdb', '下级/x.geojson']],
])('opens the pattern %s where the shell did not', async (pattern, wanted) => {
  const { names } = await namedFiles([pattern], folder);
  expect(below(names)).toEqual(wanted);
});

it.each([
  ['空', 'cli-nothing-in-folder'],
  ['*.kml', 'cli-nothing-matches'],
])('refuses %s: %s', async (name, code) => {
  await expect(namedFiles([name], folder)).rejects.toMatchObject({ code });
});

it('says on the command line what of a folder was not looked at', async () => {
  const samples = join(packageRoot, 'data/samples');
  const { request, err } = await run(['check', samples, '--lang', 'zh'], { cwd: packageRoot });
  const files = request!.files.map(({ path }) => relative(samples, path));
  expect(files).toContain('1-控制线外-物流用地.txt');
  expect(files).toContain('示例项目-FileGDB.zip');
  expect(files).not.toContain('README.md');
  expect(err).toContain('不是项目文件，未核查');
  expect(err).toContain(join('data', 'samples', 'README.md'));
  expect((await run(['check', samples, '--quiet'])).err).toBe('');
});
