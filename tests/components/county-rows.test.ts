import { describe, expect, it } from 'vitest';
import { countyCells, countyTable, csvText, sortedRows } from '../../src/components/county-rows.ts';
import type { KindStatistics } from '../../src/domain/statistics.ts';

/** Three counties of 3.335 km² each and a remnant: rounded one by one they would sum to 10.03. */
const county = (code: string, areaM2: number, over = {}) => ({
  code,
  name: `县${code}`,
  countyM2: 1e7,
  areaM2,
  netM2: null,
  features: 2,
  coverageShare: 1,
  ...over,
});
const statistics = (over: Partial<KindStatistics> = {}): KindStatistics => ({
  kinds: ['ecological-red-line'],
  layers: ['ecological-red-line'],
  counties: [county('3', 3_335_000), county('1', 3_335_000), county('2', 3_335_000)],
  outside: { areaM2: 15_000, netM2: null, features: 1 },
  total: { areaM2: 10_020_000, netM2: null, features: 7 },
  overlapping: 0,
  unsound: [],
  ...over,
});

describe('the table by county', () => {
  it('adds up in print', () => {
    const { rows, outside, total } = countyTable(statistics(), 'zh');
    const printed = [...rows, outside!].map(({ areaKm2 }) => Math.round(areaKm2 * 100));
    expect(printed.reduce((a, b) => a + b)).toBe(Math.round(total.areaKm2 * 100));
    expect(total).toMatchObject({ areaKm2: 10.02, features: 7, share: 33.4 });
    expect(outside).toMatchObject({ name: '不在任何县内', share: null, features: 1 });
  });

  it('has no row of what lies in no county where nothing does', () => {
    const outside = { areaM2: 0, netM2: 0, features: 0 };
    expect(countyTable(statistics({ outside }), 'zh').outside).toBeNull();
  });

  it('sorts by a column, ties by code', () => {
    const { rows } = countyTable(statistics(), 'zh');
    const codes = (column: 'county' | 'features', down: boolean) =>
      sortedRows(rows, column, down).map(({ code }) => code);
    expect(codes('county', false)).toEqual(['1', '2', '3']);
    expect(codes('county', true)).toEqual(['3', '2', '1']);
    expect(codes('features', true)).toEqual(['1', '2', '3']);
  });
});

describe('the table as a file', () => {
  it('says how much of a county is covered, never 100 for less', () => {
    const counties = [county('1', 1e6, { coverageShare: 0.99999 })];
    const [, line] = countyCells(statistics({ counties }), 'zh');
    expect(line!.at(-1)).toBe('99.9');
  });

  it('runs no formula, quotes what has to be quoted, and opens as UTF-8', () => {
    const counties = [county('1', 1e6, { name: '=cmd|"x",1' })];
    const text = csvText(countyCells(statistics({ counties }), 'zh'), ['示例数据', '@a']);
    expect(text.startsWith('\ufeff示例数据\r\n')).toBe(true);
    expect(text).toContain(`"'=cmd|""x"",1"`);
    expect(text).toContain("\r\n'@a\r\n");
    expect(text.endsWith('\r\n')).toBe(true);
  });
});
