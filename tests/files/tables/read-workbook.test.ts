import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/files/tables/read-workbook.ts';
import { placeOf, sharedTexts, sheetCells } from '../../../src/files/tables/workbook-parts.ts';
import { ascii, zipOf } from '../../bytes/zip-builder.ts';
import { COMPARED } from './libreoffice.ts';

const root = join(import.meta.dirname, '../../..');
const golden: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'tests/golden/workbook-cells.json'), 'utf8'),
).answers;

describe('readWorkbook', () => {
  // answers: UPDATE=1 npm run judges -- tests/judges/workbook.judge.test.ts (LibreOffice)
  it.each(COMPARED)('%s has the cells that LibreOffice reads', async (path) => {
    const sheets = await readWorkbook(new Uint8Array(readFileSync(join(root, path))), 'a.xlsx');
    expect(sheets.map(({ sheet }) => sheet).sort()).toEqual(Object.keys(golden[path]!).sort());
    for (const { sheet, rows } of sheets) {
      const wanted = Papa.parse<string[]>(golden[path]![sheet]!.trimEnd()).data;
      expect(rows).toHaveLength(wanted.length);
      rows.forEach((cells, row) => {
        const length = Math.max(cells.length, wanted[row]!.length);
        for (let column = 0; column < length; column++) {
          const theirs = wanted[row]![column] ?? '';
          const ours = cells[column] ?? '';
          // a covered cell of a merged range is empty there, and has the value above here
          if (theirs === '' && ours !== '') {
            const above = wanted.slice(0, row).map((line) => line[column] ?? '');
            expect(ours).toBe(above.findLast((cell) => cell !== ''));
          } else expect(sameValue(ours, theirs), `${sheet} ${row + 1}:${column + 1}`).toBe(true);
        }
      });
    }
  });

  it('stops before it unpacks what claims to be larger than any table', async () => {
    // 200 MB of blanks that pack to 200 kB
    const bytes = zipOf([
      { name: ascii('xl/workbook.xml'), bytes: new Uint8Array(201_000_000).fill(32) },
      { name: ascii('xl/_rels/workbook.xml.rels'), bytes: ascii('<a/>') },
    ]);
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(readWorkbook(bytes, 'a.xlsx')).rejects.toMatchObject({ code: 'err-xlsx-large' });
  });

  it('stops when asked to', async () => {
    const bytes = new Uint8Array(readFileSync(join(root, COMPARED[0])));
    await expect(readWorkbook(bytes, 'a.xlsx', AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

/** Computed lengths are written with fifteen digits there. */
function sameValue(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [a, b] = [Number(ours), Number(theirs)];
  return ours !== '' && theirs !== '' && Math.abs(a - b) <= Math.abs(b) * 1e-14;
}

describe('workbook parts', () => {
  it('joins the runs of a rich text and leaves readings out', () => {
    const xml =
      '<sst><si><r><t>地</t></r><r><rPr/><t>块</t></r><rPh><t>dì</t></rPh></si><si><t xml:space="preserve"> a </t></si><si/></sst>';
    expect(sharedTexts(xml)).toEqual(['地块', ' a ', '']);
  });

  it('reads cells without places, prefixed names, booleans and the shortest digits', () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>4145300.1000000001</x:v></x:c>' +
      '<x:c t="b"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c t="s"><x:v>0</x:v></x:c>' +
      '<x:c r="D3"><x:f>A1</x:f></x:c></x:row></x:sheetData></x:worksheet>';
    expect(sheetCells(xml, ['文'])).toEqual({
      cells: [
        { row: 0, column: 0, text: '4145300.1' },
        { row: 0, column: 1, text: '1' },
        { row: 2, column: 0, text: '文' },
      ],
      merged: [],
      uncomputed: ['D3'],
    });
  });

  it('knows where a cell is', () => {
    expect(placeOf('A1')).toEqual({ row: 0, column: 0 });
    expect(placeOf('$AB$12')).toEqual({ row: 11, column: 27 });
    expect(placeOf('12')).toBeNull();
  });
});
