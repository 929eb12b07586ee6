import { numberScale } from '../../crs/number-scale.ts';
import { readOrdinate } from '../../crs/ordinate-text.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Columns } from './table-columns.ts';

export type BareReading =
  | { readonly kind: 'columns'; readonly columns: Columns }
  /** Several pairs of columns could be the coordinates. */
  | {
      readonly kind: 'several';
      readonly pairs: readonly (readonly [north: number, east: number])[];
    };

/** A column whose values come in runs this long at least tells rings or parcels apart. */
const RUN = 3;
const MAX_COLUMNS = 40;

/**
 * Columns of a table without a header, by what the numbers can be: latitudes, longitudes, northings and
 * eastings of China lie in ranges that do not meet. Null where no pair of columns fits.
 */
export function bareColumns(rows: readonly (readonly string[])[]): BareReading | null {
  const found = rows.map(pairsIn).filter((pairs) => pairs.length > 0);
  const common = found.reduce<readonly Pair[] | null>(
    (all, pairs) => (all === null ? pairs : all.filter((pair) => pairs.some(same(pair)))),
    null,
  );
  if (common === null || common.length === 0) return null;
  if (common.length > 1) return { kind: 'several', pairs: common };
  const [north, east] = common[0]!;
  const points = rows.filter((row) => pairsIn(row).length > 0);
  const left = Math.min(north, east);
  const before = Array.from({ length: left }, (_, i) => i).map((column) => ({
    column,
    values: points.map((row) => row[column] ?? ''),
  }));
  const groups = before.filter(({ values }) => comesInRuns(values)).map(({ column }) => column);
  const names = before
    .filter(({ values, column }) => !groups.includes(column) && values.some((v) => v !== ''))
    .map(({ column }) => column);
  const isNumber = (column: number) =>
    points.every((row) => /^\d*$/.test((row[column] ?? '').normalize('NFKC')));
  const parcel =
    groups.length > 1 || (groups.length === 1 && !isNumber(groups[0]!)) ? groups[0]! : null;
  const ring = groups.findLast((column) => column !== parcel) ?? null;
  return {
    kind: 'columns',
    columns: {
      from: 0,
      to: Infinity,
      north,
      east,
      packed: false,
      point: names.at(-1) ?? null,
      boundary: false,
      ring,
      parcel,
      parcelName: null,
      area: null,
      purpose: null,
      graphic: null,
      width: null,
      attributes: [],
    },
  };
}

type Pair = readonly [north: number, east: number];

const same = (a: Pair) => (b: Pair) => a[0] === b[0] && a[1] === b[1];

/** Pairs of columns of a row that can be a place in China, each in its one sensible order. */
export function pairsIn(row: readonly string[]): Pair[] {
  const numbers = row.slice(0, MAX_COLUMNS).map((cell) => readOrdinate(cell)?.text ?? null);
  const pairs: Pair[] = [];
  numbers.forEach((x, i) => {
    numbers.forEach((y, j) => {
      if (i === j || x === null || y === null) return;
      if (isPlace([Number(x), Number(y)])) pairs.push([j, i]);
    });
  });
  return pairs;
}

/** East first. */
function isPlace([x, y]: Position): boolean {
  const scale = numberScale(x, y);
  if (scale.scale === 'unknown' || scale.swapped) return false;
  return scale.scale !== 'degrees' || (scale.inChina && hasDecimals(x, y));
}

/** Whole degrees are no boundary points: running numbers and ring numbers look like them. */
function hasDecimals(x: number, y: number): boolean {
  return !Number.isInteger(x) || !Number.isInteger(y);
}

/** "1 1 1 1 2 2 2": blank cells go on with the value above. */
function comesInRuns(values: readonly string[]): boolean {
  const filled: string[] = [];
  for (const value of values) filled.push(value === '' ? (filled.at(-1) ?? '') : value);
  if ((filled[0] ?? '') === '' || filled.length < RUN) return false;
  const starts = filled.filter((value, i) => i === 0 || value !== filled[i - 1]).length;
  return filled.length / starts >= RUN;
}

/** Whether a row can be a point: two of its cells are a place in China. */
export function isPointRow(row: readonly string[]): boolean {
  return pairsIn(row).length > 0;
}
