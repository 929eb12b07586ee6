import { wasLookedAt } from '../domain/layer-state.ts';
import { isApproximate } from '../domain/line-chip.ts';
import { overridesOf } from '../domain/overrides.ts';
import type { CheckReport, Finding, ReportLine } from '../domain/report.ts';
import { formatHectares, formatMetres, formatMu } from '../text/numbers.ts';
import { inBrackets } from '../text/punctuation.ts';
import type { Language } from '../text/text.ts';
import { REDACTION_WORDS } from '../text/words/redaction.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../text/words/report.ts';
import { chipText, headline, lineChip } from './chip.ts';
import { completeness } from './content/first-page.ts';
import { claimWord } from './content/requirements-section.ts';
import { displayWidth } from './display-width.ts';
import { visibleLine } from './markup.ts';
import { opinionSentence, time } from './opinion.ts';
import { levelAreas, type PrintedArea } from './tables/levelled-areas.ts';
import { cellText } from './tables/table.ts';
import { uncheckedItems } from './unchecked.ts';

/**
 * The report as lines of text for a terminal: verdict, one row a line of control, what was not checked,
 * findings with their clause, statement. Columns are aligned by the width of CJK characters; control
 * characters from files are shown, never obeyed.
 */
export function terminalSummary(report: CheckReport, lang: Language): string {
  const w = REPORT_WORDS;
  const unit = lang === 'zh' ? ['公顷', '亩'] : ['ha', 'mu'];
  const { project } = report;
  const lines = [
    `${project.name}  ${report.number}`,
    `${time(report.createdAt)}  ${project.source.file}  EPSG:${project.crs.epsg}`,
    `${formatHectares(project.areaM2)} ${unit[0]}  ${formatMu(project.areaM2)} ${unit[1]}  (${w.ellipsoidArea[lang]})`,
    ...(report.catalog.synthetic ? [w.synthetic[lang]] : []),
    ...(project.crs.shift === null ? [] : [w.internetMap[lang]]),
    ...(report.redaction ? [REDACTION_WORDS.mark[lang]] : []),
    '',
    `${w.overall[lang]}: ${chipText(headline(report, lang))}`,
    completeness(report)[lang],
    '',
    ...lineRows(report, lang),
    ...unchecked(report, lang),
    ...findings(report, lang),
    ...notes(report, lang),
    '',
    w.statement[lang],
  ];
  return `${lines.map(visibleLine).join('\n')}\n`;
}

function lineRows(report: CheckReport, lang: Language): string[] {
  const w = TABLE_WORDS;
  const head = [w.line, w.ha, w.mu, w.percent, w.nearest, w.conclusion].map((word) => word[lang]);
  const siteM2 = report.project.areaM2;
  const rows = report.lines.flatMap((line) => {
    const looked = wasLookedAt(line.state);
    const whole = levelAreas([], line.areaM2, siteM2).total;
    const near =
      line.nearestM === null || line.nearestM === 0 || isApproximate(report)
        ? ''
        : formatMetres(line.nearestM);
    const chip = chipText(lineChip(line, report, lang));
    const row = [line.title[lang], ...(looked ? printed(whole) : ['', '', '']), near, chip];
    return looked ? [row, ...zoneRows(line, siteM2, lang)] : [row];
  });
  return alignColumns([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'left']);
}

/** Zones of a line, levelled to it; those of the urban boundary to the site. */
function zoneRows(line: ReportLine, siteM2: number, lang: Language): string[][] {
  const partsM2 = line.zones.map((zone) => zone.areaM2);
  const totalM2 = line.kind === 'urban-development-boundary' ? siteM2 : line.areaM2;
  const { parts } = levelAreas(partsM2, totalM2, siteM2);
  return line.zones.map((zone, i) => [`  ${zone.title[lang]}`, ...printed(parts[i]!), '', '']);
}

const printed = ({ ha, mu, percent }: PrintedArea): string[] => [ha, mu, percent].map(cellText);

function notes(report: CheckReport, lang: Language): string[] {
  const told = [...report.project.notes, ...report.notes].map(
    ({ severity, text }) => `  ${NOTE_SIGNS[severity]} ${text[lang]}`,
  );
  return told.length === 0 ? [] : ['', REPORT_WORDS.notes[lang], ...told];
}

const NOTE_SIGNS = { info: 'i', warning: '!', error: '×' } as const;

function unchecked(report: CheckReport, lang: Language): string[] {
  const items = uncheckedItems(report).map(({ sentence, reason }) => {
    const why = reason === null ? '' : ` (${reason[lang]})`;
    return `  ◌ ${sentence[lang]}${why}`;
  });
  return items.length === 0 ? [] : ['', `${REPORT_WORDS.conclusionNotChecked[lang]}`, ...items];
}

function findings(report: CheckReport, lang: Language): string[] {
  return report.findings.flatMap((finding) => {
    const { rule, verdict, text, citations, missing } = finding;
    const opinions = overridesOf(report, finding).map(
      (one) => `    ${opinionSentence(one, finding.verdict)[lang]}`,
    );
    if (verdict === null || verdict === 'undetermined')
      return opinions.length === 0 ? [] : ['', `${rule}  ${text[lang]}`, ...opinions];
    const clause = citations.map(
      ({ document, number, section }) =>
        `    《${document}》${[number, section].filter((part) => part !== null).join(' ')}`,
    );
    const open = missing.map((field) => claimWord(field, lang)).join(lang === 'zh' ? '、' : ', ');
    const asks = open === '' ? [] : [`    ${REPORT_WORDS.openQuestions[lang]}: ${open}`];
    return ['', `${rule}  ${text[lang]}`, ...opinions, ...clause, ...asks, ...way(finding, lang)];
  });
}

/** Steps with who takes them, and the papers of each. */
function way({ procedure, attachments }: Finding, lang: Language): string[] {
  const steps = procedure.map(
    ({ step, act, by }) => `    ${step}. ${act[lang]}${by === null ? '' : ` — ${by[lang]}`}`,
  );
  const papers = attachments.map(
    ({ document, at }) => `    □ ${document[lang]}${inBrackets(at[lang], lang)}`,
  );
  return [...steps, ...papers];
}

/** Rows of cells to lines with columns of equal width, two spaces between. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  aligns: readonly ('left' | 'right')[],
): string[] {
  const widths = aligns.map((_, column) =>
    rows.reduce((width, cells) => Math.max(width, displayWidth(cells[column] ?? '')), 0),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const pad = ' '.repeat(widths[column]! - displayWidth(cell));
        return aligns[column] === 'right' ? pad + cell : cell + pad;
      })
      .join('  ')
      .trimEnd(),
  );
}
