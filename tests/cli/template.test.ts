import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-job.ts';
import { packageRoot, run } from './fake-io.ts';

const SAMPLE = join(packageRoot, 'data/samples/1-控制线外-物流用地.txt');
const TEMPLATE = join(packageRoot, 'data/templates/示例单位.yaml');
const folder = mkdtempSync(join(tmpdir(), 'sanxian 模板-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const PAGE = '1-控制线外-物流用地.report.html';

const check = (template: string, ...more: string[]) =>
  run(
    [
      ...['check', SAMPLE, '--out', folder, '--format', 'json,html', '--template', template],
      ...['--as-of', '2026-11-21T08:00:00Z', ...more],
    ],
    { runCheck },
  );

describe('--template', () => {
  it('prints in the template, and leaves the record as it is without one', async () => {
    expect((await check(TEMPLATE)).err).toBe('');
    expect(readFileSync(at(PAGE), 'utf8').includes('内部会商意见')).toBe(true);
    const record = JSON.parse(readFileSync(at('1-控制线外-物流用地.report.json'), 'utf8'));
    const golden = join(packageRoot, 'tests/golden/samples/1-控制线外-物流用地.txt.json');
    expect(record.findings).toEqual(JSON.parse(readFileSync(golden, 'utf8')).findings);
    expect(JSON.stringify(record).includes('会商')).toBe(false);
  });

  it('is told by verify, which compares the page in its template', async () => {
    const { exit, out } = await run(['verify', at(PAGE)]);
    expect(out).toContain('页面文字与内嵌记录一致');
    expect(out).toContain('页面按单位模板排印');
    expect(exit).toBe(0);
    const page = readFileSync(at(PAGE), 'utf8');
    for (const [was, is] of [
      ['（会商后填写）</p>', '同意选址</p>'],
      ['"hide":["rules","hints"]', '"hide":["rules","statement"]'],
      ['iVBOR', 'iVBOS'],
    ] as const) {
      expect(page.includes(was), was).toBe(true);
      writeFileSync(at('changed.html'), page.replaceAll(was, is));
      expect((await run(['verify', at('changed.html')])).exit, is).not.toBe(0);
    }
  });

  it('prints anew over a run without it, where the check itself need not run again', async () => {
    const { out } = await check(TEMPLATE);
    expect(out.match(/已写入/g)).toHaveLength(1);
  });

  it('that is wrong or missing stops before anything is checked', async () => {
    writeFileSync(
      at('bad.yaml'),
      'schema: sanxian/report-template@1\nunit: 某局\nhide: [verdict]\n',
    );
    const wrong = await check(at('bad.yaml'));
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toContain('第 3 行第 8 列：hide.0：“verdict”不得隐藏，可隐藏：figures');
    const missing = await check(at('none.yaml'));
    expect(missing.exit).toBe(2);
    expect(missing.err).toContain('none.yaml');
  });
});
