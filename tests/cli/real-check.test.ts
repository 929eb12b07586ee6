import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CheckItem, runCheck } from '../../src/cli/check-job.ts';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { openProject } from '../../src/files/open-project.ts';
import { writeProject } from '../../src/files/write-project.ts';
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

const STAMP = '互联网地图坐标近似纠偏，误差可达百米，仅供参考';

it.each(['--gcj02', '--bd09'])(
  '%s: never complete, and stamped wherever it is read',
  async (map) => {
    // Wholly outside all lines: surveyed, this square is clear.
    const far = join(packageRoot, 'data/samples/1-控制线外-物流用地.txt');
    const { exit: surveyed } = await checked(far, '--format', 'json');
    expect(surveyed).toBe(0);
    const { exit, out } = await checked(far, map, '--format', 'json');
    const report: CheckReport = JSON.parse(out);
    expect(exit).toBe(3);
    expect(report.complete).toBe(false);
    expect(report.verdict).toBe('undetermined');
    expect(report.project.crs.shift).toBe(map.slice(2));
    expect(report.findings.filter(({ rule }) => rule === 'POSITION')).toHaveLength(1);
    expect(report.project.notes.map(({ code }) => code)).toContain('note-internet-map');

    const terminal = await checked(far, map);
    expect(terminal.out).toContain(STAMP);
    expect(terminal.out).not.toMatch(/不涉及|未占用/);
    const written = await checked(far, map, '--out', 'o', '--format', 'html,svg');
    expect(written.exit).toBe(3);
    const [html, svg] = ['html', 'svg'].map((extension) =>
      readFileSync(join(folder, 'o', `1-控制线外-物流用地.report.${extension}`), 'utf8'),
    );
    expect(html).toContain(`<p class="mark">${STAMP}</p>`);
    expect(svg).toContain(STAMP);
  },
);

it('computes Xi’an 80 with seven parameters and prints them in the report', async () => {
  const text = readFileSync(join(packageRoot, 'data/samples/示例项目.txt'), 'utf8');
  writeFileSync(join(folder, 'xian.txt'), text.replace('2000国家大地坐标系', '1980西安坐标系'));
  const refused = await checked('xian.txt');
  expect(refused.exit).toBe(2);
  expect(refused.err).toContain('--datum-shift');
  const seven = '-12.646,23.571,8.327,0.2415,-0.7632,1.2847,-2.157';
  const { out } = await checked('xian.txt', '--datum-shift', seven, '--format', 'json');
  const { project }: CheckReport = checkReportSchema.parse(JSON.parse(out));
  expect(project.crs).toMatchObject({ epsg: 2359, datumShift: { rzSec: 1.2847 } });
  expect(project.crs.detail.zh).toContain('εz=1.2847″');
});

it('gives a saved project the same digest as the file it came from', async () => {
  for (const name of readdirSync(join(packageRoot, 'data/samples'))) {
    if (!/\.(txt|geojson)$/.test(name)) continue;
    const bytes = new Uint8Array(readFileSync(join(packageRoot, 'data/samples', name)));
    const [project] = await openProject({ name, bytes }, { regionExtent: [105, 36, 107, 39] });
    writeFileSync(join(folder, 'saved.sanxian'), writeProject(project!));
    copyFileSync(join(packageRoot, 'data/samples', name), join(folder, name));
    const { out } = await checked(name, 'saved.sanxian', '--format', 'json');
    const [direct, saved] = JSON.parse(out) as [CheckReport, CheckReport];
    expect(saved.digest, name).toBe(direct.digest);
  }
});

it('makes one project of each value of a field', async () => {
  const feature = (name: string, lon: number) => ({
    type: 'Feature',
    properties: { 项目名称: name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [lon, 37.4],
          [lon + 0.001, 37.4],
          [lon + 0.001, 37.401],
          [lon, 37.4],
        ],
      ],
    },
  }); // prettier-ignore
  const features = [feature('甲', 106.01), feature('乙', 106.02), feature('甲', 106.03)];
  writeFileSync(join(folder, 'f.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  const args = ['f.geojson', '--name-field', '项目名称', '--format', 'json'];
  const reports = JSON.parse((await checked(...args)).out) as CheckReport[];
  expect(reports.map(({ project }) => [project.name, project.parcels.length])).toEqual([
    ['甲', 2],
    ['乙', 1],
  ]);
  await checked(...args, '--out', 'o');
  expect(readdirSync(join(folder, 'o')).sort()).toEqual([
    'f-1.report.json',
    'f-2.report.json',
    'summary.json',
    'summary.xlsx',
  ]);
  const wrong = await checked('f.geojson', '--name-field', '名字');
  expect(wrong.exit).toBe(2);
  expect(wrong.err).toContain('已有字段：项目名称');
});

it('asks for a width for a line, with the option that gives it', async () => {
  const text = readFileSync(join(packageRoot, 'tests/cases/files/txt-line-feature/input.txt'));
  writeFileSync(join(folder, 'line.txt'), text);
  const { exit, err } = await checked('line.txt');
  expect(exit).toBe(2);
  expect(err).toContain('--buffer');
});
