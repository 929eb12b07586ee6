import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { reportContent } from '../../src/report/content/report-content.ts';
import { isAmount } from '../../src/report/tables/table.ts';
import { reportSheets } from '../../src/report/xlsx/sheets.ts';
import { fixtureReport } from '../report/fixture.ts';
import { rendered } from '../report/office-files.ts';

/** LibreOffice opens what we write; poppler reads the pages. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, file];
  execFileSync('soffice', args, { stdio: 'pipe', timeout: 120_000 });
}

function withPieces(count: number): CheckReport {
  return fixtureReport((report) => {
    const farm = report.layers.find((one) => one.kind === 'permanent-basic-farmland')!;
    const [piece] = farm.overlaps;
    farm.overlaps = Array.from({ length: count }, (_, i) => ({
      ...piece!,
      featureId: `64030320${String(i).padStart(9, '0')}`,
      geometry: null,
    }));
  });
}

describe('DOCX in LibreOffice', () => {
  it('opens, with every page headed and every row of a long table printed', async () => {
    const file = join(folder, 'r.docx');
    writeFileSync(file, await rendered('docx', withPieces(300)));
    convert(file, 'pdf');
    const pdf = join(folder, 'r.pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(12);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('内部资料 注意保管');
      expect(page).toContain('KZX-DEMO-20261121-001');
      expect(page).toMatch(new RegExp(`\\b${i + 1} ?/ ?${pages.length}\\b`));
    }
    const ids = new Set(text.match(/64030320\d{9}/g));
    for (let i = 0; i < 300; i++) expect(ids).toContain(`64030320${String(i).padStart(9, '0')}`);
    const farmland = pages.filter((page) => /64030320\d{9}/.test(page));
    expect(farmland.length).toBeGreaterThan(4);
    for (const page of farmland) expect(page).toContain('图斑编号');
  });
});

describe('figures of a DOCX in LibreOffice', () => {
  it('lie on paper 170 mm wide, as they are drawn: their millimetres are millimetres', async () => {
    const file = join(folder, 'figures.docx');
    writeFileSync(file, await rendered('docx', fixtureReport()));
    convert(file, 'pdf');
    const list = execFileSync('pdfimages', ['-list', join(folder, 'figures.pdf')], {
      encoding: 'utf8',
    });
    // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
    const images = list
      .split('\n')
      .slice(2)
      .map((row) => row.trim().split(/\s+/))
      .filter((cells) => cells[2] === 'image')
      .map((cells) => ({
        widthMm: (Number(cells[3]) / Number(cells[12])) * 25.4,
        heightMm: (Number(cells[4]) / Number(cells[13])) * 25.4,
      }));
    const wide = images.filter(({ widthMm }) => widthMm > 100);
    // location, site and five pieces; resolution is printed in whole dots an inch
    expect(wide).toHaveLength(7);
    for (const { widthMm } of wide) expect(Math.abs(widthMm / 170 - 1)).toBeLessThan(0.01);
    const heights = wide.map(({ heightMm }) => Math.round(heightMm / 5) * 5);
    expect(heights).toEqual([205, 225, 120, 120, 120, 120, 120]);
  });
});

describe('XLSX in LibreOffice', () => {
  it('opens, with every number as we hold it', async () => {
    const file = join(folder, 'r.xlsx');
    const report = fixtureReport();
    writeFileSync(file, await rendered('xlsx', report));
    convert(file, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1');
    const sheets = reportSheets(reportContent(report, 'zh'));
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toHaveLength(sheets.length);
    let compared = 0;
    for (const { name, above, table } of sheets) {
      const lines = readFileSync(join(folder, `r-${name}.csv`), 'utf8').split('\n');
      table.rows.forEach((row, r) => {
        const cells = lines[above.length + 1 + r]!.split('\t');
        row.cells.forEach((cell, c) => {
          if (!isAmount(cell)) return;
          expect(Number(cells[c]!.replaceAll('"', '')), `${name} ${r} ${c}`).toBe(cell.value);
          compared++;
        });
      });
    }
    expect(compared).toBeGreaterThan(100);
  });
});
