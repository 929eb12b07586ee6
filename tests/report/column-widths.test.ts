import { describe, expect, it } from 'vitest';
import { columnWidthsMm } from '../../src/report/tables/column-widths.ts';
import { left, right, row, type Table } from '../../src/report/tables/table.ts';

const table = (columns: Table['columns'], ...rows: readonly (readonly string[])[]): Table => ({
  id: 't',
  title: '',
  columns,
  rows: rows.map((cells) => row(cells)),
  notes: [],
});

/** Half-width characters that have room at 9 pt: 1.62 mm each, 2.6 mm for the edges of a cell. */
const room = (widthMm: number): number => Math.floor((widthMm - 2.6) / 1.62 + 0.05);

describe('widths of columns', () => {
  it('add up, and leave no number, identifier or short word to be broken', () => {
    const widths = columnWidthsMm(
      table(
        [left('图斑编号'), left('地类'), right('图形面积(公顷)'), left('判定路径')],
        ['640303202230000123', '水浇地', '1\u2009234\u2009567.8901', '事实：'.repeat(60)],
      ),
      170,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(170, 6);
    expect(room(widths[0]!)).toBeGreaterThanOrEqual(18);
    expect(room(widths[1]!)).toBeGreaterThanOrEqual(6);
    // thousands belong to their number
    expect(room(widths[2]!)).toBeGreaterThanOrEqual(14);
    // what is long has what is left
    expect(widths[3]!).toBeGreaterThan(60);
  });

  it('give a title half of its length where its column is empty', () => {
    const widths = columnWidthsMm(
      table(
        [left('控制线'), right('占用面积(公顷)'), left('结论')],
        ['自然保护地核心保护区', '', '未覆盖，未核查，不作结论，请补充图层后再核查，'.repeat(9)],
      ),
      60,
    );
    expect(room(widths[1]!)).toBeGreaterThanOrEqual(7);
  });
});
