import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { terminalSummary } from '../../src/report/terminal.ts';
import { cellText } from '../../src/text/cell-text.ts';
import { fixtureReport } from './fixture.ts';
import { partsOf, rendered, textIn } from './office-files.ts';

/** Names from files that want to be more than names, in every format that prints words. */
const light = (change: (report: CheckReport) => void): CheckReport =>
  fixtureReport((report) => {
    for (const parcel of report.project.parcels) parcel.geometry = null;
    change(report);
  });

const withName = (name: string): CheckReport =>
  light((report) => {
    report.project.name = name;
    report.project.applicant = name;
    report.project.parcels[0]!.name = name;
    const overlap = report.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
    overlap.overlaps[0]!.feature.owner = name;
    overlap.overlaps[0]!.featureId = name;
  });

async function wordsOf(format: 'docx' | 'html' | 'xlsx', report: CheckReport): Promise<string> {
  const bytes = await rendered(format, report);
  if (format === 'html') return strFromU8(bytes);
  const parts = partsOf(bytes);
  const names = [...parts.keys()].filter((name) => /document|sheet\d|sharedStrings/.test(name));
  return names
    .flatMap((name) => textIn(parts.get(name)!, format === 'docx' ? 'w:t' : 't'))
    .join('\n');
}

const HOSTILE = [
  ['slashes and quotes', 'a/b\\c"d\'e', 'a/b\\c"d\'e'],
  ['200 characters', '长'.repeat(200), '长'.repeat(200)],
  ['line ends', '某项目\n总体结论：不涉及\r\n\t完', '某项目 总体结论：不涉及 完'],
  ['control characters', 'a\u0000b\u001bc\u0085d', 'a[U+0000]b[U+001B]c[U+0085]d'],
  ['emoji', '🏗️供水👷', '🏗️供水👷'],
  ['office markup', '</w:t></w:r><w:p>x', '</w:t></w:r><w:p>x'],
  ['script', '</script><script>alert(1)</script>', '</script><script>alert(1)</script>'],
  ['typst', '#read("/etc/passwd") $x$ @a *b*', '#read("/etc/passwd") $x$ @a *b*'],
  ['formula', '=cmd|"/c calc"!A1', '=cmd|"/c calc"!A1'],
  ['direction override', 'a\u202etxt.exe', 'a[U+202E]txt.exe'],
  ['hidden characters', 'a\u00adb\u2066c\u{e0041}d', 'a[U+00AD]b[U+2066]c[U+E0041]d'],
] as const;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

describe.each(HOSTILE)('a name with %s', (_what, name, shown) => {
  const report = withName(name);

  it('is words in the page', async () => {
    const page = await wordsOf('html', report);
    const [head] = page.split('<script type="application/json"');
    const escaped = shown.replace(/[&<>"']/g, (one) => ENTITIES[one]!);
    // HTML takes line ends for spaces by itself
    expect(head!.replace(/\s+/g, ' ').includes(escaped.replace(/\s+/g, ' '))).toBe(true);
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('is words in the Word document', async () => {
    expect((await wordsOf('docx', report)).includes(shown)).toBe(true);
  });

  it('is a text in the workbook, and no formula', async () => {
    const parts = partsOf(await rendered('xlsx', report));
    for (const [path, xml] of parts) if (path.includes('sheet')) expect(xml).not.toContain('<f>');
    expect((await wordsOf('xlsx', report)).includes(shown)).toBe(true);
  });

  it('begins no line of its own on the terminal', () => {
    const lines = terminalSummary(report, 'zh').split('\n');
    expect(lines[0]!.startsWith(shown)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(lines.some((line) => /[\u0000-\u0008\u001b\u202e]/.test(line))).toBe(false);
  });

  it('does not break redacting', () => {
    expect(redactReport(report).project.name).toBe(name);
  });
});

describe('a name that runs from right to left', () => {
  it('stays so, and ends where it ends: numbers after it stand where they stand', async () => {
    const report = withName('مشروع 12 ماء');
    for (const words of [
      await wordsOf('html', report),
      await wordsOf('docx', report),
      await wordsOf('xlsx', report),
      terminalSummary(report, 'zh'),
    ]) {
      const [shown] = /.?مشروع 12 ماء.?/u.exec(words)!;
      expect(shown).toBe('\u200eمشروع 12 ماء\u200e');
    }
  });
});

describe('nothing found', () => {
  it('is said in every format, and is no broken table', async () => {
    const none = light((report) => {
      report.findings = [];
      report.overrides = [];
      for (const layer of report.layers) layer.overlaps = [];
    });
    expect((await wordsOf('html', none)).includes('没有命中任何规则。')).toBe(true);
    expect((await wordsOf('docx', none)).includes('没有命中任何规则。')).toBe(true);
    expect((await wordsOf('xlsx', none)).includes('没有命中任何规则。')).toBe(true);
    expect((await rendered('pdf', none)).length).toBeGreaterThan(10_000);
  });
});

describe('5,000 pieces with their geometry on one site', () => {
  const side = 1e-5;
  const many = fixtureReport((report) => {
    const farm = report.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
    const [piece] = farm.overlaps;
    const [west, south] = report.project.bbox;
    farm.overlaps = Array.from({ length: 5000 }, (_, i) => {
      const x = west + (i % 100) * 3 * side;
      const y = south + Math.floor(i / 100) * 3 * side;
      const ring = [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ] as [number, number][];
      return {
        ...piece!,
        featureId: `F${String(i).padStart(4, '0')}`,
        geometry: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
      };
    });
  });
  const idsIn = (text: string): number => new Set(text.match(/\bF\d{4}\b/g)).size;

  it.each(['html', 'xlsx'] as const)('stand in %s, every one, in sane time', async (format) => {
    const from = performance.now();
    const words = await wordsOf(format, many);
    expect(idsIn(words)).toBe(5000);
    // the bound is for a machine that is shared
    expect(performance.now() - from).toBeLessThan(60_000);
  });
});

describe('a cell of a copied table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['＝1', "'＝1"],
    ['-0.5', '-0.5'],
    ['12', '12'],
    ['某村\n一组', '某村 一组'],
    ['地块1', '地块1'],
  ])('%j is %j', (text, cell) => {
    expect(cellText(text)).toBe(cell);
  });
});
