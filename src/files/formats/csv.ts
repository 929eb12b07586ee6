import { importError } from '../import-message.ts';
import { looseText } from '../loose-text.ts';
import { readText } from '../read-text.ts';
import { isPointRow } from '../tables/bare-columns.ts';
import { projectOf, readTable } from '../tables/read-tables.ts';
import { splitText } from '../tables/split-text.ts';
import { columnsOf } from '../tables/table-columns.ts';
import type { ProjectFormat } from './format.ts';

/**
 * Points in rows, separated by commas, tabs, semicolons, bars or spaces: CSV files, tables copied from
 * Word, Excel and PDF. Which column is which is told by its header, else by the ranges of the numbers,
 * and said in a note.
 */
export const csv: ProjectFormat = {
  id: 'csv',
  title: {
    zh: '坐标表（CSV、TSV、粘贴的文本）',
    en: 'Table of coordinates (CSV, TSV, pasted text)',
  },
  extensions: ['csv', 'tsv', 'tab'],

  sniff(head) {
    // bytes that no text holds
    if (head.some((byte, i) => byte === 0 && head[i ^ 1] === 0)) return 0;
    const table = splitText(
      looseText(head).replace(/[^\n\r]*$/, (last) => (head.length < 4096 ? last : '')),
      isPointRow,
    );
    if (!table) return 0;
    const points = table.rows.filter(isPointRow).length;
    const hasHeader = table.rows.some((row) => columnsOf(row) !== null);
    if (hasHeader) return 0.6;
    return points >= 2 ? 0.35 : 0;
  },

  read(bytes, { name, answers }) {
    const { text, notes } = readText(bytes);
    const table = splitText(text, isPointRow);
    const reading = table && readTable(table, answers);
    if (!reading) throw importError('err-table-no-coordinates', { file: name });
    return projectOf([reading], notes, answers);
  },
};
