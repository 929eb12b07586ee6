import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { lineSentences } from '../line-sentences.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { linesTable } from '../tables/lines-table.ts';
import { farmlandTable, otherLinesTable, redLineTable } from '../tables/piece-tables.ts';
import { crossesTable, landUseTable, ledgerTable, urbanTable } from '../tables/site-tables.ts';
import { uncheckedItems } from '../unchecked.ts';
import { tableMarkup, tableOrSentence } from './table-markup.ts';

/** 四: tables 3 to 10 and one fixed sentence a line. */
export function resultsSection(report: CheckReport, lang: Language): Markup {
  const complete = report.complete && uncheckedItems(report).length === 0;
  const none = (complete ? REPORT_WORDS.noPieces : REPORT_WORDS.noPiecesSoFar)[lang];
  const crosses = crossesTable(report, lang);
  return markup`<section id="s4"><h2>${REPORT_WORDS.section4[lang]}</h2>
${tableMarkup(linesTable(report, lang))}
<ul>${report.lines.map((line) => sentences(report, line, lang))}</ul>
${tableOrSentence(farmlandTable(report, lang), none)}
${tableOrSentence(redLineTable(report, lang), none)}
${tableOrSentence(urbanTable(report, lang), none)}
${tableOrSentence(landUseTable(report, lang), none)}
${tableOrSentence(otherLinesTable(report, lang), none)}
${tableOrSentence(ledgerTable(report, lang), none)}
${crosses.rows.length === 0 ? NOTHING : tableMarkup(crosses)}
</section>`;
}

function sentences(
  report: CheckReport,
  line: CheckReport['lines'][number],
  lang: Language,
): Markup {
  const said = lineSentences(report, line).map((sentence) => sentence[lang]);
  return markup`<li data-line="${line.kind}">${said.join(lang === 'zh' ? '' : ' ')}</li>`;
}
