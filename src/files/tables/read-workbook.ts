import { ByteError } from '../../bytes/byte-source.ts';
import { memorySource } from '../../bytes/memory-source.ts';
import { entryBytes, openZip } from '../../bytes/zip.ts';
import { importError } from '../import-message.ts';
import type { Table } from './table.ts';
import { placeOf, type SheetCells, sharedTexts, sheetCells, sheetsOf } from './workbook-parts.ts';

/** Of everything that is unpacked; a table of coordinates is a thousandth of it. */
const MAX_UNPACKED = 200_000_000;
/** Rows and columns of a sheet: what Excel itself allows, and far more than a boundary has. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 1024;

export interface Sheet extends Table {
  readonly sheet: string;
  readonly hidden: boolean;
  /** Cells whose formula has no stored value. */
  readonly uncomputed: readonly string[];
}

/**
 * Sheets of an .xlsx file. Only the parts that hold cells are unpacked: no macro, link or drawing is
 * looked at, no formula computed. Every cell of a merged range has the range's value.
 *
 * @throws UserError `err-xlsx-broken`, `err-xlsx-large`
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<Sheet[]> {
  try {
    const entries = await openZip(memorySource(file, bytes), signal);
    const parts = new Map(entries.map((entry) => [entry.name, entry]));
    let unpacked = 0;
    const text = async (path: string): Promise<string | null> => {
      const entry = parts.get(path);
      if (!entry) return null;
      unpacked += entry.bytes;
      if (unpacked > MAX_UNPACKED) throw importError('err-xlsx-large', { file, path });
      return new TextDecoder().decode(await entryBytes(entry, signal));
    };
    const workbook = await text('xl/workbook.xml');
    const relations = await text('xl/_rels/workbook.xml.rels');
    if (workbook === null || relations === null) throw broken(file, 'xl/workbook.xml');
    const shared = sharedTexts((await text('xl/sharedStrings.xml')) ?? '<sst/>');
    const sheets: Sheet[] = [];
    for (const { name, path, hidden } of sheetsOf(workbook, relations)) {
      signal?.throwIfAborted();
      const xml = await text(path);
      // charts and macro sheets stand in the workbook too
      if (xml === null || !path.includes('worksheets/')) continue;
      const cells = sheetCells(xml, shared);
      sheets.push({ sheet: name, hidden, uncomputed: cells.uncomputed, rows: rowsOf(cells) });
    }
    return sheets;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ByteError) throw broken(file, String(error.params.reason ?? error.code));
    // what the XML reader says begins with the place
    if (error instanceof Error && error.constructor === Error) {
      throw broken(file, `XML ${/^\d+:\d+/.exec(error.message)?.[0] ?? ''}`.trim());
    }
    throw error;
  }
}

function broken(file: string, reason: string) {
  return importError('err-xlsx-broken', { file, reason });
}

function rowsOf({ cells, merged }: SheetCells): string[][] {
  const rows: string[][] = [];
  const put = (row: number, column: number, text: string): void => {
    if (row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) return;
    while (rows.length <= row) rows.push([]);
    const line = rows[row]!;
    while (line.length <= column) line.push('');
    line[column] = text;
  };
  for (const { row, column, text } of cells) put(row, column, text);
  const lastRow = rows.length - 1;
  for (const range of merged) {
    const [from, to] = range.split(':').map((name) => placeOf(name));
    if (!from || !to) continue;
    const text = rows[from.row]?.[from.column] ?? '';
    // a title merged over its columns stays one title
    if (text === '' || from.row === to.row) continue;
    for (let row = from.row; row <= Math.min(to.row, lastRow); row++) put(row, from.column, text);
  }
  return rows;
}
