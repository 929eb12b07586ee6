import { wasLookedAt } from '../../domain/layer-state.ts';
import { isUnchecked } from '../../domain/line-chip.ts';
import type { CheckReport } from '../../domain/report.ts';
import { VERDICT_WORDS } from '../../domain/verdict.ts';
import { formatCount, NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES, TABLE_WORDS } from '../../text/words/report.ts';
import { headline, lineChip } from '../chip.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { securityBanner } from '../security.ts';
import { hectares, mu } from '../tables/levelled-areas.ts';
import { left, right, row, type Table } from '../tables/table.ts';
import { uncheckedItems } from '../unchecked.ts';
import { tableMarkup, toneClass } from './table-markup.ts';

/** Page one: banner, number, verdict, what was not checked, one row a line. */
export function firstPage(report: CheckReport, lang: Language): Markup {
  const w = REPORT_WORDS;
  const editions = [...new Set(report.layers.map((layer) => layer.edition))].sort().join('、');
  return markup`<header>
<div class="head"><span class="banner">${securityBanner(report)[lang]}</span><span>${w.number[lang]}${report.number}</span></div>
<h1>${w.title[lang]}</h1>
<p class="sub">${report.project.name}　${w.dataAsOf[lang]} ${editions || NO_VALUE}　${w.checkedAt[lang]} ${time(report.createdAt)}</p>
${marks(report, lang)}
${overrides(report, lang)}
${verdictBox(report, lang)}
${gapBox(report, lang)}
${tableMarkup(briefTable(report, lang))}
</header>`;
}

export const time = (iso: string): string => iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');

function marks(report: CheckReport, lang: Language): readonly Markup[] {
  const lines = [
    ...(report.catalog.synthetic ? [REPORT_WORDS.synthetic[lang]] : []),
    ...(report.project.crs.shift === null ? [] : [REPORT_WORDS.internetMap[lang]]),
  ];
  return lines.map((line) => markup`<p class="mark">${line}</p>`);
}

function overrides(report: CheckReport, lang: Language): Markup {
  if (report.overrides.length === 0) return NOTHING;
  const items = report.overrides.map(({ rule, verdict, reason, name, at }) => {
    const word = VERDICT_WORDS[verdict][lang];
    const said = SENTENCES.overridden(rule, word, `${name} (${time(at)})`, reason)[lang];
    return markup`<li>${said}</li>`;
  });
  return markup`<section id="overrides"><h3>${REPORT_WORDS.overrides[lang]}</h3><ul>${items}</ul></section>`;
}

function verdictBox(report: CheckReport, lang: Language): Markup {
  const chip = headline(report, lang);
  return markup`<section id="verdict" class="verdict ${toneClass(chip.verdict)}">
<strong>${chip.shape} ${REPORT_WORDS.overall[lang]}${REPORT_WORDS.colon[lang]}${chip.word}</strong>
<p>${completeness(report)[lang]}</p>
</section>`;
}

/** The line under the verdict: everything checked, or how much was not. */
export function completeness(report: CheckReport) {
  const unchecked = uncheckedItems(report).length;
  if (report.complete && unchecked === 0) {
    return SENTENCES.layersChecked(formatCount(report.layers.length));
  }
  const stands = headline(report, 'zh').verdict !== 'undetermined';
  if (stands) return SENTENCES.alsoUnchecked(formatCount(unchecked));
  const gaps = report.lines.filter(isUnchecked).length;
  return SENTENCES.incompleteSub(formatCount(report.lines.length), formatCount(gaps));
}

function gapBox(report: CheckReport, lang: Language): Markup {
  const items = uncheckedItems(report);
  if (items.length === 0) return NOTHING;
  const lines = items.map(({ sentence }) => markup`<li>${sentence[lang]}</li>`);
  return markup`<section class="gap-box"><h3>◌ ${VERDICT_WORDS.undetermined[lang]}</h3><ul>${lines}</ul></section>`;
}

function briefTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = report.lines.map((line) => {
    const looked = wasLookedAt(line.state);
    const areas = looked ? [hectares(line.areaM2), mu(line.areaM2)] : ['', ''];
    return row([line.title[lang], ...areas, lineChip(line, report, lang)]);
  });
  return {
    id: 'brief',
    title: '',
    columns: [left(w.line[lang]), right(w.ha[lang]), right(w.mu[lang]), left(w.conclusion[lang])],
    rows,
    notes: [],
  };
}
