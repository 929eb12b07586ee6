import type { KindStatistics } from '../domain/statistics.ts';
import type { Language } from '../text/text.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import { levelToTotal } from '../units/level.ts';
import { roundHalfUp } from '../units/round.ts';
import { plainCell } from './identified-rows.ts';
import '../text/words/later.ts';

/** km² with two decimals, as the table prints them. */
const DECIMALS = 2;
const KM2 = 1e6;

export const COUNTY_COLUMNS = ['county', 'area', 'features', 'share'] as const;
export type CountyColumn = (typeof COUNTY_COLUMNS)[number];

/** A row of the table; areas as they are printed, so that rows add up to the total in print. */
export interface CountyRow {
  readonly code: string;
  readonly name: string;
  readonly areaKm2: number;
  readonly features: number;
  /** Of the county, per cent; null in the row of what lies in no county. */
  readonly share: number | null;
  readonly coverageShare: number;
}

export interface CountyTable {
  readonly rows: readonly CountyRow[];
  readonly outside: CountyRow | null;
  readonly total: CountyRow;
}

/** The printed table: counties, what lies in none, and a total that is their sum. */
export function countyTable(statistics: KindStatistics, lang: Language): CountyTable {
  const { counties, outside, total } = statistics;
  const parts = [...counties, outside].map(({ areaM2 }) => areaM2 / KM2);
  const levelled = levelToTotal(parts, DECIMALS, roundHalfUp(total.areaM2 / KM2, DECIMALS));
  const rows = counties.map(
    ({ code, name, areaM2, countyM2, features, coverageShare }, i): CountyRow => ({
      code,
      name,
      areaKm2: levelled[i]!,
      features,
      share: roundHalfUp((100 * areaM2) / countyM2, 1),
      coverageShare,
    }),
  );
  const all = counties.reduce((sum, { countyM2 }) => sum + countyM2, 0);
  const inside = total.areaM2 - outside.areaM2;
  const least = counties.reduce((low, one) => Math.min(low, one.coverageShare), 1);
  const whole = { code: '', coverageShare: least };
  return {
    rows,
    outside:
      outside.areaM2 > 0 || outside.features > 0
        ? {
            code: '',
            name: say('stat.outside', lang),
            areaKm2: levelled.at(-1)!,
            features: outside.features,
            share: null,
            coverageShare: 1,
          }
        : null,
    total: {
      ...whole,
      name: say('stat.total', lang),
      areaKm2: roundHalfUp(total.areaM2 / KM2, DECIMALS),
      features: total.features,
      share: all > 0 ? roundHalfUp((100 * inside) / all, 1) : null,
    },
  };
}

export function sortedRows(
  rows: readonly CountyRow[],
  column: CountyColumn,
  down: boolean,
): CountyRow[] {
  const value = (row: CountyRow): number | string => {
    if (column === 'area') return row.areaKm2;
    if (column === 'features') return row.features;
    return column === 'share' ? (row.share ?? -1) : row.code;
  };
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? (a.code < b.code ? -1 : 1) : (x < y ? -1 : 1) * sign;
  });
}

const FILE_COLUMNS = [
  'stat.col.code',
  'stat.col.county',
  'stat.col.area',
  'stat.col.net',
  'stat.col.features',
  'stat.col.county-area',
  'stat.col.share',
  'stat.col.covered',
] as const satisfies readonly UiWord[];

/**
 * The table as cells for a file: plain digits, and no cell that a spreadsheet would run. Rows of a county
 * that is not wholly covered say how much of it is.
 */
export function countyCells(statistics: KindStatistics, lang: Language): string[][] {
  const { counties } = statistics;
  const table = countyTable(statistics, lang);
  const fixed = (value: number | null, decimals: number): string =>
    value === null ? '' : value.toFixed(decimals);
  const km2 = (m2: number | null): string =>
    m2 === null ? '' : fixed(roundHalfUp(m2 / KM2, 2), 2);
  const line = (row: CountyRow, netM2: number | null, countyM2: number | null, covered: string) => [
    plainCell(row.code),
    plainCell(row.name),
    fixed(row.areaKm2, 2),
    km2(netM2),
    String(row.features),
    km2(countyM2),
    fixed(row.share, 1),
    covered,
  ];
  // cut, not rounded: what is not wholly covered never reads 100
  const percent = (share: number): string => fixed(Math.floor(share * 1000 + 1e-9) / 10, 1);
  const net = (netM2: number | null): number | null =>
    statistics.total.netM2 === null || statistics.total.netM2 === 0 ? null : netM2;
  const allKm2 = counties.reduce((sum, one) => sum + one.countyM2, 0);
  return [
    FILE_COLUMNS.map((word) => say(word, lang)),
    ...table.rows.map((row, i) =>
      line(row, net(counties[i]!.netM2), counties[i]!.countyM2, percent(row.coverageShare)),
    ),
    ...(table.outside ? [line(table.outside, net(statistics.outside.netM2), null, '')] : []),
    line(table.total, net(statistics.total.netM2), allKm2, percent(table.total.coverageShare)),
  ];
}

/** RFC 4180, with a mark so that spreadsheets read it as UTF-8. */
export function csvText(
  cells: readonly (readonly string[])[],
  above: readonly string[] = [],
): string {
  const quoted = (cell: string): string =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [...above.map((line) => [plainCell(line)]), ...cells];
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}
