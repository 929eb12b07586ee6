import { describe, expect, it } from 'vitest';
import { sortPieces, tableText } from '../../src/components/pieces-columns.ts';
import {
  isAcross,
  isHeadlineWithheld,
  lineOf,
  openQuestions,
  packNumber,
  uncheckedLines,
  wasWhollyLookedAt,
} from '../../src/components/report-reading.ts';
import { levelledZones } from '../../src/components/urban-zones.ts';
import { minorPieces, numberedPieces } from '../../src/domain/pieces.ts';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { CHECKED, PROHIBITED, UNDETERMINED } from './fixtures/site.ts';

it('shows fixtures that are reports', () => {
  for (const report of [CHECKED, UNDETERMINED, PROHIBITED]) {
    expect(checkReportSchema.safeParse(report).error?.issues ?? []).toEqual([]);
  }
});

describe('what was looked at', () => {
  const redLine = (change: object): CheckReport => ({
    ...CHECKED,
    lines: CHECKED.lines.map((line) =>
      line.kind === 'ecological-red-line' ? { ...line, ...change } : line,
    ),
  });

  it('counts a line as looked at only when all of it was', () => {
    expect(uncheckedLines(CHECKED)).toEqual([]);
    expect(uncheckedLines(UNDETERMINED).map(({ kind }) => kind)).toEqual([
      'ecological-red-line',
      'urban-green-line',
    ]);
    for (const change of [
      { state: 'failed' },
      { state: 'not-loaded' },
      { state: 'not-covered' },
      { coverageShare: 0.999999 },
    ]) {
      const report = redLine(change);
      expect(wasWhollyLookedAt(report, lineOf(report, 'ecological-red-line')!)).toBe(false);
    }
  });

  it('believes the finding even where the line itself claims full coverage', () => {
    const report: CheckReport = {
      ...CHECKED,
      findings: [
        ...CHECKED.findings,
        { ...CHECKED.findings[0]!, rule: 'NOT-COVERED', line: 'ecological-red-line' },
      ],
    };
    expect(wasWhollyLookedAt(report, lineOf(report, 'ecological-red-line')!)).toBe(false);
  });

  it('withholds the headline of an incomplete report unless the worst was found', () => {
    expect(isHeadlineWithheld(CHECKED)).toBe(false);
    expect(isHeadlineWithheld(UNDETERMINED)).toBe(true);
    expect(isHeadlineWithheld({ ...UNDETERMINED, verdict: 'manual-review' })).toBe(true);
    expect(isHeadlineWithheld({ ...UNDETERMINED, verdict: 'not-admitted' })).toBe(false);
    expect(isHeadlineWithheld(PROHIBITED)).toBe(false);
    // A report that calls itself complete is not believed while a line has a gap.
    expect(isHeadlineWithheld({ ...UNDETERMINED, complete: true, verdict: 'clear' })).toBe(true);
  });
});

describe('pieces', () => {
  it('numbers them by kind, as map and report do, without the urban boundary', () => {
    expect(numberedPieces(CHECKED).map(({ number, id }) => [number, id])).toEqual([
      [1, 'permanent-basic-farmland:0'],
      [2, 'permanent-basic-farmland:1'],
      [3, 'permanent-basic-farmland:2'],
      [4, 'cultivated-land:0'],
      [5, 'ecological-red-line:0'],
      [6, 'ecological-red-line:1'],
    ]);
  });

  it('keeps what is under the threshold in its own ledger', () => {
    const report: CheckReport = {
      ...CHECKED,
      layers: CHECKED.layers.map((layer) =>
        layer.kind === 'cultivated-land'
          ? { ...layer, overlaps: layer.overlaps.map((one) => ({ ...one, belowThreshold: true })) }
          : layer,
      ),
    };
    expect(numberedPieces(report)).toHaveLength(5);
    expect(minorPieces(report).map(({ id }) => id)).toEqual(['cultivated-land:0']);
  });

  it('sorts what has no value last, whichever way', () => {
    const byNet = (down: boolean) =>
      sortPieces(numberedPieces(CHECKED), 'net', down).map(({ number }) => number);
    expect(byNet(false)).toEqual([3, 2, 1, 4, 5, 6]);
    expect(byNet(true)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('copies whole codes and plain digits', () => {
    const [, row] = tableText(numberedPieces(CHECKED), 'zh').split('\n');
    expect(row).toBe(
      '1\t永久基本农田\t6403032101000412\t水浇地\t1\t0.4100\t6.15\t0.3834\t55.87\t49.9',
    );
  });
});

describe('urban zones', () => {
  const urban = lineOf(CHECKED, 'urban-development-boundary')!;

  it('add up to the site and to 100 %', () => {
    const rows = levelledZones(urban, CHECKED.project.areaM2);
    expect(rows.map(({ hectares }) => hectares)).toEqual([5.102, 1.112, 5.1835]);
    // 44.764… + 9.756… + 45.479…: floors 44.76 + 9.75 + 45.47 leave 0.02, to the two largest remainders
    expect(rows.map(({ share }) => share)).toEqual([44.76, 9.76, 45.48]);
  });

  it('are across only when both sides exceed the tolerance', () => {
    expect(isAcross(urban, 1)).toBe(true);
    const shave = urban.zones.map((zone) =>
      zone.id === 'outside' ? { ...zone, areaM2: 0.3 } : zone,
    );
    expect(isAcross({ ...urban, zones: shave }, 1)).toBe(false);
  });
});

it('asks each open question once, and names the rule pack by its document', () => {
  expect(openQuestions(CHECKED)).toEqual(['pbfMajorBasis']);
  expect(packNumber(CHECKED)).toBe('宁党办〔2023〕63号');
});
