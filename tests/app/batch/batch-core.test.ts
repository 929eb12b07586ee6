import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchCore } from '../../../src/app/batch/batch-core.ts';
import { packReports } from '../../../src/app/batch/batch-reports.ts';
import { type BatchJobs, BatchRunner } from '../../../src/app/batch/batch-runner.ts';
import { sortFiles } from '../../../src/app/batch/batch-sources.ts';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { entryBytes, openZip } from '../../../src/bytes/zip.ts';
import { runCheck } from '../../../src/cli/check-job.ts';
import { openCatalogAt } from '../../../src/cli/find-catalog.ts';
import { findPolicy } from '../../../src/cli/find-policy.ts';
import { reportAssets } from '../../../src/cli/report-assets.ts';
import { loadClipper } from '../../../src/geometry/clip.ts';
import { wordsFor } from '../../../src/job/words.ts';
import { packageRoot, run } from '../../cli/fake-io.ts';
import { handle, lost } from './handles.ts';

/**
 * The batch of the app against the command line, over the same files: four samples, one file that is
 * nothing, one that asks, one table of several projects.
 */
const AS_OF = '2026-11-21T08:00:00Z';
let folder: string;
let paths: string[];
let core: BatchCore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian 批量-'));
  const samples = join(packageRoot, 'data/samples');
  paths = readdirSync(samples)
    .filter((name) => /^[1-4].*\.txt$/.test(name))
    .map((name) => join(samples, name));
  const example = readFileSync(join(samples, '示例项目.txt'), 'utf8');
  const extra: [string, string][] = [
    ['坏.txt', '[地块坐标]\nnothing\n'],
    ['无带号.txt', example.replace(/^带号=.*$/m, '').replaceAll(',35594', ',594')],
  ];
  for (const [name, text] of extra) {
    writeFileSync(join(folder, name), text);
    paths.push(join(folder, name));
  }
  paths.push(join(samples, '示例项目-Shapefile.zip'));
  const io = { cwd: packageRoot, packageRoot } as Parameters<typeof findPolicy>[2];
  const catalog = await openCatalogAt(undefined, io);
  const pack = await findPolicy(undefined, catalog.catalog, io);
  core = new BatchCore({
    useCatalog: (work) => work(catalog),
    pack: async () => pack,
    clipper: () => loadClipper(),
    gdal: undefined,
    assets: reportAssets,
    version: '0.1.0',
    wordsFor,
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jobs: BatchJobs = {
  batch: (ask, _url, signal) =>
    core.answer(ask, signal ?? new AbortController().signal) as Promise<never>,
  close() {},
};
const newRunner = () =>
  new BatchRunner({
    jobs: () => jobs,
    catalogUrl: () => '',
    now: () => Date.parse(AS_OF),
    changed: () => {},
  });
const given = () =>
  paths.map((path) => ({ path: basename(path), file: handle(basename(path), readFileSync(path)) }));

describe('the batch of the app', () => {
  it('says what the command line says, byte for byte, and packs the same reports', async () => {
    const out = join(folder, 'out');
    const asked = ['check', ...paths, '--out', out, '--format', 'json', '--as-of', AS_OF];
    await run(asked, { runCheck });
    const runner = newRunner();
    runner.add(sortFiles(given()).sources);
    runner.start();
    await runner.settled;
    expect(runner.rows.map(({ state }) => state)).toEqual([
      ...['done', 'done', 'done', 'done', 'failed', 'asks', 'done'],
    ]);
    const done = runner.rows.filter(({ state }) => state === 'done');
    const packed = await packReports({
      rows: done,
      formats: ['json'],
      lang: 'zh',
      createdAt: AS_OF,
      name: 'x.zip',
      askOf: (row) => runner.askOf(row),
      ask: (ask) => jobs.batch(ask, ''),
      told: () => {},
    });
    expect(packed.failed).toEqual([]);
    expect(packed.changed).toEqual([]);
    const entries = await openZip(memorySource('x.zip', packed.file!.bytes));
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) files.set(entry.name, await entryBytes(entry));
    // the rows that were read, named with their reports as the command line names them
    const names = [...files.keys()].filter((name) => name.endsWith('.report.json'));
    const items = runner.rows.map((row) => {
      const at = done.indexOf(row);
      return at < 0 ? row.item! : { ...row.item!, report: names[at]! };
    });
    const summary = await jobs.batch({ what: 'summary', items, createdAt: AS_OF, lang: 'zh' }, '');
    for (const { fileName, bytes } of summary) {
      expect(Buffer.from(bytes).equals(readFileSync(join(out, fileName))), fileName).toBe(true);
    }
    for (const name of names) {
      const record = JSON.parse(Buffer.from(files.get(name)!).toString());
      const theirs = JSON.parse(readFileSync(join(out, name), 'utf8'));
      expect(record.digest, name).toBe(theirs.digest);
    }
  }, 120_000);

  it('reads a file once for all its projects, and draws one of them', async () => {
    const features = [0, 1, 2, 3, 4].map((i) => {
      const [x, y] = [106.062 + i * 0.002, 37.436];
      const ring = [
        ...[
          [x, y],
          [x + 0.001, y],
          [x + 0.001, y + 0.001],
          [x, y + 0.001],
          [x, y],
        ],
      ];
      return {
        type: 'Feature',
        properties: { XMMC: `项目${i}` },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    });
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const file = handle('五个项目.geojson', text);
    const runner = newRunner();
    const { sources } = sortFiles([{ path: file.name, file }]);
    runner.add(sources);
    runner.start();
    await runner.settled;
    // as one project, until a person says by which field it is several
    expect(runner.rows).toHaveLength(1);
    expect(runner.rows[0]!.fields).toMatchObject([{ name: 'XMMC', values: 5 }]);
    const before = file.reads;
    runner.setAnswers(sources[0]!.key, { nameField: 'XMMC' });
    runner.start();
    await runner.settled;
    expect(runner.rows.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((i) => `项目${i}`));
    expect(runner.rows.map(({ state }) => state)).toEqual(Array(5).fill('done'));
    expect(runner.rows.map(({ from }) => from.numberInFile)).toEqual([1, 2, 3, 4, 5]);
    expect(file.reads - before).toBe(1);
    const ask = runner.askOf(runner.rows[2]!)!;
    const drawn = await jobs.batch({ what: 'figure', lang: 'zh', ...ask } as const, '');
    // the map of the figure alone: its frame, not the sheet of 90 mm
    const [width] = /width="([\d.]+)mm"/.exec(drawn!.svg)!.slice(1).map(Number);
    expect(width).toBeGreaterThan(50);
    expect(width).toBeLessThan(90);
    expect(drawn!.svg).toContain(`width="${width}mm" height="`);
    // with the lines around it: only of kinds that have no layer it says that they are not drawn
    expect(drawn!.notes).toHaveLength(1);
    expect(drawn!.notes[0]).toMatch(/^未加载、未绘：/);
    // answers given on screen come before those of the file; the verdict is of these answers
    const claimed = await jobs.batch(
      { what: 'check', ...ask, claim: { temporaryLand: 'yes' } } as const,
      '',
    );
    expect(claimed.item.digest).not.toBe(runner.rows[2]!.item!.digest);
  });

  it('says what to do about a file that is gone', async () => {
    const runner = newRunner();
    runner.add(sortFiles([{ path: 'x.txt', file: lost('x.txt') }]).sources);
    runner.start();
    await runner.settled;
    expect(runner.rows[0]).toMatchObject({
      state: 'failed',
      item: { error: { code: 'file-gone' } },
    });
    expect(runner.rows[0]!.why!.zh).toContain('请重新添加');
  });
});
