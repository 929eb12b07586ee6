import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckItem, RunCheck } from '../../src/cli/check-job.ts';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { fixtureReport, incompleteReport } from '../report/fixture.ts';
import { run } from './fake-io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '三线 test '));
  const catalog = {
    schema: 'sanxian/catalog@1',
    title: { zh: '空', en: 'empty' },
    region: '640303',
    synthetic: true,
    policy: 'nx-2023-63',
    layers: [],
  };
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  writeFileSync(join(folder, 'a b.txt'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const checked = (report: CheckReport, file = 'a b.txt', numberInFile: number | null = null) => ({
  source: { file, sha256: null, numberInFile },
  report,
});
const refused: CheckItem = {
  source: { file: 'bad.txt', sha256: null, numberInFile: null },
  error: { code: 'empty', text: { zh: '文件是空的。', en: 'The file is empty.' } },
};
const clear = (): CheckReport =>
  fixtureReport((report) => {
    report.verdict = 'permit-mode';
  });
const check = (...args: string[]) => ['check', 'a b.txt', '--layers', folder, ...args];
const inFolder = (items: readonly CheckItem[] = [], tty = false) => ({ items, cwd: folder, tty });

it('tells on stderr of an edge index that is not used, and of nothing when quiet', async () => {
  const params = { layer: 'farmland', file: 'farmland.edges', why: 'version' };
  const told = async (...args: string[]) => {
    const runCheck: RunCheck = async function* ({ onNote }) {
      onNote({ code: 'edge-index-unused', severity: 'warning', params });
      yield checked(clear());
    };
    return run(check('--format', 'json', ...args), { cwd: folder, runCheck });
  };
  const { err, out, exit } = await told();
  expect(err).toContain('farmland.edges');
  expect(err).toContain('由其他版本写出');
  expect(JSON.parse(out).verdict).toBe('permit-mode');
  expect(exit).toBe(0);
  expect((await told('--quiet')).err).toBe('');
});

describe('exit codes', () => {
  it.each([
    ['permit-mode', 0],
    ['exempt', 0],
    ['clear', 0],
    ['avoid', 1],
    ['conditional', 1],
    ['manual-review', 1],
    ['not-admitted', 1],
    ['prohibited', 1],
  ] as const)('a complete report that says %s gives %d', async (verdict, exit) => {
    const report = fixtureReport((one) => {
      one.verdict = verdict;
    });
    expect((await run(check(), inFolder([checked(report)]))).exit).toBe(exit);
  });

  it('is 3 for an incomplete report, even beside a prohibited one', async () => {
    expect((await run(check(), inFolder([checked(incompleteReport())]))).exit).toBe(3);
    const both = [checked(incompleteReport()), checked(fixtureReport()), refused];
    expect((await run(check(), inFolder(both))).exit).toBe(3);
  });

  it('is 2 for an unreadable file, and the others are still reported', async () => {
    const { exit, out, err } = await run(check(), inFolder([refused, checked(clear())]));
    expect(exit).toBe(2);
    expect(err).toBe('bad.txt: 文件是空的。\n');
    expect(out).toContain('按管制方式许可');
  });
});

describe('wrong use is refused with exit 2 and a sentence, before anything runs', () => {
  it.each([
    [['--threshold', '11']],
    [['--jobs', '0']],
    [['--jobs', '1.5']],
    [['--jobs', '65']],
    [['--threshold', '-1']],
    [['--threshold', '1e3']],
    [['--geometry', 'some']],
    [['--lang', 'fr']],
    [['--crs', 'WGS84']],
    [['--gcj02', '--bd09']],
    [['--buffer', '0']],
    [['--buffer', '-3']],
    [['--buffer', '3m']],
    [['--ends', 'square']],
    [['--datum-shift', '1,2,3']],
    [['--datum-shift', '1,2,3,4,5,6,x']],
    [['--as-of', 'yesterday']],
    [['--as-of', '2026-02-30']],
    [['--as-of', '2026-02-30T08:00:00Z']],
    [['--as-of', '2026-13-01']],
    [['--format', 'doc']],
    [['--format', 'html']],
    [['--format', '']],
    [['--colour']],
    [['--claim', 'absent.yaml']],
    [['--policy', 'absent.yaml']],
  ])('%j', async (args) => {
    const { exit, err, request } = await run(check(...args), inFolder());
    expect(exit).toBe(2);
    expect(err.length).toBeGreaterThan(10);
    expect(request).toBeNull();
  });

  it('a folder without a catalog is an error, not an empty catalog', async () => {
    const { exit, err } = await run(['check', 'a b.txt', '--layers', tmpdir()], inFolder());
    expect(exit).toBe(2);
    expect(err).toContain('catalog.json');
  });

  it('no file, no command, unknown command', async () => {
    expect((await run(['check'])).exit).toBe(2);
    expect((await run(['chek'])).exit).toBe(2);
    for (const name of ['build', 'restore']) {
      const { exit, err } = await run(['layers', name, 'x']);
      expect(exit).toBe(2);
      expect(err).toContain('required option');
    }
  });

  it('answers in English when asked', async () => {
    expect((await run(check('--lang', 'en', '--threshold', '11'), inFolder())).err).toBe(
      '--threshold is “11”; it must be 0–10.\n',
    );
  });
});

describe('what the job is asked', () => {
  it('gets defaults, the pack the catalog names and the time of the caller', async () => {
    const { request } = await run(check(), inFolder());
    expect(request!.options).toEqual({
      answers: {},
      thresholdM2: 1,
      accuracyM: null,
      geometry: 'full',
      createdAt: '2026-11-21T08:00:00Z',
      version: '0.1.0',
      redact: false,
    });
    expect(request!.pack.pack.id).toBe('nx-2023-63');
    expect(request!.files.map((file) => file.name)).toEqual(['a b.txt']);
  });

  it('gets options and the claim, the one beside the file over the one for all', async () => {
    writeFileSync(join(folder, 'all.yaml'), 'temporaryLand: true\nlinear: unknown\nsector: 水利\n');
    writeFileSync(join(folder, 'a b.claim.json'), '{"temporaryLand":"no"}');
    const { request } = await run(
      check('--crs', 'EPSG:4523', '--threshold', '0', '--geometry', 'none', '--claim', 'all.yaml'),
      inFolder(),
    );
    expect(request!.options).toMatchObject({
      answers: { crs: 4523 },
      thresholdM2: 0,
      geometry: 'none',
    });
    expect(request!.files[0]!.claim).toEqual({ temporaryLand: 'no', sector: '水利' });
  });

  it('gets what was said of the place and the shape of a project', async () => {
    const { request } = await run(
      check(
        ...['--crs', '2359', '--datum-shift', '-12.6,23.5,8,0.2,-0.7,1.2,-2.1', '--gcj02'],
        ...['--name-field', '项目名称', '--buffer', '3.5', '--ends', 'flat', '--close-lines'],
      ),
      inFolder(),
    );
    expect(request!.options.answers).toEqual({
      crs: 2359,
      datumShift: {
        ...{ dxM: -12.6, dyM: 23.5, dzM: 8 },
        ...{ rxSec: 0.2, rySec: -0.7, rzSec: 1.2, scalePpm: -2.1 },
      },
      shift: 'gcj02',
      nameField: '项目名称',
      bufferM: 3.5,
      ends: 'flat',
      closeLines: true,
    });
  });

  it.each(['temporaryLand: maybe', 'temporayLand: yes', '- a', '{'])(
    'refuses the claim %j',
    async (text) => {
      writeFileSync(join(folder, 'c.yaml'), text);
      const { exit, err } = await run(check('--claim', 'c.yaml'), inFolder());
      expect(exit).toBe(2);
      expect(err).toContain('c.yaml');
    },
  );
});

describe('stdout', () => {
  it('holds exactly one JSON document for one project', async () => {
    const { out } = await run(check('--format', 'json'), inFolder([checked(fixtureReport())]));
    expect(checkReportSchema.parse(JSON.parse(out))).toEqual(fixtureReport());
  });

  it('holds one array for several, a bad file among them', async () => {
    const items = [checked(fixtureReport()), refused, checked(clear())];
    const { out, exit } = await run(check('--format', 'json'), inFolder(items));
    const list = JSON.parse(out) as unknown[];
    expect(list).toHaveLength(3);
    expect(list[1]).toEqual(refused);
    expect(exit).toBe(2);
  });

  it('stays clean while progress goes to stderr, and only on a terminal', async () => {
    const json = check('--format', 'json');
    const quiet = await run(json, inFolder([checked(clear())]));
    expect(quiet.err).toBe('');
    const shown = await run(json, inFolder([checked(clear())], true));
    expect(shown.err).toContain('正在核查');
    expect(() => JSON.parse(shown.out)).not.toThrow();
    const told = await run([...json, '--quiet'], inFolder([checked(clear())], true));
    expect(told.err).toBe('');
  });
});

describe('--out', () => {
  it('writes the named formats, numbers projects of one file and clashes', async () => {
    const items = [
      checked(clear(), 'a b.txt'),
      checked(clear(), 'a b.txt'),
      checked(clear(), '多.txt', 1),
      checked(clear(), '多.txt', 2),
    ];
    const { exit, out } = await run(check('--out', 'o u', '--format', 'json'), inFolder(items));
    expect(exit).toBe(0);
    expect(readdirSync(join(folder, 'o u')).sort()).toEqual(
      [
        'a b-2.report.json',
        'a b.report.json',
        'summary.json',
        'summary.xlsx',
        '多-1.report.json',
        '多-2.report.json',
      ].sort(),
    );
    expect(out.trim().split('\n')).toHaveLength(6);
  });

  it('never overwrites an input file', async () => {
    writeFileSync(join(folder, 'a.report.json'), 'mine');
    const argv = ['check', 'a.report.json', '--layers', folder, '--out', '.', '--format', 'json'];
    await run(argv, inFolder([checked(clear(), 'a.txt')]));
    expect(readFileSync(join(folder, 'a.report.json'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toContain('a-2.report.json');
  });

  it('writes json and html when no format is named, and leaves no half file', async () => {
    await run(check('--out', 'o'), inFolder([checked(clear())]));
    expect(readdirSync(join(folder, 'o')).sort()).toEqual(['a b.report.html', 'a b.report.json']);
  });

  it('says when it cannot write', async () => {
    const { exit, err } = await run(check('--out', 'a b.txt'), inFolder([checked(clear())]));
    expect(exit).toBe(2);
    expect(err).toContain('无法写入');
  });
});
