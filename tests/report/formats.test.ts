import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportAssets } from '../../src/cli/report-assets.ts';
import { reportFileName } from '../../src/report/file-name.ts';
import { prettyJson, reportJson } from '../../src/report/formats/json.ts';
import { REPORT_FORMATS, reportFormat } from '../../src/report/formats/registry.ts';
import { fixtureReport } from './fixture.ts';

describe('report formats', () => {
  it('registers every file of the folder', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/report/formats'))
      .filter((name) => !['registry.ts', 'report-format.ts'].includes(name))
      .map((name) => name.replace('.ts', ''));
    expect(REPORT_FORMATS.map((format) => format.id).sort()).toEqual(files.sort());
  });

  it.each(REPORT_FORMATS.map((format) => format.id))(
    '%s gives bytes, a name and a type',
    async (id) => {
      const file = await reportFormat(id).render(fixtureReport(), {
        lang: 'zh',
        assets: reportAssets,
      });
      expect(file.fileName).toBe(`红寺堡 供水.report.${reportFormat(id).extension}`);
      expect(file.bytes.length).toBeGreaterThan(700);
      const again = await reportFormat(id).render(fixtureReport(), {
        lang: 'zh',
        assets: reportAssets,
      });
      expect(again.bytes).toEqual(file.bytes);
    },
  );

  it('refuses a format that is not there, with the choices', () => {
    expect(() => reportFormat('doc')).toThrow(
      /report-format-unknown.*json, docx, pdf, xlsx, html, svg, png, geojson, shp, fgb, dxf, txt, zip/,
    );
  });
});

describe('JSON', () => {
  it('reads back as the report, one coordinate a line', () => {
    const text = reportJson(fixtureReport());
    expect(JSON.parse(text)).toEqual(fixtureReport());
    expect(text).toMatch(/\n +\[106\.\d+, 37\.\d+\],\n/);
  });

  it('says what JSON.stringify says', () => {
    const value = { a: [], b: {}, c: [1, null, 'x"'], d: [[1, 2]], e: undefined, f: { g: true } };
    expect(JSON.parse(prettyJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });
});

describe('file names', () => {
  it.each([
    ['红寺堡 供水.txt', '红寺堡 供水.report.json'],
    ['../../etc/passwd', 'passwd.report.json'],
    ['a:b*c?.geojson', 'a_b_c_.report.json'],
    ['C:\\x\\y.zip', 'y.report.json'],
    ['con.txt', 'con_.report.json'],
    ['.hidden', '_hidden.report.json'],
    ['a\u202etxt.exe', 'a_txt.report.json'],
    ['..', '_.report.json'],
  ])('%s becomes %s', (source, name) => {
    expect(reportFileName(source, 'json')).toBe(name);
  });

  it('numbers the projects of one file and keeps within what file systems take', () => {
    expect(reportFileName('a.txt', 'html', 2)).toBe('a-2.report.html');
    const long = reportFileName(`${'三'.repeat(200)}.txt`, 'json');
    expect(new TextEncoder().encode(long).length).toBeLessThan(255);
    expect(long.startsWith('三三')).toBe(true);
  });
});
