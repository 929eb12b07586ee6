import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunCheck, runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { type Summary, summarySchema } from '../../src/domain/summary.ts';
import { packageRoot, run } from './fake-io.ts';

/** A batch of real samples and one file that cannot be read, made, interrupted and gone on with. */
let root: string;
let out: string;
const files: string[] = [];
const FORMATS = ['--format', 'json,html', '--as-of', '2026-11-21T08:00:00Z'];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sanxian 批量-'));
  out = join(root, 'out');
  const samples = join(packageRoot, 'data/samples');
  for (const name of readdirSync(samples).filter((one) => /^[1-4].*\.txt$/.test(one))) {
    cpSync(join(samples, name), join(root, name));
    files.push(join(root, name));
  }
  writeFileSync(join(root, '坏.txt'), '[地块坐标]\nnothing\n');
  files.splice(2, 0, join(root, '坏.txt'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The real job, told apart by what it took from before, and given up after `until` results. */
function counted(until = Number.POSITIVE_INFINITY) {
  const made: string[] = [];
  const kept: string[] = [];
  const job: RunCheck = async function* (request) {
    let n = 0;
    for await (const item of runCheck(request)) {
      if (n++ >= until) throw new Error('killed');
      if ('report' in item) (item.earlier ? kept : made).push(item.source.file);
      yield item;
    }
  };
  return { job, made, kept };
}

const batch = (job: RunCheck, folder = out) =>
  run(['check', ...files, '--out', folder, ...FORMATS], { runCheck: job });
const summary = (folder = out): Summary =>
  summarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
const reportOf = (file: string): CheckReport =>
  JSON.parse(readFileSync(join(out, file), 'utf8')) as CheckReport;

describe('a batch', () => {
  it('that is killed leaves whole reports and no summary', async () => {
    const { job, made } = counted(2);
    await expect(batch(job)).rejects.toThrow('killed');
    expect(made).toHaveLength(2);
    const left = readdirSync(out);
    expect(left.filter((name) => name.endsWith('.tmp') || name.startsWith('summary'))).toEqual([]);
    expect(left.filter((name) => name.endsWith('.report.json'))).toHaveLength(2);
  });

  it('goes on where it stopped; one bad file never stops the rest', async () => {
    const { job, made, kept } = counted();
    const { exit, err } = await batch(job);
    expect([kept.length, made.length]).toEqual([2, 2]);
    expect(err).toContain('坏.txt');
    expect(exit).toBe(2);
    const { items } = summary();
    expect(items.map(({ source }) => source.file)).toEqual(
      files.map((file) => file.split('/').pop()),
    );
    expect(items[2]!.error!.code).toMatch(/^err-/);
    expect(items[2]!.verdict).toBeNull();
  });

  it('says of every project what its report says, and adds up by county and line', () => {
    const { items, totals } = summary();
    const read = items.filter(({ error }) => error === null);
    for (const { report, digest, areaM2, lines } of read) {
      const own = reportOf(report!);
      expect(own.digest).toBe(digest);
      expect(own.project.areaM2).toBe(areaM2);
      for (const line of own.lines) expect(lines[line.kind]).toBe(line.areaM2);
    }
    for (const { county, kind, areaM2, projects } of totals) {
      const own = read
        .filter((item) => item.county === county)
        .map(({ lines }) => lines[kind] ?? 0);
      expect(areaM2).toBeCloseTo(
        own.reduce((sum, area) => sum + area, 0),
        2,
      );
      expect(projects).toBe(own.filter((area) => area > 0).length);
    }
    expect(totals.some(({ areaM2 }) => areaM2 > 1000)).toBe(true);
    expect(statSync(join(out, 'summary.xlsx')).size).toBeGreaterThan(3000);
  });

  it('done again does nothing, and leaves the same summary', async () => {
    const before = readFileSync(join(out, 'summary.json'), 'utf8');
    const { job, made, kept } = counted();
    await batch(job);
    expect([kept.length, made.length]).toEqual([4, 0]);
    expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe(before);
  });

  it('does again what is not the same: answers, a changed report, a lost page, parameters', async () => {
    const answered = files[3]!;
    writeFileSync(answered.replace('.txt', '.claim.yaml'), 'temporaryLand: no\n');
    const touched = join(out, summary().items[0]!.report!);
    writeFileSync(touched, readFileSync(touched, 'utf8').replace('"hits": 0', '"hits": 1'));
    const first = counted();
    await batch(first.job);
    expect(first.made.map((name) => join(root, name)).sort()).toEqual([files[0], answered].sort());

    const page = join(out, summary().items[1]!.report!.replace('.json', '.html'));
    rmSync(page);
    const second = counted();
    await batch(second.job);
    expect([second.made.length, statSync(page).size > 1000]).toEqual([0, true]);

    const third = counted();
    const other = ['--threshold', '2'];
    await run(['check', ...files, '--out', out, ...FORMATS, ...other], { runCheck: third.job });
    expect(third.kept).toEqual([]);
  });
});
