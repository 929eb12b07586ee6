import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlDocument } from '../../src/report/html/document.ts';
import { fixtureReport } from '../report/fixture.ts';

/** The page printed by Chromium, measured by poppler: what stands on paper, in points. */
const POINTS_PER_MM = 72 / 25.4;
const folder = mkdtempSync(join(tmpdir(), 'sanxian-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let boxes = '';
let text = '';
let pages = 0;
beforeAll(async () => {
  const page = join(folder, 'r.html');
  const pdf = join(folder, 'r.pdf');
  writeFileSync(page, htmlDocument(fixtureReport(), 'zh'));
  const executablePath = process.env.SANXIAN_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const tab = await browser.newPage();
  await tab.goto(`file://${page}`);
  await tab.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  await browser.close();
  execFileSync('pdftotext', ['-bbox', pdf, join(folder, 'r.xml')]);
  boxes = readFileSync(join(folder, 'r.xml'), 'utf8');
  text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  pages = boxes.match(/<page /g)!.length;
});

/** Middle of the first word on paper that reads so, in points. */
function middleOf(word: string): number {
  const [, from, to] = new RegExp(
    `<word xMin="([\\d.]+)" yMin="[\\d.]+" xMax="([\\d.]+)" yMax="[\\d.]+">${word}</word>`,
  ).exec(boxes)!;
  return (Number(from) + Number(to)) / 2;
}

describe('the printed report', () => {
  it('is A4', () => {
    const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes)!;
    expect(Number(width) / POINTS_PER_MM).toBeCloseTo(210, 0);
    expect(Number(height) / POINTS_PER_MM).toBeCloseTo(297, 0);
  });

  it('has the figure at its scale: 200 m between two grid values are 40 mm at 1:5000', () => {
    expect(text).toMatch(/1:5.?000/);
    const distance = middleOf('35594.2') - middleOf('35594.0');
    expect(distance / POINTS_PER_MM).toBeCloseTo((200 * 1000) / 5000, 1);
  });

  it('carries banner, number and page x / y on every page', () => {
    expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(pages);
    for (const [i, page] of text.split('\f').slice(0, pages).entries()) {
      expect(page).toContain('内部资料');
      expect(page).toContain('KZX-DEMO-20261121-001');
      expect(page).toMatch(new RegExp(`\\b${i + 1} ?/ ?${pages}\\b`));
    }
  });
});
