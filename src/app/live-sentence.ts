import { CHIP_WORDS, HEADLINE_WORDS, headlineChip, lineChip } from '../components/chip-name.ts';
import { hectares } from '../components/figures.ts';
import {
  isAcross,
  isHeadlineWithheld,
  lineOf,
  MAIN_LINES,
  wasWhollyLookedAt,
} from '../components/report-reading.ts';
import { KINDS } from '../domain/kinds.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';

/** What a screen reader says when a check is complete: one sentence. */
export function liveSentence(report: CheckReport, language: Language): string {
  const verdict = isHeadlineWithheld(report)
    ? say('verdict.incomplete', language)
    : HEADLINE_WORDS[headlineChip(report)][language];
  const lines = MAIN_LINES.flatMap((kind) => {
    const name = KINDS[kind].short[language];
    const line = lineOf(report, kind);
    const chip = line && lineChip(line, report);
    if (!line || !wasWhollyLookedAt(report, line) || chip === 'undetermined')
      return [say('live.line.gap', language, { name })];
    if (chip === 'below-threshold' || chip === 'touch')
      return [say('live.line.near', language, { name, word: CHIP_WORDS[chip][language] })];
    if (kind === 'urban-development-boundary') {
      const across = isAcross(line, report.parameters.thresholdM2);
      return across ? [say('live.line.across', language, { name })] : [];
    }
    if (line.state !== 'overlap') return [];
    return [say('live.line', language, { name, ha: hectares(line.areaM2) })];
  });
  const joined = lines.join(language === 'zh' ? '，' : '; ');
  return say('live.done', language, {
    verdict,
    lines: joined ? `${joined}${language === 'zh' ? '。' : '.'}` : '',
  });
}
