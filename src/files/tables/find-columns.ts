import { importError } from '../import-message.ts';
import { bareColumns, pairsIn } from './bare-columns.ts';
import { columnName } from './point-rows.ts';
import type { Table } from './table.ts';
import { type Columns, columnsOf } from './table-columns.ts';
import { hintsIn, type TableHints } from './table-hints.ts';

export interface FoundColumns {
  /** Tables side by side are read one after the other. */
  readonly blocks: readonly Columns[];
  /** First row that may hold a point, from 0. */
  readonly firstRow: number;
  /** Words of the header; null where the table has none. */
  readonly header: readonly string[] | null;
  /** Both plane coordinates and degrees are given; the plane ones are read. */
  readonly both: boolean;
  readonly said: TableHints;
  /** A title calls the points a boundary: 界址点成果表, 宗地 ... */
  readonly titledBoundary: boolean;
}

const BOUNDARY_TITLE = /界址|拐点|宗地|勘测定界|红线|用地范围|边界点/;

/**
 * Where the coordinates of a table stand: by the words of its header, which may span two rows, else by
 * the ranges of its numbers. Null for a table without coordinates.
 *
 * @throws UserError `err-table-two-systems`, `err-table-columns`
 */
export function findColumns({ rows, sheet }: Table): FoundColumns | null {
  const firstPoint = rows.findIndex((row) => pairsIn(row).length > 0);
  for (const [at, row] of rows.entries()) {
    if (firstPoint >= 0 && at > firstPoint) break;
    const header = withWordsAbove(row, rows[at - 1]);
    const reading = columnsOf(header) ?? columnsOf(row);
    if (!reading) continue;
    const above = rows.slice(0, at + 1).flat();
    const said = hintsIn([...above, ...cellsUnder(header, /坐标系|^crs$/i, rows.slice(at + 1))]);
    const titledBoundary = above.some((cell) => BOUNDARY_TITLE.test(cell));
    if (reading.kind === 'columns') {
      const { blocks, both } = reading;
      return { blocks, firstRow: at + 1, header, both, said, titledBoundary };
    }
    const words = reading.words.join('、');
    const code = said.datums.length > 1 ? 'err-table-two-systems' : 'err-table-columns';
    throw importError(code, { sheet: sheet ?? '', words });
  }
  const bare = bareColumns(rows);
  if (!bare) return null;
  const above = rows.slice(0, Math.max(firstPoint, 0)).flat();
  if (bare.kind === 'several') {
    const words = bare.pairs.map((pair) => pair.map(columnName).join('+')).join('、');
    throw importError('err-table-columns', { sheet: sheet ?? '', words });
  }
  return {
    blocks: [bare.columns],
    firstRow: 0,
    header: null,
    both: false,
    said: hintsIn(above),
    titledBoundary: above.some((cell) => BOUNDARY_TITLE.test(cell)),
  };
}

/** Different values of a column: it says in every row what others say in a title. */
function cellsUnder(
  header: readonly string[],
  word: RegExp,
  rows: readonly (readonly string[])[],
): string[] {
  const column = header.findIndex((cell) => word.test(cell));
  return column < 0 ? [] : [...new Set(rows.map((row) => row[column] ?? ''))];
}

/** Where a cell is empty the word above it counts: headers of two rows, merged downwards. */
function withWordsAbove(
  row: readonly string[],
  above: readonly string[] | undefined,
): readonly string[] {
  const isTitle = !above || new Set(above.filter((cell) => cell !== '')).size < 2;
  if (isTitle) return row;
  const length = Math.max(row.length, above.length);
  return Array.from({ length }, (_, i) => row[i] || above[i] || '');
}
