import { overridesOf } from '../domain/overrides.ts';
import type { CheckReport, Citation, Finding } from '../domain/report.ts';
import type { LoadedPack } from '../job/run-check.ts';
import type { DecisionPath } from '../policy/decision-path.ts';
import { explainReport } from '../policy/explain-report.ts';
import { verdictChip } from '../report/chip.ts';
import { visible } from '../report/markup.ts';
import { opinionSentence } from '../report/opinion.ts';
import type { Language } from '../text/text.ts';
import { DECISION_SAID } from '../text/words/decision.ts';
import { REPORT_WORDS } from '../text/words/report.ts';

/**
 * The way behind each finding of a report: what people hold, the recorded steps, the questions with the
 * roads not taken, what several answers together would lead to, the quoted clauses, and hints. Nothing is
 * worked out with a pack that is not the one of the check, letter by letter; null: there is none.
 */
export function explanationText(
  report: CheckReport,
  loaded: LoadedPack | null,
  lang: Language,
): string {
  const same = loaded !== null && report.policies.some(({ sha256 }) => sha256 === loaded.sha256);
  const { agrees, paths } = same
    ? explainReport(report, loaded.pack)
    : { agrees: false, paths: [] as readonly DecisionPath[] };
  const warning = same ? (agrees ? null : DECISION_SAID.disagrees) : DECISION_SAID.otherPack;
  const lines = [
    `${report.project.name}  ${report.number}`,
    ...(warning ? [`! ${warning[lang]}`] : []),
    ...report.findings.flatMap((finding) => [
      '',
      ...findingLines(finding, report, pathOf(finding, paths), lang),
    ]),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function pathOf(finding: Finding, paths: readonly DecisionPath[]): DecisionPath | undefined {
  return paths.find(
    ({ rule, line, zone }) =>
      rule === finding.rule && line === finding.line && zone === finding.zone,
  );
}

function findingLines(
  finding: Finding,
  report: CheckReport,
  path: DecisionPath | undefined,
  lang: Language,
): string[] {
  const { rule, verdict, text, citations, hints = [] } = finding;
  const word = verdict === null ? REPORT_WORDS.duties[lang] : verdictChip(verdict, lang).word;
  const opinions = overridesOf(report, finding).map((one) => opinionSentence(one, verdict)[lang]);
  return [
    ...opinions,
    `${rule}  ${word}  ${text[lang]}`,
    ...indent(path ? steps(path, lang) : finding.path),
    ...indent(path ? changes(path, lang) : []),
    ...indent(citations.flatMap(clause)),
    ...indent(
      headed(
        DECISION_SAID.hints[lang],
        hints.map((hint) => hint.text[lang]),
      ),
    ),
  ];
}

/** Facts and answers one a line, each with where another answer alone would lead. */
function steps({ steps, rule, verdict, title }: DecisionPath, lang: Language): string[] {
  const boxes = steps.flatMap((step) => [
    `${step.title[lang]}  ${step.said[lang]}`,
    ...step.branches.map(({ label, leadsTo }) => `  ┄ ${label[lang]} → ${leadsTo[lang]}`),
  ]);
  return [...boxes, `→ ${rule} ${title[lang]}  ${verdictChip(verdict, lang).word}`];
}

function changes({ roads }: DecisionPath, lang: Language): string[] {
  return headed(
    DECISION_SAID.change[lang],
    roads.map(({ text }) => text[lang]),
  );
}

function clause({ document, number, section, quote }: Citation): string[] {
  const place = [`《${document}》`, number, section].filter((part) => part !== null).join(' ');
  return [place, `“${quote}”`];
}

function headed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  · ${item}`)];
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
