import { isUnchecked } from '../domain/line-chip.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Text } from '../text/text.ts';
import { SENTENCES } from '../text/words/report.ts';
import { gapSentence } from './line-sentences.ts';

export interface Unchecked {
  readonly title: Text;
  readonly sentence: Text;
  readonly reason: Text | null;
}

/**
 * Everything that keeps the report from being complete: lines with a gap, an approximate position.
 * Read from lines *and* findings, so that neither can hide what the other says.
 */
export function uncheckedItems(report: CheckReport): readonly Unchecked[] {
  const items: Unchecked[] = [];
  const told = new Set<string>();
  for (const line of report.lines) {
    if (!isUnchecked(line)) continue;
    const finding = report.findings.find(
      (one) => one.line === line.kind && one.verdict === 'undetermined',
    );
    const sentence = gapSentence(report, line) ?? finding?.text;
    if (sentence === undefined) continue;
    told.add(line.kind);
    items.push({ title: line.title, sentence, reason: line.reason });
  }
  for (const finding of report.findings) {
    if (finding.verdict !== 'undetermined') continue;
    if (finding.line !== null && told.has(finding.line)) continue;
    const position = finding.rule === 'POSITION';
    const title = { zh: finding.rule, en: finding.rule };
    items.push({
      title,
      sentence: position ? SENTENCES.positionUncertain : finding.text,
      reason: position ? finding.text : null,
    });
  }
  return items;
}
