import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { fixtureReport, incompleteReport } from '../report/fixture.ts';
import { rendered } from '../report/office-files.ts';

/** Poppler reads the PDF: words, fonts, pages, outline, millimetres. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POINTS_PER_MM = 72 / 25.4;
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

async function pdfOf(name: string, report: CheckReport, lang: 'zh' | 'en' = 'zh'): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await rendered('pdf', report, lang));
  return path;
}

const pagesOf = (path: string): string[] =>
  run('pdftotext', '-layout', path, '-')
    .split('\f')
    .filter((page) => page.trim() !== '');

describe('the PDF', () => {
  let path = '';
  beforeAll(async () => {
    path = await pdfOf('whole', fixtureReport());
  });

  it('is A4, tagged, with embedded fonts and its title', () => {
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toContain('红寺堡产业园供水工程 KZX-DEMO-20261121-001');
    expect(info).toMatch(/CreationDate: .*Nov 21 .*2026/);
    const fonts = run('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it('carries banner, number and page x / y on every page', () => {
    const pages = pagesOf(path);
    expect(pages.length).toBeGreaterThan(4);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('内部资料 注意保管');
      expect(page).toContain('KZX-DEMO-20261121-001');
      expect(page).toMatch(new RegExp(`\\b${i + 1} ?/ ?${pages.length}\\b`));
    }
  });

  it('can be searched, and has its sections as bookmarks', () => {
    expect(run('pdftotext', path, '-')).toContain('任何单位和个人不得擅自占用或者改变其用途');
    const outline = run('pdftohtml', '-xml', '-i', '-stdout', path);
    for (const title of ['一、项目基本情况', '四、核查结果', '八、附件']) {
      expect(outline).toMatch(new RegExp(`<item page="\\d+">${title}</item>`));
    }
  });

  it('has the figure at its scale: 200 m between two grid values are 40 mm at 1:5000', () => {
    expect(run('pdftotext', '-layout', path, '-')).toMatch(/1:5.?000/);
    const boxes = run('pdftotext', '-bbox', path, '-');
    const middleOf = (word: string): number => {
      const [, from, to] = new RegExp(
        `<word xMin="([\\d.]+)" yMin="[\\d.]+" xMax="([\\d.]+)" yMax="[\\d.]+">${word}</word>`,
      ).exec(boxes)!;
      return (Number(from) + Number(to)) / 2;
    };
    const distance = middleOf('35594.2') - middleOf('35594.0');
    expect(distance / POINTS_PER_MM).toBeCloseTo((200 * 1000) / 5000, 1);
  });

  it('has every enlargement at its own scale, by the values of its grid', () => {
    const boxes = run('pdftotext', '-bbox', path, '-');
    const words = [
      ...boxes.matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g,
      ),
    ].map(([, from, y, to, text]) => ({
      x: (Number(from) + Number(to)) / 2,
      y: Number(y),
      text: text!,
    }));
    let compared = 0;
    words.forEach(({ text, y: top }, i) => {
      // the scale under the grid values: 1:500, or 1:5 and 000 after a thin space
      const scale = /^1:(\d+)/.exec(text.replace(/\s/g, ''));
      if (!scale) return;
      const next = words[i + 1]!;
      const rest = /^\d{3}$/.test(next.text) && next.y === top ? next.text : '';
      const denominator = Number(scale[1] + rest);
      const ticks = words
        .slice(Math.max(0, i - 40), i)
        .filter((one) => /^35\d{3}(\.\d+)?$/.test(one.text) && top - one.y < 30 && one.y < top)
        .sort((a, b) => a.x - b.x);
      for (let t = 1; t < ticks.length; t++) {
        const metres = (Number(ticks[t]!.text) - Number(ticks[t - 1]!.text)) * 1000;
        const onPaper = (ticks[t]!.x - ticks[t - 1]!.x) / POINTS_PER_MM;
        expect(onPaper, `1:${denominator}`).toBeCloseTo((metres * 1000) / denominator, 0);
        compared++;
      }
    });
    // location, site and five pieces, two or more steps each
    expect(compared).toBeGreaterThan(10);
  });

  it('has number and digest in the code on page one, as zbar reads it', () => {
    run(
      'pdftoppm',
      '-r',
      '120',
      '-f',
      '1',
      '-l',
      '1',
      '-png',
      '-singlefile',
      path,
      join(folder, 'one'),
    );
    const read = run('zbarimg', '--quiet', '--raw', join(folder, 'one.png')).trim();
    expect(read).toBe(`sanxian:1:KZX-DEMO-20261121-001:${'e'.repeat(64)}`);
  });

  it('says what was not checked, and nowhere that it is free', async () => {
    const text = run('pdftotext', await pdfOf('open', incompleteReport()), '-');
    expect(text).toContain('未核查完整，暂不能下结论');
    expect(text).not.toMatch(/未占用自然保护地核心保护区/);
  });

  it('prints all 2,000 rows of a farmland table, its header on every page', async () => {
    const report = fixtureReport((one) => {
      const farm = one.layers.find((layer) => layer.kind === 'permanent-basic-farmland')!;
      const [piece] = farm.overlaps;
      farm.overlaps = Array.from({ length: 2000 }, (_, i) => ({
        ...piece!,
        featureId: `64030320${String(i).padStart(9, '0')}`,
        geometry: null,
      }));
    });
    const pages = pagesOf(await pdfOf('long', report));
    const ids = new Set(pages.join('').match(/\b64030320\d{9}\b/g));
    expect(ids.size).toBe(2000);
    const rows = pages.filter((page) => /\b64030320\d{9}\b/.test(page));
    for (const page of rows) expect(page).toContain('图斑编号');
  });

  it('lets no name become code or markup', async () => {
    const name = '#panic("x") *strong* $a$ @ref <b>\u202e';
    const text = run(
      'pdftotext',
      await pdfOf(
        'hostile',
        fixtureReport((one) => {
          one.project.name = name;
        }),
      ),
      '-',
    );
    expect(text).toContain('#panic("x") *strong* $a$ @ref <b>[U+202E]');
  });
});
