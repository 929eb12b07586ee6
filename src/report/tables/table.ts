import { formatDecimal } from '../../text/numbers.ts';
import { type Chip, chipText } from '../chip.ts';

/** A printed number: already in its unit, rounded and levelled. */
export interface Amount {
  readonly value: number;
  readonly decimals: number;
  /** Coordinates are written without spaces between thousands. */
  readonly ungrouped?: boolean;
}

/** `''` was not looked at, `—` does not exist. */
export type Cell = string | Amount | Chip;

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Rows of one group add up to the total row of that group, column by column. */
  readonly group: string | null;
  readonly total: boolean;
}

/** A table as data: every format prints the same one. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

export const left = (title: string): Column => ({ title, align: 'left' });
export const right = (title: string): Column => ({ title, align: 'right' });
export const row = (cells: readonly Cell[], group: string | null = null): Row => ({
  cells,
  group,
  total: false,
});
export const totalRow = (cells: readonly Cell[], group: string): Row => ({
  cells,
  group,
  total: true,
});
export const coordinate = (value: number, decimals: number): Amount => ({
  value: Number(value.toFixed(decimals)),
  decimals,
  ungrouped: true,
});
export const count = (value: number): Amount => ({ value, decimals: 0 });

export const isAmount = (cell: Cell): cell is Amount =>
  typeof cell !== 'string' && 'decimals' in cell;
export const isChip = (cell: Cell): cell is Chip => typeof cell !== 'string' && 'shape' in cell;

export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (isChip(cell)) return chipText(cell);
  const { value, decimals, ungrouped = false } = cell;
  return ungrouped ? value.toFixed(decimals) : formatDecimal(value, decimals);
}
