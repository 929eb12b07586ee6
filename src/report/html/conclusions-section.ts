import { KINDS } from '../../domain/kinds.ts';
import { numberedPieces } from '../../domain/pieces.ts';
import type { CheckReport } from '../../domain/report.ts';
import { severity } from '../../domain/verdict.ts';
import { formatHectares } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES } from '../../text/words/report.ts';
import { headline, lineChip } from '../chip.ts';
import { type Markup, markup } from '../markup.ts';
import { uncheckedItems } from '../unchecked.ts';
import { completeness } from './first-page.ts';
import { chipMarkup } from './table-markup.ts';

/** 六: overall, per line, how to avoid, and what was not checked with its reasons. */
export function conclusionsSection(report: CheckReport, lang: Language): Markup {
  const w = REPORT_WORDS;
  const byLine = report.lines.map(
    (line) =>
      markup`<li>${line.title[lang]}${w.colon[lang]}${chipMarkup(lineChip(line, report, lang))}</li>`,
  );
  return markup`<section id="s6"><h2>${w.section6[lang]}</h2>
<h3>${w.conclusionOverall[lang]}</h3>
<p>${chipMarkup(headline(report, lang))}　${completeness(report)[lang]}</p>
<h3>${w.conclusionByLine[lang]}</h3><ul>${byLine}</ul>
<h3>${w.conclusionAvoid[lang]}</h3><ul>${avoidance(report, lang)}</ul>
<section id="not-checked"><h3>${w.conclusionNotChecked[lang]}</h3>${notChecked(report, lang)}</section>
<h3>${w.statementTitle[lang]}</h3><p id="statement">${w.statement[lang]}</p>
</section>`;
}

/** How much less would be occupied if the site kept off a line that asks for more than a permit. */
function avoidance(report: CheckReport, lang: Language): readonly Markup[] {
  const items: Markup[] = [];
  for (const line of report.lines) {
    if (line.state !== 'overlap' || severity(line.verdict) > severity('avoid')) continue;
    const numbers = numberedPieces(report)
      .filter((piece) => piece.kind === line.kind)
      .map((piece) => piece.number);
    if (numbers.length === 0) continue;
    const said = SENTENCES.avoid(line.title[lang], formatHectares(line.areaM2), ranges(numbers));
    items.push(markup`<li>${said[lang]}</li>`);
  }
  return items.length > 0 ? items : [markup`<li>${REPORT_WORDS.noRequirements[lang]}</li>`];
}

/** 1, 2, 3, 5 → `1–3、5`; the numbers come sorted. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join('、');
}

function notChecked(report: CheckReport, lang: Language): Markup {
  const items = uncheckedItems(report).map(({ title, sentence, reason }) => {
    const why = reason === null ? '' : `（${reason[lang]}）`;
    return markup`<li><b>◌ ${title[lang]}</b> ${sentence[lang]}${why}</li>`;
  });
  const optional = report.notChecked.map(
    ({ kind, reason }) => markup`<li><b>◌ ${KINDS[kind].title[lang]}</b> ${reason[lang]}</li>`,
  );
  const said = items.length === 0 ? markup`<p>${REPORT_WORDS.allChecked[lang]}</p>` : markup``;
  return markup`${said}<ul>${[...items, ...optional]}</ul>`;
}
