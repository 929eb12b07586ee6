import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import { formatHectares, formatMu, formatPercent } from '../text/numbers.ts';
import type { Language } from '../text/text.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../text/words/report.ts';
import { chipText, headline, lineChip } from './chip.ts';
import { completeness, time } from './html/first-page.ts';
import { claimWord } from './html/requirements-section.ts';
import { visible } from './markup.ts';
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
    '',
    `${w.overall[lang]}: ${chipText(headline(report, lang))}`,
    completeness(report)[lang],
    '',
    ...lineRows(report, lang),
    ...unchecked(report, lang),
    ...findings(report, lang),
    '',
    w.statement[lang],
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function lineRows(report: CheckReport, lang: Language): string[] {
  const head = [
    TABLE_WORDS.line,
    TABLE_WORDS.ha,
    TABLE_WORDS.mu,
    TABLE_WORDS.percent,
    TABLE_WORDS.conclusion,
  ].map((word) => word[lang]);
  const rows = report.lines.flatMap((line) => {
    const looked = wasLookedAt(line.state);
    const numbers = looked
      ? [formatHectares(line.areaM2), formatMu(line.areaM2), formatPercent(line.shareOfProject)]
      : ['', '', ''];
    const zones = looked
      ? line.zones.map((zone) => [
          `  ${zone.title[lang]}`,
          formatHectares(zone.areaM2),
          formatMu(zone.areaM2),
          formatPercent(zone.areaM2 / (report.project.areaM2 || 1)),
          '',
        ])
      : [];
    return [[line.title[lang], ...numbers, chipText(lineChip(line, lang))], ...zones];
  });
  return alignColumns([head, ...rows], ['left', 'right', 'right', 'right', 'left']);
}

function unchecked(report: CheckReport, lang: Language): string[] {
  const items = uncheckedItems(report).map(({ sentence, reason }) => {
    const why = reason === null ? '' : ` (${reason[lang]})`;
    return `  ◌ ${sentence[lang]}${why}`;
  });
  return items.length === 0 ? [] : ['', `${REPORT_WORDS.conclusionNotChecked[lang]}`, ...items];
}

function findings(report: CheckReport, lang: Language): string[] {
  return report.findings.flatMap(({ rule, verdict, text, citations, missing }) => {
    if (verdict === null || verdict === 'undetermined') return [];
    const clause = citations.map(
      ({ document, number, section }) =>
        `    《${document}》${[number, section].filter((part) => part !== null).join(' ')}`,
    );
    const open = missing.map((field) => claimWord(field, lang)).join(lang === 'zh' ? '、' : ', ');
    const asks = open === '' ? [] : [`    ${REPORT_WORDS.openQuestions[lang]}: ${open}`];
    return ['', `${rule}  ${text[lang]}`, ...clause, ...asks];
  });
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

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Terminal cells: wide East Asian characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
