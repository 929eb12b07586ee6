import { LAYER_STATE_WORDS, wasLookedAt } from '../domain/layer-state.ts';
import { isUnchecked, lineChipOf } from '../domain/line-chip.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { severity, VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import type { Language, Text } from '../text/text.ts';
import { REPORT_WORDS } from '../text/words/report.ts';

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

/**
 * What stands at the head of the report: 禁止 stands even when incomplete, nothing milder does. A line
 * with a gap makes the report incomplete whatever it says of itself.
 */
export function headline(report: CheckReport, lang: Language): Chip {
  const stands = severity(report.verdict) < severity('undetermined');
  const whole = report.complete && !report.lines.some(isUnchecked);
  if (whole || stands) return verdictChip(report.verdict, lang);
  const words: Text = REPORT_WORDS.notFullyChecked;
  return {
    verdict: 'undetermined',
    shape: VERDICT_SHAPES.undetermined,
    word: words[lang],
  };
}
