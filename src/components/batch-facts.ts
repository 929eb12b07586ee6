import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import type { RowFacts } from './batch-rows.ts';
import { headlineChip, lineChip } from './chip-name.ts';
import { openQuestions } from './report-reading.ts';

/** What a row of a batch keeps of a report beside its summary line. */
export function factsOf(report: CheckReport): RowFacts {
  return {
    headline: headlineChip(report),
    lines: report.lines.map((line) => ({
      kind: line.kind,
      chip: lineChip(line, report),
      areaM2: wasLookedAt(line.state) ? line.areaM2 : null,
      share: line.shareOfProject,
      coverage: line.coverageShare,
    })),
    open: openQuestions(report).length,
  };
}
