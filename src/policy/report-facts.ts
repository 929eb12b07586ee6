import type { Facts, LineFacts, Reason } from '../domain/facts.ts';
import { isControlKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport, Finding, ReportLine } from '../domain/report.ts';
import type { Text } from '../text/text.ts';

/**
 * The facts a report was judged by, read back from it, so that what follows from other answers can be
 * said without measuring anew. Areas are as printed; the threshold is applied as the check applies it,
 * never more than half the site.
 */
export function factsOfReport(report: CheckReport): Facts {
  const siteAreaM2 = report.project.areaM2;
  const thresholdM2 = Math.min(report.parameters.thresholdM2, siteAreaM2 / 2);
  return {
    siteAreaM2,
    lines: report.lines
      .filter(({ kind }) => isControlKind(kind))
      .map((line) => lineFacts(line, report, thresholdM2)),
    crosses: report.crosses.map(({ op, of, areaM2, known }) => {
      const parcels: string[] = [];
      return { op, of, areaM2, aboveThreshold: areaM2 > thresholdM2, known, parcels };
    }),
    position: report.project.crs.shift === null ? 'surveyed' : 'internet-map',
    contradictions: report.findings.flatMap((finding) =>
      isOfEngines(finding)
        ? [{ kind: finding.line!, parcels: finding.parcels, params: { rule: finding.rule } }]
        : [],
    ),
  };
}

/** The words of a reason that came out of a report. */
export function wordsAsReported({ params }: Reason): Text | null {
  const { zh, en } = params;
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** Answers that contradict each other name an area; two engines that do name none. */
function isOfEngines({ rule, line, areaM2 }: Finding): boolean {
  return rule === 'CONTRADICTION' && line !== null && areaM2 === null;
}

function lineFacts(line: ReportLine, report: CheckReport, thresholdM2: number): LineFacts {
  const gap = (rule: string) =>
    report.findings.find((finding) => finding.rule === rule && finding.line === line.kind);
  const looked = wasLookedAt(line.state);
  const reason: Reason | null = line.reason && {
    code: 'as-reported',
    params: { zh: line.reason.zh, en: line.reason.en },
  };
  const failed = gap('FAILED');
  const uncovered = (gap('NOT-COVERED') ?? failed)?.areaM2 ?? 0;
  return {
    kind: line.kind,
    state: line.state,
    reason,
    failures: looked && failed ? [reason ?? { code: 'as-reported', params: {} }] : [],
    coverageShare: line.coverageShare,
    uncoveredM2: looked ? uncovered : report.project.areaM2,
    areaM2: line.areaM2,
    aboveThreshold: line.state === 'overlap',
    hits: line.hits,
    nearestM: line.nearestM,
    nearestBeyondM: line.nearestBeyondM,
    parcels: parcelsOn(line, report),
    zones: line.zones.map(({ id, areaM2, hits, parcels }) => {
      return { zone: id, areaM2, aboveThreshold: areaM2 > thresholdM2, hits, parcels };
    }),
  };
}

function parcelsOn({ kind }: ReportLine, { layers }: CheckReport): string[] {
  const overlaps = layers.filter((layer) => layer.kind === kind).flatMap((one) => one.overlaps);
  return [...new Set(overlaps.map(({ parcel }) => parcel))];
}
