import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CheckItem, runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { packageRoot, run } from './fake-io.ts';

/** Through the real job, against the layers that are served. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-real-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sample = (name: string): void =>
  copyFileSync(join(packageRoot, 'data/samples/示例项目.txt'), join(folder, name));
const checked = (...args: string[]) => run(['check', ...args], { cwd: folder, runCheck });

it('a bad claim beside one file is the failure of that file only', async () => {
  sample('a.txt');
  sample('b.txt');
  writeFileSync(join(folder, 'a.claim.yaml'), 'temporayLand: yes\n');
  const { exit, out, err } = await checked('a.txt', 'b.txt', '--format', 'json');
  const [first, second] = JSON.parse(out) as [CheckItem, CheckReport];
  expect(exit).toBe(2);
  expect(err).toContain('a.txt: 项目情况 a.claim.yaml');
  expect(first).toMatchObject({ source: { file: 'a.txt' }, error: { code: 'claim-schema' } });
  expect(second.project.source.file).toBe('b.txt');
});

it('knows the region of the catalog: a site far from it is told so', async () => {
  // A square in Beijing; the layers are of Hongsibu in Ningxia.
  const ring = [
    [116.3, 39.9],
    [116.301, 39.9],
    [116.301, 39.901],
    [116.3, 39.901],
    [116.3, 39.9],
  ];
  writeFileSync(
    join(folder, 'far.geojson'),
    JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
  );
  sample('near.txt');
  const { out } = await checked('far.geojson', 'near.txt', '--format', 'json');
  const [far, near] = JSON.parse(out) as [CheckReport, CheckReport];
  const codes = (report: CheckReport) => report.project.notes.map((note) => note.code);
  expect(codes(far)).toContain('note-outside-region');
  expect(codes(near)).not.toContain('note-outside-region');
});

it('recommends no option that it refuses, for lines', async () => {
  writeFileSync(
    join(folder, 'line.geojson'),
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [106.06, 37.43],
        [106.07, 37.43],
      ],
    }),
  );
  for (const lang of ['zh', 'en']) {
    const { exit, err } = await checked('line.geojson', '--lang', lang);
    expect(exit).toBe(2);
    expect(err).not.toContain('--buffer');
    expect(err).toContain(lang === 'zh' ? '请改为面状地块' : 'draw the area as polygons');
  }
});
