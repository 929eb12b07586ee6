import { HEADLINE_WORDS, headlineChip } from '../../components/chip-name.ts';
import type { ComparisonView, ReportHead } from '../../components/comparison-view.ts';
import { isComplete, latestEdition } from '../../components/report-reading.ts';
import type { CheckReport } from '../../domain/report.ts';
import { digestOf } from '../../job/digest.ts';
import { DIFFERENCE_GROUPS, wordedDifferences } from '../../report/difference-words.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Text } from '../../text/text.ts';
import { say, type UiWord, type WordParams, wordOf } from '../../text/words/ui.ts';
import '../../text/words/later.ts';

/** A report with the file it came in; null: the one on screen. */
export interface NamedReport {
  readonly file: string | null;
  readonly report: CheckReport;
}

/** Two reports of one project: what differs, and whether that can be called the same. */
export function compareReports(was: NamedReport, is: NamedReport): ComparisonView {
  const found = wordedDifferences(was.report, is.report);
  const causes = found.filter(({ cause }) => cause).length;
  const groups = DIFFERENCE_GROUPS.flatMap((group) => {
    const rows = found.filter((one) => one.group === group);
    return rows.length === 0 ? [] : [{ title: wordOf(`compare.group.${group}`), rows }];
  });
  return {
    was: headOf(was),
    is: headOf(is),
    said: outcome(was.report, is.report, causes, found.length - causes),
    warnings: [
      ...differentProject(was, is),
      ...tampered(was),
      ...tampered(is),
      ...noShapes(was, is),
    ],
    groups,
    canRecheck: canRecheck(was.report),
  };
}

/** One report, with what can be done with it. */
export function oneReport(one: NamedReport): ComparisonView {
  return {
    was: headOf(one),
    is: null,
    said: wordOf('compare.one.lead'),
    warnings: tampered(one),
    groups: [],
    canRecheck: canRecheck(one.report),
  };
}

/** The earlier of two comes first; the one on screen is the later. */
export function inOrder(a: NamedReport, b: NamedReport): readonly [NamedReport, NamedReport] {
  if (a.file === null) return [b, a];
  if (b.file === null) return [a, b];
  return a.report.createdAt <= b.report.createdAt ? [a, b] : [b, a];
}

/** Same source and number: reports of one project. */
export function isSameProject(a: CheckReport, b: CheckReport): boolean {
  return a.project.source.sha256 === b.project.source.sha256 && a.project.id === b.project.id;
}

/** "The same" is said only where both looked everywhere. */
function outcome(was: CheckReport, is: CheckReport, causes: number, results: number): Text {
  const complete = isComplete(was) && isComplete(is);
  const [before, after] = [headlineChip(was), headlineChip(is)];
  if (before !== after) {
    return worded('compare.verdict.changed', (lang) => ({
      was: HEADLINE_WORDS[before][lang],
      is: HEADLINE_WORDS[after][lang],
    }));
  }
  if (results > 0) return worded('compare.results.differ', () => ({ n: results }));
  if (causes > 0) {
    const word = complete ? 'compare.results.same' : 'compare.results.same.incomplete';
    return worded(word, () => ({ n: causes }));
  }
  return wordOf(complete ? 'compare.same' : 'compare.same.incomplete');
}

function headOf({ file, report }: NamedReport): ReportHead {
  return {
    file,
    name: report.project.name,
    number: report.number,
    createdAt: report.createdAt,
    chip: headlineChip(report),
    complete: isComplete(report),
    editions: latestEdition(report) ?? NO_VALUE,
  };
}

function differentProject(was: NamedReport, is: NamedReport): Text[] {
  return isSameProject(was.report, is.report) ? [] : [wordOf('compare.other.project')];
}

function tampered({ file, report }: NamedReport): Text[] {
  if (file === null || digestOf(report) === report.digest) return [];
  return [worded('compare.digest', () => ({ file }))];
}

function noShapes(was: NamedReport, is: NamedReport): Text[] {
  const drawn = [was, is].map(
    ({ report }) => !report.redaction && report.parameters.geometry === 'full',
  );
  return drawn[0] === drawn[1] ? [] : [wordOf('compare.redacted')];
}

function canRecheck({ project }: CheckReport): boolean {
  return project.parcels.length > 0 && project.parcels.every(({ geometry }) => geometry !== null);
}

function worded(word: UiWord, params: (lang: 'zh' | 'en') => WordParams): Text {
  return { zh: say(word, 'zh', params('zh')), en: say(word, 'en', params('en')) };
}
