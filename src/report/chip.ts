import { LAYER_STATE_WORDS, wasLookedAt } from '../domain/layer-state.ts';
import { isApproximate, isUnchecked, type LineChip, lineChipOf } from '../domain/line-chip.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { severity, VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import type { Language } from '../text/text.ts';
import { REPORT_WORDS, SENTENCES } from '../text/words/report.ts';

/** Shape and word of a verdict: readable in grey, on a copy and by those who see no colour. */
export interface Chip {
  readonly verdict: Verdict;
  readonly shape: string;
  readonly word: string;
}

/** One character a verdict, worst first: ⬣ ⬡ ◌ ◆ ▲ △ ■ □ ○. */
export const VERDICT_SHAPES = {
  prohibited: '⬣',
  'not-admitted': '⬡',
  undetermined: '◌',
  'manual-review': '◆',
  conditional: '▲',
  avoid: '△',
  'permit-mode': '■',
  exempt: '□',
  clear: '○',
} as const satisfies Record<Verdict, string>;

export function verdictChip(verdict: Verdict, lang: Language): Chip {
  return { verdict, shape: VERDICT_SHAPES[verdict], word: VERDICT_WORDS[verdict][lang] };
}

export const chipText = (chip: Chip): string => `${chip.shape} ${chip.word}`;

/** The chip of a line; of one that was not looked at it says why. */
export function lineChip(line: ReportLine, report: CheckReport, lang: Language): Chip {
  const chip = lineChipOf(line, report);
  if ('state' in chip) {
    return { verdict: 'clear', shape: '◦', word: LAYER_STATE_WORDS[chip.state][lang] };
  }
  if (wasLookedAt(line.state)) return verdictChip(chip.verdict, lang);
  return { ...verdictChip('undetermined', lang), word: LAYER_STATE_WORDS[line.state][lang] };
}

/** Verdicts under which somebody may go on; a sliver or a touch is said beside them. */
const PERMISSIVE: readonly Verdict[] = ['permit-mode', 'exempt', 'clear'];

/**
 * What stands at the head of the report: 禁止 stands even when incomplete, nothing milder does. A line
 * with a gap and an approximate position make the report incomplete whatever it says of itself. Where a
 * line is touched or below the threshold, 不涉及 gives way to that fact; milder words stand beside it.
 */
export function headline(report: CheckReport, lang: Language): Chip {
  const stands = severity(report.verdict) < severity('undetermined');
  const whole =
    report.complete &&
    !isApproximate(report) &&
    report.lines.every((line) => !isOpen(lineChipOf(line, report)) && !isUnchecked(line));
  if (!whole && !stands) {
    return { ...verdictChip('undetermined', lang), word: REPORT_WORDS.notFullyChecked[lang] };
  }
  const own = verdictChip(report.verdict, lang);
  const marginal = marginalWord(report, lang);
  if (marginal === null || !PERMISSIVE.includes(report.verdict)) return own;
  if (report.verdict === 'clear') return { verdict: 'clear', shape: '◦', word: marginal };
  return { ...own, word: `${own.word}${lang === 'zh' ? '；' : '; '}${marginal}` };
}

const isOpen = (chip: LineChip): boolean => 'verdict' in chip && chip.verdict === 'undetermined';

/** “低于容差、相接，请复核” for the states that lines without a finding are in; null where there is none. */
function marginalWord(report: CheckReport, lang: Language): string | null {
  const states = (['below-threshold', 'touch'] as const).filter((state) =>
    report.lines.some((line) => line.state === state),
  );
  if (states.length === 0) return null;
  const words = states.map((state) => LAYER_STATE_WORDS[state][lang]);
  return SENTENCES.reviewMarginal(words.join(lang === 'zh' ? '、' : ', '))[lang];
}
