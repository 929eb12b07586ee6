import type { LayerKind } from '../../domain/kinds.ts';
import { wasLookedAt } from '../../domain/layer-state.ts';
import { isApproximate, isUnchecked } from '../../domain/line-chip.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES } from '../../text/words/report.ts';
import { lineSentences } from '../line-sentences.ts';
import { linesTable } from '../tables/lines-table.ts';
import { farmlandTable, OWN_TABLE, otherLinesTable, redLineTable } from '../tables/piece-tables.ts';
import { crossesTable, landUseTable, ledgerTable, urbanTable } from '../tables/site-tables.ts';
import { type Group, heading, type List, section, tableBlock } from './blocks.ts';

/** 四: tables 3 to 10 and one fixed sentence a line. */
export function resultsSection(report: CheckReport, lang: Language): Group {
  const crosses = crossesTable(report, lang);
  const none = (...kinds: LayerKind[]): string => emptySentence(report, kinds, lang);
  const others = report.lines.map((line) => line.kind).filter((kind) => !OWN_TABLE.includes(kind));
  return section('s4', [
    heading(2, REPORT_WORDS.section4[lang]),
    tableBlock(linesTable(report, lang)),
    sentences(report, lang),
    tableBlock(farmlandTable(report, lang), none('permanent-basic-farmland')),
    tableBlock(redLineTable(report, lang), none('ecological-red-line')),
    tableBlock(urbanTable(report, lang), none('urban-development-boundary')),
    tableBlock(landUseTable(report, lang), none('land-use')),
    tableBlock(otherLinesTable(report, lang), none(...others)),
    tableBlock(ledgerTable(report, lang), noLedger(report, lang)),
    ...(crosses.rows.length === 0 ? [] : [tableBlock(crosses)]),
  ]);
}

function noLedger(report: CheckReport, lang: Language): string {
  const whole = !isApproximate(report) && !report.lines.some(isUnchecked);
  return (whole ? REPORT_WORDS.noneBelow : REPORT_WORDS.noneBelowSoFar)[lang];
}

/**
 * What stands in place of an empty table. Nothing is said to be absent unless every line that the table
 * speaks of was looked at, everywhere.
 */
function emptySentence(report: CheckReport, kinds: readonly LayerKind[], lang: Language): string {
  if (isApproximate(report)) return SENTENCES.positionUncertain[lang];
  const known = kinds.map((kind) => {
    const line = report.lines.find((one) => one.kind === kind);
    if (line) return isUnchecked(line) ? (wasLookedAt(line.state) ? 'partly' : 'no') : 'yes';
    const layers = report.layers.filter((one) => one.kind === kind);
    return layers.length > 0 && layers.every((one) => wasLookedAt(one.state)) ? 'yes' : 'no';
  });
  if (known.every((one) => one === 'no')) return REPORT_WORDS.notLookedAt[lang];
  return (known.every((one) => one === 'yes') ? REPORT_WORDS.noPieces : REPORT_WORDS.noPiecesSoFar)[
    lang
  ];
}

function sentences(report: CheckReport, lang: Language): List {
  const items = report.lines.map((line) => {
    const said = lineSentences(report, line).map((sentence) => sentence[lang]);
    return { runs: [said.join(lang === 'zh' ? '' : ' ')], line: line.kind };
  });
  return { type: 'list', look: 'bullets', items };
}
