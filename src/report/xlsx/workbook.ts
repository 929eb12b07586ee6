import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import { settleZip } from '../../bytes/settle-zip.ts';
import { displayWidth } from '../display-width.ts';
import { rewritten, timedProperties } from '../office-part.ts';
import { plainText } from '../plain-text.ts';
import { type Cell, cellText, isAmount, type Table } from '../tables/table.ts';
import type { ReportSheet } from './sheets.ts';

const NARROWEST = 8;
const WIDEST = 60;

/**
 * A workbook: numbers are numbers, everything else is text, so that no word from a file is ever a
 * formula. Headers are frozen and filter. The same sheets and time give the same bytes.
 */
export async function workbook(
  sheets: readonly ReportSheet[],
  createdAt: string,
): Promise<Uint8Array> {
  const written = await writeXlsxFile(sheets.map(sheetOf), FONT).toBlob();
  return settleZip(new Uint8Array(await written.arrayBuffer()), (name, bytes) => {
    if (name === 'docProps/core.xml')
      return rewritten(bytes, (xml) => timedProperties(xml, createdAt));
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
    return sheet ? rewritten(bytes, (xml) => filtered(xml, sheet)) : bytes;
  });
}

const FONT = { fontFamily: '宋体', fontSize: 10 } as const;

function sheetOf({ name, above, table, empty }: ReportSheet): Sheet<Blob> {
  const head = table.columns.map(
    ({ title, align }): CellObject => ({
      ...text(title),
      fontWeight: 'bold',
      backgroundColor: '#F2F2F2',
      align,
      wrap: true,
    }),
  );
  const rows = table.rows.map((row) =>
    row.cells.map((cell) => ({
      ...cellOf(cell),
      ...(row.total && { fontWeight: 'bold' as const }),
    })),
  );
  const instead = table.rows.length === 0 && empty !== null ? [[text(empty)]] : [];
  const notes = table.notes.map((note) => [text(note)]);
  return {
    data: [...above.map((line) => [text(line)]), head, ...rows, ...instead, ...notes],
    sheet: name,
    stickyRowsCount: above.length + 1,
    columns: widths(table).map((width) => ({ width })),
  };
}

function cellOf(cell: Cell): CellObject {
  if (!isAmount(cell)) return text(cellText(cell));
  const whole = cell.ungrouped ? '0' : '#,##0';
  const format = cell.decimals === 0 ? whole : `${whole}.${'0'.repeat(cell.decimals)}`;
  return { value: cell.value, type: Number, format, align: 'right' };
}

const text = (value: string): CellObject => ({ value: plainText(value), type: String });

function widths({ columns, rows }: Table): number[] {
  return columns.map(({ title }, i) => {
    const cells = rows.map((row) => displayWidth(cellText(row.cells[i] ?? '')));
    return Math.min(WIDEST, Math.max(NARROWEST, displayWidth(title), ...cells) + 2);
  });
}

/** Filter buttons on the header; the library has none. */
function filtered(xml: string, { above, table }: ReportSheet): string {
  const first = above.length + 1;
  const last = first + Math.max(1, table.rows.length);
  const range = `A${first}:${columnName(table.columns.length)}${last}`;
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}
