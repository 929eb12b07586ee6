import { describe, expect, it } from 'vitest';
import { isApproximate, lineChipOf } from '../../src/domain/line-chip.ts';
import type { Finding, ReportLine } from '../../src/domain/report.ts';

/** A line that was looked at everywhere and met nothing. */
const line = (rest: Partial<ReportLine> = {}): ReportLine => ({
  kind: 'urban-green-line',
  title: { zh: '城市绿线', en: 'Urban green line' },
  required: false,
  state: 'clear',
  reason: null,
  coverageShare: 1,
  areaM2: 0,
  shareOfProject: 0,
  hits: 0,
  nearestM: 12.4,
  nearestBeyondM: null,
  verdict: 'clear',
  zones: [],
  stability: null,
  ...rest,
});

const finding = (rest: Partial<Finding>): Finding => ({
  rule: 'POSITION',
  line: null,
  zone: null,
  parcels: [],
  verdict: 'undetermined',
  areaM2: null,
  text: { zh: '', en: '' },
  duties: [],
  procedure: [],
  attachments: [],
  missing: [],
  path: [],
  citations: [],
  ...rest,
});

const whole = { findings: [], complete: true };

describe('the word a line carries', () => {
  it('is clear only where all was looked at and nothing met', () => {
    expect(lineChipOf(line(), whole)).toEqual({ verdict: 'clear' });
  });

  it.each(['below-threshold', 'touch'] as const)(
    'names %s instead of calling it clear',
    (state) => {
      expect(lineChipOf(line({ state }), whole)).toEqual({ state });
      expect(lineChipOf(line({ state, verdict: 'manual-review' }), whole)).toEqual({
        verdict: 'manual-review',
      });
    },
  );

  it.each(['not-covered', 'not-loaded', 'failed'] as const)('is not checked when %s', (state) => {
    expect(lineChipOf(line({ state }), whole)).toEqual({ verdict: 'undetermined' });
  });

  it('is not checked where a part is open, unless something worse was found', () => {
    const part = line({ state: 'overlap', coverageShare: 0.5, verdict: 'exempt' });
    expect(lineChipOf(part, whole)).toEqual({ verdict: 'undetermined' });
    const touch = line({ state: 'touch', coverageShare: 0.5 });
    expect(lineChipOf(touch, whole)).toEqual({ verdict: 'undetermined' });
    const worse = { ...part, verdict: 'prohibited' as const };
    expect(lineChipOf(worse, whole)).toEqual({ verdict: 'prohibited' });
  });

  it('listens to findings where the line forgot its own gap', () => {
    const findings = [finding({ rule: 'FAILED', line: 'urban-green-line' })];
    const report = { findings, complete: false };
    expect(lineChipOf(line(), report)).toEqual({ verdict: 'undetermined' });
    expect(lineChipOf(line({ kind: 'urban-blue-line' }), report)).toEqual({ verdict: 'clear' });
  });

  it('is not checked anywhere when the position is approximate', () => {
    const report = { findings: [finding({})], complete: false };
    expect(isApproximate(report)).toBe(true);
    for (const verdict of ['clear', 'exempt', 'prohibited'] as const) {
      expect(lineChipOf(line({ verdict, state: 'overlap' }), report)).toEqual({
        verdict: 'undetermined',
      });
    }
    expect(lineChipOf(line({ state: 'touch' }), report)).toEqual({ verdict: 'undetermined' });
  });
});
