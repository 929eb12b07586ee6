import type { CheckReport, Finding, ReportOverride } from './report.ts';

/** Of which finding an override speaks: a rule on a line, or on one zone of it. */
export type Place = Pick<Finding, 'rule' | 'line' | 'zone'>;

export function isOf(override: Place, finding: Place): boolean {
  const { rule, line, zone } = override;
  return rule === finding.rule && line === finding.line && zone === finding.zone;
}

/** What people hold against a finding, the latest first. It stands before the rule's own verdict. */
export function overridesOf(report: CheckReport, finding: Place): ReportOverride[] {
  return report.overrides
    .filter((one) => isOf(one, finding))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** A report with these opinions; verdict, completeness and digest are not touched by them. */
export function withOverrides(
  report: CheckReport,
  overrides: readonly ReportOverride[],
): CheckReport {
  if (overrides.length === 0 && report.overrides.length === 0) return report;
  return { ...report, overrides: [...overrides] };
}

/** Opinions whose finding the report still holds, and those whose finding is gone. */
export function sortOverrides(
  report: Pick<CheckReport, 'findings'>,
  overrides: readonly ReportOverride[],
): { readonly kept: ReportOverride[]; readonly gone: ReportOverride[] } {
  const stands = (one: ReportOverride) => report.findings.some((finding) => isOf(one, finding));
  return { kept: overrides.filter(stands), gone: overrides.filter((one) => !stands(one)) };
}
