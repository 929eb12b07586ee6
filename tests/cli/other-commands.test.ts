import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

  it('explains a report', async () => {
    writeFileSync(join(folder, 'e.json'), reportJson(fixtureReport()));
    const { out } = await run(['rules', '--explain', 'e.json'], { cwd: folder });
    expect(out).toContain('PBF-U  需人工研判');
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
