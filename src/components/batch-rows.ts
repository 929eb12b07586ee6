import type { Claim } from '../domain/claim.ts';
import type { FieldChoice } from '../domain/import-answers.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { SummaryItem } from '../domain/summary.ts';
import type { Text } from '../text/text.ts';
import type { ChipName } from './chip-name.ts';

/** What a row shows of a line beside its area. */
export interface LineFact {
  readonly kind: LayerKind;
  readonly chip: ChipName;
  /** null: not looked at. */
  readonly areaM2: number | null;
  readonly share: number;
  /** Part of the site for which the layer speaks. */
  readonly coverage: number;
}

/** What is kept of a report beside its summary line: no geometry, no clauses. */
export interface RowFacts {
  /** What the whole report says; `undetermined` where it withholds its headline. */
  readonly headline: ChipName;
  readonly lines: readonly LineFact[];
  /** Questions that are open. */
  readonly open: number;
}

export type RowState = 'waiting' | 'running' | 'done' | 'failed' | 'asks';

/** One project of a batch; until its file is read, one file. Plain data that a browser can keep. */
export interface BatchRow {
  readonly key: number;
  /** Key of its file. */
  readonly source: string;
  /** Base name of the file, or of the entry of an archive, and its sum once it was read. */
  readonly from: SummaryItem['source'];
  /** Where in the file; null: not read yet, or not readable. */
  readonly place: { readonly part: number; readonly project: number } | null;
  readonly name: string | null;
  /** Fields by which its file could be more projects; with the first of its projects. */
  readonly fields: readonly FieldChoice[];
  readonly state: RowState;
  readonly item: SummaryItem | null;
  readonly facts: RowFacts | null;
  /** Why it failed, or what it asks; what to do is in it. */
  readonly why: Text | null;
  /** Answers given on screen for this project alone. */
  readonly claim: Claim | null;
  /** Of the report: its number in the run and its time; null: not checked. */
  readonly frame: { readonly sequence: number; readonly createdAt: string } | null;
}

/** What a pill stands for: what a checked row says, or that it is not checked. */
export type Pill = ChipName | 'waiting' | 'asks' | 'failed';

/** Worst first, then what was not checked; `failed` last. */
export const PILLS = [
  'prohibited',
  'not-admitted',
  'undetermined',
  'manual-review',
  'conditional',
  'avoid',
  'permit-mode',
  'exempt',
  'below-threshold',
  'touch',
  'clear',
  'waiting',
  'asks',
  'failed',
] as const satisfies readonly Pill[];

export function pillOf({ state, facts }: BatchRow): Pill {
  if (state === 'done' && facts) return facts.headline;
  if (state === 'asks' || state === 'failed') return state;
  return 'waiting';
}

export const COLUMNS = [
  'number',
  'name',
  'file',
  'verdict',
  'area',
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
  'note',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

export type LineColumn = Extract<ColumnName, LayerKind>;
export const LINE_COLUMNS = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
] as const satisfies readonly LineColumn[];

export interface TableLook {
  readonly query: string;
  /** None: all. */
  readonly pills: ReadonlySet<Pill>;
  readonly sort: { readonly column: ColumnName; readonly down: boolean };
}

export interface NumberedRow {
  readonly row: BatchRow;
  /** Place in the batch, from 1. */
  readonly number: number;
}

/** Rows that are asked for, in the order asked for; ties in the order of the batch. */
export function shownRows(
  rows: readonly BatchRow[],
  { query, pills, sort }: TableLook,
  noteOf: (row: BatchRow) => string,
): readonly NumberedRow[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows
    .map((row, i) => ({ row, number: i + 1 }))
    .filter(({ row }) => pills.size === 0 || pills.has(pillOf(row)))
    .filter(({ row }) => {
      const text = `${row.name ?? ''} ${row.from.file} ${row.item?.county ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const { column } = sort;
  if (column === 'number') return sort.down ? shown.reverse() : shown;
  const keyed = shown.map((one) => ({ ...one, key: sortKey(one.row, column, noteOf) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) {
      return Number(a.key === null) - Number(b.key === null) || a.number - b.number;
    }
    if (a.key === b.key) return a.number - b.number;
    const order =
      typeof a.key === 'string' && typeof b.key === 'string'
        ? a.key.localeCompare(b.key, 'zh')
        : a.key < b.key
          ? -1
          : 1;
    return order * (sort.down ? -1 : 1) || a.number - b.number;
  });
  return keyed.map(({ row, number }) => ({ row, number }));
}

/** null comes last either way. */
function sortKey(
  row: BatchRow,
  column: Exclude<ColumnName, 'number'>,
  noteOf: (row: BatchRow) => string,
): string | number | null {
  switch (column) {
    case 'name':
      return row.name;
    case 'file':
      return row.from.file;
    case 'verdict':
      return PILLS.indexOf(pillOf(row));
    case 'area':
      return row.item?.areaM2 ?? null;
    case 'note':
      return noteOf(row) || null;
    default:
      return areaOf(row, column) ?? null;
  }
}

/** m²; null was not looked at; undefined: nothing is known of the row. */
export function areaOf({ item }: BatchRow, kind: LayerKind): number | null | undefined {
  return item?.lines[kind];
}

export interface Sums {
  readonly rows: number;
  /** Rows with a report. */
  readonly checked: number;
  readonly areaM2: number;
  readonly lines: Readonly<Record<LineColumn, { areaM2: number; notLookedAt: number }>>;
}

/** What the rows add up to. What was not looked at is counted beside the sum, never as zero. */
export function sumsOf(rows: readonly NumberedRow[]): Sums {
  const done = rows.filter(({ row }) => row.state === 'done').map(({ row }) => row);
  const line = (kind: LineColumn) => {
    const areas = done.map((row) => areaOf(row, kind));
    return {
      areaM2: areas.reduce((sum: number, area) => sum + (area ?? 0), 0),
      notLookedAt: areas.filter((area) => area === null || area === undefined).length,
    };
  };
  return {
    rows: rows.length,
    checked: done.length,
    areaM2: done.reduce((sum, { item }) => sum + (item?.areaM2 ?? 0), 0),
    lines: {
      'permanent-basic-farmland': line('permanent-basic-farmland'),
      'ecological-red-line': line('ecological-red-line'),
      'urban-development-boundary': line('urban-development-boundary'),
    },
  };
}

/** How many rows each pill stands for; pills that stand for none are left out. */
export function pillCounts(rows: readonly BatchRow[]): readonly (readonly [Pill, number])[] {
  const counts = new Map<Pill, number>();
  for (const row of rows) counts.set(pillOf(row), (counts.get(pillOf(row)) ?? 0) + 1);
  return PILLS.flatMap((pill) => {
    const count = counts.get(pill);
    return count === undefined ? [] : [[pill, count] as const];
  });
}
