import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { digestOf } from '../../src/job/digest.ts';
import { differencesOf } from '../../src/report/differences.ts';
import { reportJson } from '../../src/report/formats/json.ts';
import { htmlDocument } from '../../src/report/html/document.ts';
import { fixtureReport } from '../report/fixture.ts';
import { packageRoot, run } from './fake-io.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sealed(): CheckReport {
  const report = fixtureReport();
  return { ...report, digest: digestOf(report) };
}

async function verified(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  return run(['verify', name], { cwd: folder });
}

it('registers every command file', () => {
  const files = readdirSync(join(packageRoot, 'src/cli/commands'))
    .filter((name) => !['registry.ts', 'command.ts'].includes(name))
    .map((name) => name.replace('.ts', ''));
  expect(COMMANDS.map((command) => command.name).sort()).toEqual(files.sort());
});

describe('verify', () => {
  it('agrees with what was sealed', async () => {
    const { exit, out } = await verified('good.json', reportJson(sealed()));
    expect(exit).toBe(0);
    expect(out).toContain('摘要值相符');
  });

  it('notices a changed area, verdict, word and an added field', async () => {
    const changes: ((report: CheckReport) => void)[] = [
      (one) => {
        one.lines[0]!.areaM2 += 0.01;
      },
      (one) => {
        one.verdict = 'clear';
      },
      (one) => {
        one.findings[0]!.text.zh += '。';
      },
      (one) => Object.assign(one, { added: 1 }),
    ];
    for (const change of changes) {
      const report = sealed();
      change(report);
      expect((await verified('changed.json', reportJson(report))).exit).toBe(1);
    }
  });

  it('reads a page, and notices a changed word outside its record', async () => {
    const page = htmlDocument(sealed(), 'zh');
    expect((await verified('good.html', page)).exit).toBe(0);
    const changed = page.replace('总体结论：需人工研判', '总体结论：不涉及');
    expect(changed).not.toBe(page);
    const { exit, out } = await verified('changed.html', changed);
    expect(exit).toBe(1);
    expect(out).toContain('页面已被改动');
  });

  it('does not call a page good whose wording it cannot compare', async () => {
    const report = fixtureReport((one) => {
      one.tool.version = '0.0.9';
    });
    const page = htmlDocument({ ...report, digest: digestOf(report) }, 'zh');
    const { exit, out } = await verified('old.html', page);
    expect(exit).toBe(1);
    expect(out).toContain('摘要值相符');
    expect(out).toContain('页面由 0.0.9 版生成，与本版不同，页面文字未比对');
  });

  it.each([
    ['x.json', '{'],
    ['y.json', '{"schema":"other"}'],
    ['z.html', '<!doctype html><p>'],
  ])('refuses %s', async (name, text) => {
    const { exit, err } = await verified(name, text);
    expect(exit).toBe(2);
    expect(err).toContain(name);
  });

  it('refuses --layers until it can re-run a check', async () => {
    expect((await run(['verify', 'good.json', '--layers', '.'], { cwd: folder })).exit).toBe(2);
  });
});

describe('diff', () => {
  it('finds nothing between a report and its repetition at another time', async () => {
    const again = fixtureReport((report) => {
      report.createdAt = '2027-01-01T00:00:00Z';
      report.number = 'KZX-DEMO-20270101-001';
      report.layers[0]!.integrity = 'size+header+index';
    });
    writeFileSync(join(folder, 'a.json'), reportJson(fixtureReport()));
    writeFileSync(join(folder, 'b.json'), reportJson(again));
    const { exit, out } = await run(['diff', 'a.json', 'b.json'], { cwd: folder });
    expect(exit).toBe(0);
    expect(out).toBe('两份记录没有差异。\n');
  });

  it('names what differs, and one more finding is one difference', () => {
    const b = fixtureReport((report) => {
      report.layers[0]!.edition = '2026-06';
      report.lines[0]!.areaM2 = 1;
      report.findings.splice(0, 1);
    });
    const paths = differencesOf(fixtureReport(), b).map((one) => one.path);
    expect(paths).toEqual([
      'lines.permanent-basic-farmland.areaM2',
      'layers.permanent-basic-farmland/permanent-basic-farmland.edition',
      'findings.PBF-U/permanent-basic-farmland',
    ]);
  });
});

describe('rules', () => {
  it('prints rules with clauses and says that the pack checks out', async () => {
    const { exit, out } = await run(['rules']);
    expect(exit).toBe(0);
    expect(out).toContain('生态保护红线内，自然保护地核心保护区原则上禁止人为活动。');
    expect(out).toContain('规则包 nx-2023-63');
  });

  it('refuses a broken pack with its place', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'schema: sanxian/policy-pack@1\nid: x\n');
    const { exit, err } = await run(['rules', '--policy', 'bad.yaml'], { cwd: folder });
    expect(exit).toBe(2);
    expect(err).toContain('bad.yaml');
  });

  it('says each mistake of a pack in words, with line and column', async () => {
    const pack = readFileSync(join(packageRoot, 'tests/cases/policy/minimal-pack.yaml'), 'utf8');
    const wrong = pack
      .replace('verdict: conditional', 'verdict: allowed')
      .replace('requires: [ecological-red-line]', 'requires: [red-line]');
    writeFileSync(join(folder, 'my.yaml'), wrong);
    const said = await run(['rules', '--policy', 'my.yaml'], { cwd: folder });
    expect(said.exit).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/第 13 行第 12 列：.*“red-line”.*ecological-red-line/);
    expect(said.err).toMatch(/第 23 行第 14 列：.*“allowed”.*prohibited/);
    writeFileSync(join(folder, 'my.yaml'), pack.replace('{ linear: yes }', '{ linear: maybe }'));
    const answer = await run(['rules', '--policy', 'my.yaml', '--lang', 'en'], { cwd: folder });
    expect(answer.err).toMatch(/line 22, column \d+: .*“maybe”.*yes, no/);
    writeFileSync(join(folder, 'my.yaml'), pack);
    expect((await run(['rules', '--policy', 'my.yaml'], { cwd: folder })).exit).toBe(0);
  });

  describe('--explain', () => {
    const golden = join(packageRoot, 'tests/golden/samples/示例项目.txt.json');
    const explain = (...more: string[]) => run(['rules', '--explain', golden, ...more]);

    it('shows facts, questions, clauses word for word, hints, and what would change', async () => {
      const { out, exit } = await explain();
      expect(exit).toBe(0);
      expect(out).toContain('PBF-U  需人工研判');
      expect(out).toContain('    占用永久基本农田  事实：');
      expect(out).toContain('    是否为临时用地？  您的回答：不清楚');
      expect(out).toContain('      ┄ 如答“是” → PBF-T 需人工研判');
      expect(out).toMatch(/什么会改变结论\n {6}· 若“/);
      expect(out).toContain('，则须论证/认定（PBF-2：永久基本农田，有重大建设项目依据）');
      expect(out).toContain(
        '《关于优化国土空间开发保护格局的实施意见》 宁党办〔2023〕63号 二（二）5',
      );
      expect(out).toContain('“确需占用永久基本农田的，应符合国家关于重大建设项目范围的规定');
      expect(out).toContain('· 提示（国家文件，把握 99%');
      expect(out).not.toMatch(/^! /m);
      expect((await explain('--lang', 'en')).out).toContain('What would change the result');
    });

    it('puts what a person holds first', async () => {
      const report = JSON.parse(readFileSync(golden, 'utf8'));
      const { rule, line, zone } = report.findings[0];
      const said = {
        verdict: 'avoid',
        reason: '已另行论证',
        name: '王五',
        at: '2026-11-22T00:00:00Z',
      };
      report.overrides = [{ rule, line, zone, ...said }];
      writeFileSync(join(folder, 'o.json'), JSON.stringify(report));
      const { out } = await run(['rules', '--explain', 'o.json'], { cwd: folder });
      const rows = out.split('\n');
      expect(rows[2]).toContain(
        '王五 (2026-11-22 00:00:00 UTC) 认为应为“应尽量避让”，理由：已另行论证',
      );
      expect(rows[3]).toMatch(new RegExp(`^${rule}  `));
    });

    it('works nothing out with another pack, and says so', async () => {
      writeFileSync(join(folder, 'e.json'), reportJson(fixtureReport()));
      const { out } = await run(['rules', '--explain', 'e.json'], { cwd: folder });
      expect(out).toContain('! 规则包与核查时不是同一版本');
      expect(out).toContain('PBF-U  需人工研判');
      expect(out).not.toContain('什么会改变结论');
    });

    it('works nothing out from facts that do not carry the findings', async () => {
      const report = JSON.parse(readFileSync(golden, 'utf8'));
      report.findings = report.findings.slice(1);
      writeFileSync(join(folder, 'less.json'), JSON.stringify(report));
      const { out } = await run(['rules', '--explain', 'less.json'], { cwd: folder });
      expect(out).toContain('! 按报告所载事实重新判定，与报告不一致');
    });
  });
});

describe('layers', () => {
  it('refuses what is no catalog', async () => {
    expect((await run(['layers', 'verify', folder])).exit).toBe(2);
  });

  it('inspects no text file', async () => {
    writeFileSync(join(folder, 'no.fgb'), 'hello, this is no FlatGeobuf');
    const { exit, err } = await run(['layers', 'inspect', 'no.fgb'], { cwd: folder });
    expect(exit).toBe(1);
    expect(err).toContain('no.fgb');
  });

  it('verifies the layers that are served', async () => {
    const { exit, out } = await run(['layers', 'verify', 'layers']);
    expect(out).not.toContain('✗');
    expect(exit).toBe(0);
  });
});
