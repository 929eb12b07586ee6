import { KINDS } from '../../domain/kinds.ts';
import type { CheckReport } from '../../domain/report.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../../text/words/report.ts';
import { boundaryPoints } from '../boundary-points.ts';
import { verdictChip } from '../chip.ts';
import { siteFigure } from '../figure.ts';
import { type Markup, markup } from '../markup.ts';
import { isPlanar } from '../plane.ts';
import { count, left, right, row, type Table } from '../tables/table.ts';
import { notesList } from './project-section.ts';
import { tableOrSentence } from './table-markup.ts';

/** 七: the figure, or the sentence that says why there is none. */
export function figureSection(report: CheckReport, lang: Language): Markup {
  const svg = siteFigure(report, { lang });
  const body =
    svg === null
      ? markup`<p>${REPORT_WORDS.noGeometry[lang]}</p>`
      : markup`<figure>${{ source: svg }}</figure><p class="note">${REPORT_WORDS.noUpload[lang]}</p>`;
  return markup`<section id="s7"><h2>${REPORT_WORDS.section7[lang]}</h2>${body}</section>`;
}

/** 八: boundary points, input files, the log of rules; then the signature lines. */
export function annexSection(report: CheckReport, lang: Language): Markup {
  const w = REPORT_WORDS;
  const source = report.project.source;
  const signers = [w.prepared, w.proofread, w.approved, w.date];
  return markup`<section id="s8"><h2>${w.section8[lang]}</h2>
${tableOrSentence(coordinateTable(report, lang), w.noGeometry[lang])}
<h4>${w.inputs[lang]}</h4><p>${source.file}　<span class="digest">SHA-256 ${source.sha256}</span></p>
${tableOrSentence(rulesTable(report, lang), w.noFindings[lang])}
${notesList(report.notes.map((note) => note.text[lang]))}
<p>${w.digest[lang]} <span class="digest">${report.digest}</span></p>
<p class="note">${w.howToVerify[lang]}</p>
</section>
<section class="sign">${signers.map((word) => markup`<div>${word[lang]}${w.colon[lang]}</div>`)}</section>`;
}

function coordinateTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = boundaryPoints(report).flatMap(({ parcel, ring, points }) =>
    points.map(({ name, plane, lonLat }) =>
      row([
        parcel,
        count(ring),
        name,
        plane[1].toFixed(3),
        plane[0].toFixed(3),
        lonLat[0].toFixed(9),
        lonLat[1].toFixed(9),
      ]),
    ),
  );
  const projected = isPlanar(report.project.crs.epsg);
  return {
    id: 'points',
    title: REPORT_WORDS.coordinates[lang],
    columns: [
      left(w.parcel[lang]),
      right(w.ring[lang]),
      left(w.point[lang]),
      right(w.north[lang]),
      right(w.east[lang]),
      right(w.lon[lang]),
      right(w.lat[lang]),
    ],
    rows,
    notes: projected && rows.length > 0 ? [REPORT_WORDS.collinearLeftOut[lang]] : [],
  };
}

function rulesTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = report.findings.map(({ rule, line, parcels, verdict, path }) =>
    row([
      rule,
      line === null ? NO_VALUE : KINDS[line].title[lang],
      parcels.join('、'),
      verdict === null ? NO_VALUE : verdictChip(verdict, lang),
      path.join(' → '),
    ]),
  );
  return {
    id: 'rules',
    title: REPORT_WORDS.rulesHit[lang],
    columns: [
      left(w.rule[lang]),
      left(w.line[lang]),
      left(w.parcel[lang]),
      left(w.conclusion[lang]),
      left(REPORT_WORDS.path[lang]),
    ],
    rows,
    notes: [],
  };
}
