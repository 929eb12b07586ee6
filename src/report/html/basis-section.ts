import { LAYER_STATE_WORDS, wasLookedAt } from '../../domain/layer-state.ts';
import type { CheckReport } from '../../domain/report.ts';
import { formatDecimal, formatPartialPercent, NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import {
  FIELD_WORDS,
  INTEGRITY_WORDS,
  REPORT_WORDS,
  SECURITY_WORDS,
  TABLE_WORDS,
} from '../../text/words/report.ts';
import { type Markup, markup } from '../markup.ts';
import { type Cell, count, left, right, row, type Table } from '../tables/table.ts';
import { factsTable } from './project-section.ts';
import { tableMarkup } from './table-markup.ts';

/** 二: rule packs and layers, each with its fingerprint. */
export function basisSection(report: CheckReport, lang: Language): Markup {
  const packs = report.policies.map(
    ({ id, title, sha256 }) =>
      markup`<li>${title[lang]}（${id}，SHA-256 ${sha256.slice(0, 12)}）</li>`,
  );
  return markup`<section id="s2"><h2>${REPORT_WORDS.section2[lang]}</h2>
<h4>${FIELD_WORDS.policy[lang]}</h4><ul>${packs}</ul>
<p>${FIELD_WORDS.catalog[lang]}${REPORT_WORDS.colon[lang]}${report.catalog.title[lang]}</p>
${tableMarkup(layersTable(report, lang))}
</section>`;
}

function layersTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = report.layers.map((layer) =>
    row([
      layer.title[lang],
      layer.owner,
      layer.edition,
      layer.crs,
      count(layer.features),
      SECURITY_WORDS[layer.security][lang],
      layer.sha256.slice(0, 12),
      layer.integrity === null ? NO_VALUE : INTEGRITY_WORDS[layer.integrity][lang],
      tookPart(layer, lang),
    ]),
  );
  return {
    id: 't2',
    title: w.t2[lang],
    columns: [
      left(w.layer[lang]),
      left(w.source[lang]),
      left(w.edition[lang]),
      left(w.crs[lang]),
      right(w.features[lang]),
      left(w.security[lang]),
      left(w.sha256[lang]),
      left(w.integrity[lang]),
      left(w.tookPart[lang]),
    ],
    rows,
    notes: [],
  };
}

function tookPart(layer: CheckReport['layers'][number], lang: Language): Cell {
  if (!wasLookedAt(layer.state)) {
    const reason = layer.reason === null ? '' : `（${layer.reason[lang]}）`;
    return `${LAYER_STATE_WORDS[layer.state][lang]}${reason}`;
  }
  const yes = REPORT_WORDS.yes[lang];
  return layer.coverageShare < 1 ? `${yes}（${formatPartialPercent(layer.coverageShare)}%）` : yes;
}

/** 三: datum, area, rounding, thresholds, version, steps. */
export function methodSection(report: CheckReport, lang: Language): Markup {
  const f = FIELD_WORDS;
  const { parameters, project, tool } = report;
  const steps = report.steps.map((step) => markup`<li>${step[lang]}</li>`);
  return markup`<section id="s3"><h2>${REPORT_WORDS.section3[lang]}</h2>
${factsTable('parameters', REPORT_WORDS.parameters[lang], [
  [f.crs[lang], `${f.datum[lang]}；EPSG:${project.crs.epsg}，${project.crs.detail[lang]}`],
  [f.areaMethod[lang], f.areaMethodText[lang]],
  [f.rounding[lang], f.roundingText[lang]],
  [f.threshold[lang], `${formatDecimal(parameters.thresholdM2, 2)} m²`],
  [
    f.accuracy[lang],
    parameters.accuracyM === null ? f.accuracyByLayer[lang] : `${parameters.accuracyM} m`,
  ],
  [f.densify[lang], `${parameters.densifyM} m`],
  [f.height[lang], f.heightText[lang]],
  [f.software[lang], `${tool.name} ${tool.version}`],
])}
<h4>${REPORT_WORDS.steps[lang]}</h4><ol id="steps">${steps}</ol>
</section>`;
}
