import { describe, expect, it } from 'vitest';
import { liveSentence } from '../../src/app/live-sentence.ts';
import { HEADLINE_WORDS, headlineChip, lineChip } from '../../src/components/chip-name.ts';
import { pageOne } from '../../src/components/report-panel.ts';
import { checkReportSchema } from '../../src/domain/report.ts';
import { ALL_CLEAR, APPROXIMATE, BORDERING } from './fixtures/bordering.ts';
import { CHECKED, PROHIBITED, UNDETERMINED } from './fixtures/site.ts';

it('shows fixtures that are reports', () => {
  for (const report of [BORDERING, ALL_CLEAR, APPROXIMATE]) {
    expect(checkReportSchema.safeParse(report).error?.issues ?? []).toEqual([]);
  }
});

describe('the headline', () => {
  it('is clear only where every line is', () => {
    expect(headlineChip(ALL_CLEAR)).toBe('clear');
    expect(headlineChip(BORDERING)).toBe('below-threshold');
    const touching = BORDERING.lines.map((line) =>
      line.state === 'below-threshold' ? { ...line, state: 'clear' as const } : line,
    );
    expect(headlineChip({ ...BORDERING, lines: touching })).toBe('touch');
  });

  it('is withheld where the position is not certain, whatever the lines say', () => {
    expect(headlineChip(APPROXIMATE)).toBe('undetermined');
    expect(new Set(APPROXIMATE.lines.map((line) => lineChip(line, APPROXIMATE)))).toEqual(
      new Set(['undetermined']),
    );
  });

  it('stays the worst verdict that was found', () => {
    expect([CHECKED, UNDETERMINED, PROHIBITED].map(headlineChip)).toEqual([
      'manual-review',
      'undetermined',
      'prohibited',
    ]);
  });

  it('says nowhere 不涉及 of a border that was met', () => {
    expect(HEADLINE_WORDS[headlineChip(BORDERING)].zh).toBe('低于容差，须复核界线');
    const [first] = pageOne(BORDERING);
    expect(first).toMatchObject({
      severity: 'warning',
      text: { zh: expect.stringContaining('容差') },
    });
    expect(liveSentence(BORDERING, 'zh')).toBe(
      '核查完成：低于容差，须复核界线。永久基本农田低于容差，生态保护红线相接。',
    );
  });
});
