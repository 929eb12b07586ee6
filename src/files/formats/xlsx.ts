import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import { projectOf, readTable } from '../tables/read-tables.ts';
import { readWorkbook, type Sheet } from '../tables/read-workbook.ts';
import type { ProjectFormat } from './format.ts';

/**
 * Excel workbooks (.xlsx, .xlsm): every sheet with a table of points is a layer. Hidden sheets are read
 * only where no other holds coordinates. Formulas give their stored values; nothing is computed or run.
 */
export const xlsx: ProjectFormat = {
  id: 'xlsx',
  title: { zh: 'Excel 坐标表（XLSX）', en: 'Excel table of coordinates (XLSX)' },
  extensions: ['xlsx', 'xlsm'],

  sniff(head) {
    if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 0x03 || head[3] !== 0x04) return 0;
    const names = new TextDecoder('latin1').decode(head);
    if (/(?:word|ppt|visio)\//.test(names)) return 0;
    if (/xl\/|_xmlsignatures|docProps\//.test(names)) return 1;
    // a file of Office, with its parts further on
    return names.includes('[Content_Types].xml') ? 0.8 : 0;
  },

  async read(bytes, { name, answers, signal }) {
    const sheets = await readWorkbook(bytes, name, signal);
    const shown = sheets.filter(({ hidden }) => !hidden);
    const readings = (list: readonly Sheet[]) =>
      list.flatMap((sheet) => {
        const reading = readTable(sheet, answers);
        return reading ? [{ sheet, reading }] : [];
      });
    let read = readings(shown);
    if (read.length === 0) read = readings(sheets.filter(({ hidden }) => hidden));
    if (read.length === 0) throw importError('err-table-no-coordinates', { file: name });
    const names = new Set(read.map(({ sheet }) => sheet.sheet));
    const notes = sheetNotes(
      read.map(({ sheet }) => sheet),
      sheets.filter(({ sheet, rows }) => !names.has(sheet) && rows.length > 0),
    );
    return projectOf(
      read.map(({ reading }) => reading),
      notes,
      answers,
    );
  },
};

function sheetNotes(read: readonly Sheet[], others: readonly Sheet[]): Note[] {
  const formulas = read.find(({ uncomputed }) => uncomputed.length > 0);
  return [
    ...(others.length > 0
      ? [
          importNote('note-table-sheets', 'info', {
            sheets: read.map(({ sheet }) => sheet).join('、'),
            others: others.map(({ sheet }) => sheet).join('、'),
          }),
        ]
      : []),
    ...(formulas
      ? [
          importNote('note-table-formulas', 'warning', {
            sheet: formulas.sheet,
            cell: formulas.uncomputed[0]!,
            count: formulas.uncomputed.length,
          }),
        ]
      : []),
  ];
}
