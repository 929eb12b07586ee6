import { kindRank, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport, Finding, ReportLine } from '../domain/report.ts';
import { severity } from '../domain/verdict.ts';
import type { UrbanZone } from '../domain/zones.ts';

/** Reading a report for the screen. Nothing is judged here: verdicts come with the report. */
export const MAIN_LINES = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
] as const satisfies readonly LayerKind[];

const GAP_RULES: readonly string[] = ['NOT-LOADED', 'NOT-COVERED', 'FAILED'];

export function isMainLine(kind: LayerKind): boolean {
  return (MAIN_LINES as readonly LayerKind[]).includes(kind);
}

export function lineOf(report: CheckReport, kind: LayerKind): ReportLine | undefined {
  return report.lines.find((line) => line.kind === kind);
}

/** Lines beside the three, in the fixed order. */
export function companionsOf(report: CheckReport): ReportLine[] {
  return report.lines
    .filter(({ kind }) => !isMainLine(kind))
    .sort((a, b) => kindRank(a.kind) - kindRank(b.kind));
}

/** Findings of a line, worst first, duties last; those about missing layers stand apart. */
export function findingsOf(report: CheckReport, kind: LayerKind | null): Finding[] {
  return report.findings
    .filter((finding) => finding.line === kind && !GAP_RULES.includes(finding.rule))
    .sort((a, b) => rank(a) - rank(b));
}

function rank(finding: Finding): number {
  return finding.verdict === null ? Number.POSITIVE_INFINITY : severity(finding.verdict);
}

/** The finding that says a line, or a part of it, was not looked at. */
export function gapOf(report: CheckReport, kind: LayerKind): Finding | undefined {
  return report.findings.find(
    (finding) => finding.line === kind && GAP_RULES.includes(finding.rule),
  );
}

/** Looked at wherever the site lies. */
export function wasWhollyLookedAt(report: CheckReport, line: ReportLine): boolean {
  return wasLookedAt(line.state) && line.coverageShare === 1 && !gapOf(report, line.kind);
}

/** Lines of which at least a part was not looked at. */
export function uncheckedLines(report: CheckReport): ReportLine[] {
  return report.lines.filter((line) => !wasWhollyLookedAt(report, line));
}

/** The finding of a line whose question stands in its card: the worst that asks anything. */
export function askingFinding(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ verdict, missing }) => verdict !== null && missing.length > 0);
}

/** Questions that are open on findings, each once, in the report's order. */
export function openQuestions(report: CheckReport): string[] {
  return [
    ...new Set(
      report.findings.filter(({ verdict }) => verdict !== null).flatMap(({ missing }) => missing),
    ),
  ];
}

/** Read from the report's own word and from its lines, so that neither can hide what the other says. */
export function isComplete(report: CheckReport): boolean {
  return report.complete && uncheckedLines(report).length === 0;
}

/** An incomplete report has no headline of its own, unless the worst two were found. */
export function isHeadlineWithheld(report: CheckReport): boolean {
  const { verdict } = report;
  return !isComplete(report) && verdict !== 'prohibited' && verdict !== 'not-admitted';
}

/** Document number of the rule pack, "宁党办〔2023〕63号"; its id where the title names none. */
export function packNumber(report: CheckReport): string {
  return report.policies
    .filter(({ role }) => role !== 'hints')
    .map(({ id, title }) => title.zh.match(/[\p{Script=Han}]+〔\d{4}〕\d+号/u)?.[0] ?? id)
    .map((number) => number.replace(/^据/, ''))
    .join('、');
}

/** The latest edition among the layers that took part; null without any. */
export function latestEdition(report: CheckReport): string | null {
  const editions = report.layers.map(({ edition }) => edition).filter(Boolean);
  return editions.sort().at(-1) ?? null;
}

/** Both sides of the boundary are taken, each by more than the tolerance. */
export function isAcross(line: ReportLine, thresholdM2: number): boolean {
  const has = (id: UrbanZone) =>
    (line.zones.find((zone) => zone.id === id)?.areaM2 ?? 0) > thresholdM2;
  const inside = has('concentrated') || has('flexible') || has('special-use') || has('unknown');
  return inside && has('outside');
}
