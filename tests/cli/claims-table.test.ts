import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../src/bytes/encode-gb18030.ts';
import { runCheck } from '../../src/cli/check-job.ts';
import { main } from '../../src/cli/main.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { packageRoot, run } from './fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanxian-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sample = readFileSync(join(packageRoot, 'data/samples/示例项目.txt'), 'utf8');
const numbered = (id: string) => `[项目信息]\n项目编号=${id}\n${sample}`;
writeFileSync(join(folder, '甲.txt'), numbered('A-01'));
writeFileSync(join(folder, '乙.txt'), numbered('A-02'));
writeFileSync(join(folder, '丙.txt'), sample);

function table(name: string, text: string): string {
  writeFileSync(join(folder, name), encodeGb18030(text));
  return name;
}

const OPTIONS = ['--geometry', 'none', '--format', 'json', '--as-of', '2026-11-21T08:00:00Z'];

async function reports(...args: string[]): Promise<{ reports: CheckReport[]; err: string }> {
  const { out, err } = await run(['check', ...args, ...OPTIONS], { cwd: folder, runCheck });
  const document = JSON.parse(out) as CheckReport | CheckReport[];
  return { reports: Array.isArray(document) ? document : [document], err };
}

describe('--claims', () => {
  it('gives every project its own row, by number or by its file, and says what was left over', async () => {
    const claims = table(
      '情况.csv',
      '项目编号,新增建设用地,行业\nA-01,是,交通\nA-02,否,\n丙,,能源\nZ-99,是,\n',
    );
    const { reports: all, err } = await reports('甲.txt', '乙.txt', '丙.txt', '--claims', claims);
    expect(all.map(({ project }) => project.claim)).toEqual([
      { newConstructionLand: 'yes', sector: '交通' },
      { newConstructionLand: 'no' },
      { sector: '能源' },
    ]);
    expect(err).toBe('情况.csv 第 5 行的项目“Z-99”不在所核查的项目中，未使用。\n');
  });

  it('is overlaid by the claim beside a file, and says which project has no row', async () => {
    const claims = table('一行.csv', '项目编号,新增建设用地,行业\nA-01,是,交通\n');
    writeFileSync(join(folder, '甲.claim.yaml'), 'sector: 旅游\n');
    const { reports: all, err } = await reports('甲.txt', '乙.txt', '--claims', claims);
    rmSync(join(folder, '甲.claim.yaml'));
    expect(all.map(({ project }) => project.claim)).toEqual([
      { newConstructionLand: 'yes', sector: '旅游' },
      {},
    ]);
    expect(err).toContain('没有项目“乙”');
  });

  it.each([
    [['--claims', '错.csv'], '第 2 行 B 列“新增建设用地”的值“对”不对；可填：是、否、不清楚'],
    [['--claims', '没有.csv'], '找不到文件'],
    [['--claims', '错.csv', '--claim', 'a.yaml'], '只能用一个'],
  ])('%j is wrong use, before anything is checked', async (args, sentence) => {
    table('错.csv', '项目编号,新增建设用地\nA-01,对\n');
    const { exit, err, request } = await run(['check', '甲.txt', ...args], { cwd: folder });
    expect([exit, request]).toEqual([2, null]);
    expect(err).toContain(sentence);
  });

  it('checks a project again when its row has changed', async () => {
    const check = async (cells: string) => {
      table('批次.csv', `项目编号,新增建设用地\n${cells}\n`);
      const args = ['甲.txt', '乙.txt', '--claims', '批次.csv', '--out', 'out', '--format', 'json'];
      await run(['check', ...args, '--geometry', 'none'], { cwd: folder, runCheck });
      return JSON.parse(readFileSync(join(folder, 'out/甲.report.json'), 'utf8')) as CheckReport;
    };
    expect((await check('A-01,是\nA-02,是')).project.claim).toEqual({ newConstructionLand: 'yes' });
    expect((await check('A-01,否\nA-02,是')).project.claim).toEqual({ newConstructionLand: 'no' });
  });

  it('reads a workbook as well', async () => {
    const cases = join(packageRoot, 'tests/cases/files');
    const { exit, err } = await run(
      ['check', '甲.txt', '--claims', join(cases, 'xlsx-without-coordinates/input.xlsx')],
      { cwd: folder },
    );
    expect(exit).toBe(2);
    expect(err).toContain('没有找到表头');
    const old = await run(['check', '甲.txt', '--claims', join(cases, 'xls-old/input.xls')], {
      cwd: folder,
    });
    expect(old.err).toContain('另存为 .xlsx');
  });
});

describe('sanxian check -', () => {
  it('checks what is piped in', async () => {
    let out = '';
    const exit = await main(['check', '-', ...OPTIONS], {
      cwd: folder,
      packageRoot,
      version: '0.1.0',
      stdout: {
        write: (text) => {
          out += text;
        },
        isTTY: false,
      },
      stderr: { write: () => {}, isTTY: false },
      stdin: async () => new TextEncoder().encode(sample),
      now: () => new Date('2026-11-21T08:00:00Z'),
      signal: new AbortController().signal,
      runCheck,
    });
    const report = JSON.parse(out) as CheckReport;
    expect(report.project.source.file).toBe('stdin');
    expect(report.project.parcels).toHaveLength(2);
    const { reports: all } = await reports('丙.txt');
    expect(report.lines).toEqual(all[0]!.lines);
    expect(exit).toBeGreaterThan(0);
  });
});
