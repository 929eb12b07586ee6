import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import { settleZip } from '../../bytes/settle-zip.ts';
import { displayWidth } from '../display-width.ts';
import { rewritten, timedProperties } from '../office-part.ts';
import { plainText } from '../plain-text.ts';
import { type Cell, cellText, isAmount, type Table } from '../tables/table.ts';
import type { ReportSheet } from './sheets.ts';

const NARROWEST = 8;
const WIDEST = 60;
/** Height of a line of 10 pt. */
const LINE_PT = 14;

/** What stands above every printed page of a workbook. */
export interface PrintedPage {
  readonly banner: string;
  readonly number: string;
}

/**
 * A workbook: numbers are numbers, everything else is text, so that no word from a file is ever a
 * formula. Headers are frozen and filter. The same sheets and time give the same bytes.
 */
export async function workbook(
  sheets: readonly ReportSheet[],
  createdAt: string,
  page: PrintedPage = { banner: '', number: '' },
): Promise<Uint8Array> {
  const written = await writeXlsxFile(sheets.map(sheetOf), FONT).toBlob();
  return settleZip(new Uint8Array(await written.arrayBuffer()), (name, bytes) => {
    if (name === 'docProps/core.xml')
      return rewritten(bytes, (xml) => timedProperties(xml, createdAt));
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
    if (sheet) return rewritten(bytes, (xml) => printable(filtered(xml, sheet), page));
    return name === 'xl/workbook.xml' ? rewritten(bytes, (xml) => headed(xml, sheets)) : bytes;
  });
}

const FONT = { fontFamily: '宋体', fontSize: 10 } as const;

function sheetOf({ name, above, table, empty }: ReportSheet): Sheet<Blob> {
  const head = table.columns.map(
    ({ title, align }, i): CellObject => ({
      ...text(title),
      fontWeight: 'bold',
      backgroundColor: '#F2F2F2',
      align,
      ...(align === 'left' && apart(table, i)),
      wrap: true,
    }),
  );
  const rows = table.rows.map((row) => {
    const lines = Math.max(1, ...row.cells.map((cell) => linesOf(cellText(cell))));
    return row.cells.map((cell, i) => ({
      ...cellOf(cell),
      alignVertical: 'top' as const,
      ...(!isAmount(cell) && apart(table, i)),
      ...(lines > 1 && { height: lines * LINE_PT }),
      ...(row.total && { fontWeight: 'bold' as const }),
    }));
  });
  const instead = table.rows.length === 0 && empty !== null ? [[text(empty)]] : [];
  const notes = table.notes.map((note) => [text(note)]);
  return {
    data: [...above.map((line) => [text(line)]), head, ...rows, ...instead, ...notes],
    sheet: name,
    stickyRowsCount: above.length + 1,
    columns: widths(table).map((width) => ({ width })),
  };
}

/** A number ends where the next column begins. */
const apart = ({ columns }: Table, i: number) =>
  columns[i - 1]?.align === 'right' && ({ align: 'left', indent: 1 } as const);

function cellOf(cell: Cell): CellObject {
  if (!isAmount(cell)) return words(cellText(cell));
  const whole = cell.ungrouped ? '0' : '#,##0';
  const format = cell.decimals === 0 ? whole : `${whole}.${'0'.repeat(cell.decimals)}`;
  return { value: cell.value, type: Number, format, align: 'right' };
}

const text = (value: string): CellObject => ({
  value: plainText(value),
  type: String,
});

/** A cell of the body: what is wider than any column goes on below. */
function words(value: string): CellObject {
  return linesOf(value) > 1 ? { ...text(value), wrap: true } : text(value);
}

const linesOf = (value: string): number => Math.ceil(displayWidth(value) / WIDEST);

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

/** A4 across, as wide as the page, with 密级, number and page on every one. */
function printable(xml: string, { banner, number }: PrintedPage): string {
  // in a header & begins a code
  const said = (words: string): string =>
    plainText(words)
      .replace(/&/g, '&&')
      .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const margins =
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>';
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const lines = `<headerFooter><oddHeader>&amp;L${said(banner)}&amp;R${said(number)}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
  return xml
    .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('</worksheet>', `${margins}${setup}${lines}</worksheet>`);
}

/** The header row again on every printed page. */
function headed(xml: string, sheets: readonly ReportSheet[]): string {
  const names = sheets.map(({ name, above }, i) => {
    const row = above.length + 1;
    const sheet = `'${name.replaceAll("'", "''")}'`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!$${row}:$${row}</definedName>`;
  });
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}
