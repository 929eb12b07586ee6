import { describe, expect, it } from 'vitest';
import { noteOf } from '../../src/components/batch-note.ts';
import {
  type BatchRow,
  type LineFact,
  type Pill,
  pillCounts,
  shownRows,
  sumsOf,
  type TableLook,
} from '../../src/components/batch-rows.ts';
import type { ChipName } from '../../src/components/chip-name.ts';
import { rowWindow } from '../../src/components/row-window.ts';

let keys = 0;
function row(
  name: string,
  headline: ChipName | null,
  areaM2: number,
  farmland: number | null,
  more: Partial<BatchRow> = {},
): BatchRow {
  const lines: LineFact[] = [
    { kind: 'permanent-basic-farmland', chip: 'clear', areaM2: farmland, share: 0, coverage: 1 },
  ];
  return {
    key: ++keys,
    source: name,
    from: { file: `${name}.txt`, sha256: null, numberInFile: null },
    place: { part: 0, project: 0 },
    name,
    fields: [],
    state: headline ? 'done' : 'failed',
    item: headline
      ? {
          source: { file: `${name}.txt`, sha256: null, numberInFile: null },
          ...{ id: name, name, county: null, report: null, digest: null, verdict: 'clear' },
          ...{ complete: farmland !== null, areaM2, error: null },
          lines: {
            'permanent-basic-farmland': farmland,
            'ecological-red-line': 0,
            'urban-development-boundary': 5,
          },
        }
      : null,
    facts: headline ? { headline, lines, open: 0 } : null,
    why: null,
    claim: null,
    frame: null,
    ...more,
  };
}

const ROWS = [
  row('甲', 'clear', 100, 0),
  row('乙', 'prohibited', 300, 30.5),
  row('丙', 'undetermined', 200, null),
  row('丁', null, 0, null, { name: null, why: { zh: '请另存为 DXF', en: 'Save as DXF' } }),
  row('戊', 'clear', 50, 0, { state: 'waiting', item: null, facts: null }),
];
const look = (change: Partial<TableLook> = {}): TableLook => ({
  query: '',
  pills: new Set(),
  sort: { column: 'number', down: false },
  ...change,
});
const names = (change: Partial<TableLook>) =>
  shownRows(ROWS, look(change), (one) => noteOf(one, 'zh')).map(({ row: one }) => one.source);

describe('rows of a batch', () => {
  it('sorts by severity, what has no verdict last', () => {
    const sort = { column: 'verdict', down: false } as const;
    expect(names({ sort })).toEqual(['乙', '丙', '甲', '戊', '丁']);
    expect(names({ sort: { ...sort, down: true } })).toEqual(['丁', '戊', '甲', '丙', '乙']);
  });

  it('sorts by area; what was not looked at is last either way, and no zero', () => {
    const sort = { column: 'permanent-basic-farmland', down: false } as const;
    expect(names({ sort })).toEqual(['甲', '乙', '丙', '丁', '戊']);
    expect(names({ sort: { ...sort, down: true } })).toEqual(['乙', '甲', '丙', '丁', '戊']);
  });

  it('filters by pills together and by words of name and file', () => {
    const pills = (...all: Pill[]) => new Set(all);
    expect(names({ pills: pills('prohibited', 'failed') })).toEqual(['乙', '丁']);
    expect(names({ query: '丁.TXT' })).toEqual(['丁']);
    expect(names({ query: '甲', pills: pills('failed') })).toEqual([]);
  });

  it('counts what is not checked apart, 未能读取 last', () => {
    expect(pillCounts(ROWS)).toEqual([
      ['prohibited', 1],
      ['undetermined', 1],
      ['clear', 1],
      ['waiting', 1],
      ['failed', 1],
    ]);
  });

  it('adds up what was looked at, and says how much was not', () => {
    const all = shownRows(ROWS, look(), () => '');
    const sums = sumsOf(all);
    expect(sums).toMatchObject({ rows: 5, checked: 3, areaM2: 600 });
    expect(sums.lines['permanent-basic-farmland']).toEqual({ areaM2: 30.5, notLookedAt: 1 });
    expect(sums.lines['urban-development-boundary']).toEqual({ areaM2: 15, notLookedAt: 0 });
  });

  it('remarks on what is missing before what is occupied', () => {
    expect(noteOf(ROWS[2]!, 'zh')).toBe('永久基本农田未核查');
    expect(noteOf(ROWS[3]!, 'en')).toBe('Save as DXF');
    expect(noteOf(ROWS[0]!, 'zh')).toBe('');
  });
});

describe('the window over rows', () => {
  it('draws all of 200 and a part of more, and the heights add up', () => {
    expect(rowWindow(200, 28, { top: 0, height: 500 })).toEqual({
      ...{ from: 0, to: 200, above: 0, below: 0 },
    });
    for (const top of [0, 5000, 279_999, 9_999_999]) {
      const { from, to, above, below } = rowWindow(10_000, 28, { top, height: 560 });
      expect(above + (to - from) * 28 + below).toBe(280_000);
      expect(to - from).toBeLessThan(60);
      const last = Math.min(top, 280_000 - 560);
      expect(from * 28).toBeLessThanOrEqual(last);
      expect(to * 28).toBeGreaterThanOrEqual(last + 560);
    }
  });
});
