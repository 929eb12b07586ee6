import { LAYER_STATE_WORDS } from '../domain/layer-state.ts';
import { type LineChip, lineChipOf } from '../domain/line-chip.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import { VERDICT_WORDS, VERDICTS, type Verdict } from '../domain/verdict.ts';
import type { Text } from '../text/text.ts';
import { UI_WORDS } from '../text/words/ui.ts';
import { isHeadlineWithheld } from './report-reading.ts';

/** What a chip says: a verdict, or what was met at a border that no rule speaks about. */
export type ChipName = Verdict | Extract<LineChip, { state: string }>['state'];

export const CHIP_WORDS = {
  ...VERDICT_WORDS,
  'below-threshold': LAYER_STATE_WORDS['below-threshold'],
  touch: LAYER_STATE_WORDS.touch,
} as const satisfies Record<ChipName, Text>;

/** The same over the whole report. */
export const HEADLINE_WORDS = {
  ...VERDICT_WORDS,
  'below-threshold': UI_WORDS['headline.below-threshold'],
  touch: UI_WORDS['headline.touch'],
} as const satisfies Record<ChipName, Text>;

/** Worst first; `clear` is what is left when nothing else is to say. */
const ORDER: readonly ChipName[] = [
  ...VERDICTS.filter((verdict) => verdict !== 'clear'),
  'below-threshold',
  'touch',
];

export function lineChip(line: ReportLine, report: CheckReport): ChipName {
  const chip = lineChipOf(line, report);
  return 'state' in chip ? chip.state : chip.verdict;
}

/** Clear only where every line is: a sliver or a touch is no conflict, and not nothing either. */
export function headlineChip(report: CheckReport): ChipName {
  if (isHeadlineWithheld(report)) return 'undetermined';
  if (report.verdict !== 'clear') return report.verdict;
  const chips = report.lines.map((line) => lineChip(line, report));
  return ORDER.find((name) => chips.includes(name)) ?? 'clear';
}
