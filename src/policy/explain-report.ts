import type { PolicyPack } from '../domain/policy-pack.ts';
import type { CheckReport, Finding } from '../domain/report.ts';
import { type DecisionPath, decisionPath } from './decision-path.ts';
import { readGround } from './ground.ts';
import { judge } from './judge.ts';
import { factsOfReport, wordsAsReported } from './report-facts.ts';
import { whatWouldChange } from './what-would-change.ts';

/**
 * The ways behind the verdicts of a report, in its order, and what other answers would lead to; worked
 * out from the facts the report states. `agrees` is false, and there are no paths, where judging those
 * facts by this pack does not give the findings of the report: then nothing may be said about others.
 */
export interface Explanation {
  readonly agrees: boolean;
  readonly paths: readonly DecisionPath[];
}

export function explainReport(report: CheckReport, pack: PolicyPack): Explanation {
  const facts = factsOfReport(report);
  const { claim } = report.project;
  const again = judge(facts, claim, pack, wordsAsReported);
  if (outcomes(again.findings) !== outcomes(report.findings)) return { agrees: false, paths: [] };
  const from = {
    ground: readGround(facts),
    claim,
    pack,
    changes: whatWouldChange(facts, claim, pack),
  };
  const paths = report.findings.flatMap((finding) => decisionPath(finding, from) ?? []);
  return { agrees: true, paths };
}

function outcomes(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, line, zone, verdict, missing }) =>
      JSON.stringify([rule, line, zone, verdict, missing]),
    )
    .sort()
    .join('\n');
}
