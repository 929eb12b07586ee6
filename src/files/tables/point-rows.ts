import { type Ordinate, readOrdinate } from '../../crs/ordinate-text.ts';
import { importError } from '../import-message.ts';
import { plainWord } from './table.ts';
import { type Columns, columnsOf } from './table-columns.ts';

/** One point as a row gives it. */
export interface PointRow {
  /** Row of the file, from 1. */
  readonly row: number;
  readonly name: string;
  readonly x: string;
  readonly y: string;
  /** A blank line, a title or a header stands between this row and the point before. */
  readonly afterBreak: boolean;
  /** Title above it, where that names a parcel. */
  readonly title: string | null;
  readonly cells: readonly string[];
}

export interface PassedOver {
  readonly row: number;
  readonly text: string;
}

export interface PointRows {
  readonly points: readonly PointRow[];
  /** Rows with words and no coordinates: titles, sums, signatures. */
  readonly passedOver: readonly PassedOver[];
  /** Points whose coordinates were computed from degrees, minutes and seconds. */
  readonly angles: number;
}

const PARCEL_TITLE =
  /^(?:地块|宗地|图斑|区块|第.{1,3}(?:地块|块))|地块(?:[一二三四五六七八九十\d]+)?$/;
/** With such a name a row is a point, and its coordinates are missing. */
const POINT_NAME = /^[a-z]{0,3}-?\d+$/i;
const UNIT = /^\(?(?:m|米|°|度|d|十进制度|公顷)\)?$/;

/**
 * The rows of one block of columns, from `from` on (0 is the first). A row with one coordinate, or with
 * a word where a number should stand, is an error that names its cell: no point is dropped.
 */
export function pointRows(
  rows: readonly (readonly string[])[],
  from: number,
  columns: Columns,
  sheet: string | null,
): PointRows {
  const points: PointRow[] = [];
  const passedOver: PassedOver[] = [];
  let afterBreak = false;
  let title: string | null = null;
  let angles = 0;
  rows.slice(from).forEach((cells, i) => {
    const row = from + i + 1;
    const north = cells[columns.north] ?? '';
    const east = cells[columns.east] ?? '';
    const words = cells.slice(columns.from, columns.to).filter((cell) => cell !== '');
    if (words.length === 0) {
      afterBreak = points.length > 0;
      return;
    }
    if (isUnit(north) && isUnit(east)) return;
    const [x, y] = [readOrdinate(east, columns.packed), readOrdinate(north, columns.packed)];
    if (x && y) {
      if (x.angle || y.angle) angles++;
      const [first, second] = byLetters(x, y);
      const name = columns.point === null ? '' : (cells[columns.point] ?? '');
      points.push({ row, name, x: first, y: second, afterBreak, title, cells });
      afterBreak = false;
      title = null;
      return;
    }
    // the header is repeated on every page
    if (columnsOf(cells) !== null) {
      afterBreak = points.length > 0;
      return;
    }
    const isTitle = words.length === 1 || (north === '' && east === '');
    const point = columns.point === null ? '' : (cells[columns.point] ?? '');
    if (!isTitle || x || y || POINT_NAME.test(point)) {
      const bad = y ? east : north;
      const column = columnName(y ? columns.east : columns.north);
      throw importError('err-table-cell', { sheet: sheet ?? '', row, column, value: brief(bad) });
    }
    if (!isBesideLength(words)) {
      afterBreak = points.length > 0;
      passedOver.push({ row, text: brief(words.join(' ')) });
      if (words.length === 1 && PARCEL_TITLE.test(words[0]!)) title = words[0]!;
    }
  });
  return { points, passedOver, angles };
}

/** E and N beside the numbers tell which is which, whatever the header says. */
function byLetters(x: Ordinate, y: Ordinate): [string, string] {
  return x.axis === 'north' || y.axis === 'east' ? [y.text, x.text] : [x.text, y.text];
}

/** Lengths of edges stand in rows of their own between the points. */
function isBesideLength(words: readonly string[]): boolean {
  return words.length === 1 && readOrdinate(words[0]!) !== null;
}

function isUnit(cell: string): boolean {
  return UNIT.test(plainWord(cell));
}

/** A, B, ... AA: the way spreadsheets name columns. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
