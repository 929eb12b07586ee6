import { xlsx } from '../formats/xlsx.ts';
import { importError } from '../import-message.ts';
import { readText } from '../read-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { type RowTest, splitText } from './split-text.ts';

/**
 * Cells of a CSV file or of the first sheet of a workbook with a row that is wanted. Null where no row is.
 *
 * @throws UserError as reading such files does
 */
export async function readCells(
  bytes: Uint8Array,
  file: string,
  isWanted: RowTest,
  signal?: AbortSignal,
): Promise<readonly (readonly string[])[] | null> {
  if (xlsx.sniff(bytes.subarray(0, 4096)) > 0) {
    const sheets = await readWorkbook(bytes, file, signal);
    return sheets.find(({ rows }) => rows.some(isWanted))?.rows ?? null;
  }
  // the old binary format of Excel
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw importError('err-xls', { file });
  return splitText(readText(bytes).text, isWanted)?.rows ?? null;
}
