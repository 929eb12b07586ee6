import { wasLookedAt } from './layer-state.ts';
import type { CheckReport, ReportLine } from './report.ts';
import { severity, type Verdict } from './verdict.ts';

/** The word a line carries: a verdict's, or that of a spatial fact which no rule speaks about. */
export type LineChip =
  | { readonly verdict: Verdict }
  | { readonly state: 'below-threshold' | 'touch' };

/** Are the coordinates only approximate (internet map)? Then no line can be called clear or occupied. */
export function isApproximate({ findings }: Pick<CheckReport, 'findings'>): boolean {
  return findings.some((finding) => finding.rule === 'POSITION');
}

/** Was anything of the line left unchecked, whatever its verdict says? */
export function isUnchecked(line: ReportLine): boolean {
  return !wasLookedAt(line.state) || line.coverageShare < 1 || line.verdict === 'undetermined';
}

/**
 * The one decision behind every chip of a line, in print, on the terminal and on screen.
 * `clear` comes back only for a line that was looked at everywhere, of which no finding says otherwise
 * and which met nothing: a gap is `undetermined` unless something worse was found, a sliver and a touch
 * are named as such. An approximate position leaves every line `undetermined`.
 */
export function lineChipOf(
  line: ReportLine,
  report: Pick<CheckReport, 'findings' | 'complete'>,
): LineChip {
  if (isApproximate(report) || !wasLookedAt(line.state)) return { verdict: 'undetermined' };
  const open =
    isUnchecked(line) ||
    report.findings.some((one) => one.line === line.kind && one.verdict === 'undetermined');
  if (open && severity(line.verdict) > severity('undetermined')) return { verdict: 'undetermined' };
  const { state } = line;
  if (line.verdict === 'clear' && (state === 'below-threshold' || state === 'touch')) {
    return { state };
  }
  return { verdict: line.verdict };
}
