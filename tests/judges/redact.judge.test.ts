import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reportAssets } from '../../src/cli/report-assets.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { openTemplate } from '../../src/job/report-template.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';
import { coordinatesIn, spellingsOf } from '../report/coordinates-in.ts';
import { fixtureReport } from '../report/fixture.ts';
import { rendered } from '../report/office-files.ts';

/** Poppler and LibreOffice read redacted and templated reports, and names that want to be formulas. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-redact-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, file];
  execFileSync('soffice', args, { stdio: 'pipe', timeout: 180_000 });
}
async function written(name: string, bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await bytes);
  return path;
}

describe('a redacted report, as poppler reads it', () => {
  it('holds no coordinate on any page of PDF or DOCX, and the whole one does', async () => {
    const whole = fixtureReport();
    const redacted = redactReport(whole);
    const spellings = spellingsOf(whole);
    const read = (path: string) => new Map([[path, run('pdftotext', '-layout', path, '-')]]);
    const pdf = await written('redacted.pdf', rendered('pdf', redacted));
    expect(coordinatesIn(read(pdf), spellings)).toEqual([]);
    const before = await written('whole.pdf', rendered('pdf', whole));
    expect(coordinatesIn(read(before), spellings).length).toBeGreaterThan(20);
    await written('office.docx', rendered('docx', redacted));
    convert(join(folder, 'office.docx'), 'pdf');
    const text = read(join(folder, 'office.pdf'));
    expect(coordinatesIn(text, spellings)).toEqual([]);
    expect([...text.values()][0]).toContain('脱敏报告：不含界址点坐标和图形');
    // page one: mark above the verdict
    const first = run('pdftotext', '-l', '1', pdf, '-');
    expect(first.indexOf('脱敏报告')).toBeLessThan(first.indexOf('总体结论'));
  });
});

describe('a report in a house template', () => {
  it('has its logo as a picture and its lines on every page of the PDF', async () => {
    const templates = join(import.meta.dirname, '../../data/templates');
    const read = async (file: string) => new Uint8Array(readFileSync(join(templates, file)));
    const house = await openTemplate(await read('示例单位.yaml'), '示例单位.yaml', read);
    const options = { lang: 'zh', assets: reportAssets, house } as const;
    const { bytes } = await reportFormat('pdf').render(redactReport(fixtureReport()), options);
    const path = await written('house.pdf', bytes);
    expect(run('pdfimages', '-list', path).trim().split('\n').length).toBeGreaterThan(2);
    const pages = run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
    for (const page of pages) {
      expect(page).toContain('示例单位 规划科 核查成果');
      expect(page).toContain('联系：规划科（示例）');
      expect(page).toContain('内部资料 注意保管');
    }
    expect(pages.join('')).toContain('按示例单位（虚构数据）的报告模板，未列');
  });
});

describe('5,000 pieces', () => {
  it('stand in the PDF, every one', async () => {
    const many = fixtureReport((report) => {
      const farm = report.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
      const [piece] = farm.overlaps;
      farm.overlaps = Array.from({ length: 5000 }, (_, i) => ({
        ...piece!,
        featureId: `F${String(i).padStart(4, '0')}`,
        geometry: null,
      }));
    });
    const from = performance.now();
    const path = await written('many.pdf', rendered('pdf', many));
    const seconds = (performance.now() - from) / 1000;
    expect(new Set(run('pdftotext', path, '-').match(/\bF\d{4}\b/g)).size).toBe(5000);
    expect(seconds).toBeLessThan(120);
  });
});

describe('formulas in names, as LibreOffice reads the workbook', () => {
  it('are texts: what it writes out again is what was written, and none is computed', async () => {
    const names = ['=1+1', '=cmd|"/c calc"!A1', '+2', '-2+3', '@SUM(1,2)'];
    const report = fixtureReport((one) => {
      for (const parcel of one.project.parcels) parcel.geometry = null;
      const farm = one.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
      const [piece] = farm.overlaps;
      farm.overlaps = names.map((name) => ({
        ...piece!,
        featureId: name,
        feature: { ...piece!.feature, owner: name },
      }));
    });
    const file = await written('formulas.xlsx', rendered('xlsx', report));
    convert(file, 'fods');
    const sheet = readFileSync(join(folder, 'formulas.fods'), 'utf8');
    // a computed cell would carry its formula
    expect(sheet).not.toContain('table:formula');
    for (const name of names) {
      const escaped = name.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
      expect(
        sheet.includes(`<text:p>${escaped}</text:p>`) || sheet.includes(`<text:p>${name}</text:p>`),
        name,
      ).toBe(true);
    }
  });
});
