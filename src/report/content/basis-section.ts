import { LAYER_STATE_WORDS, wasLookedAt } from '../../domain/layer-state.ts';
import type { CheckReport } from '../../domain/report.ts';
import { formatDecimal, formatPartialPercent, NO_VALUE } from '../../text/numbers.ts';
import { clauses, inBrackets, listed } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import {
  FIELD_WORDS,
  INTEGRITY_WORDS,
  REPORT_WORDS,
  SECURITY_WORDS,
  TABLE_WORDS,
} from '../../text/words/report.ts';
import { type Cell, count, left, right, row, type Table } from '../tables/table.ts';
import { type Fact, type Group, heading, list, paragraph, section, tableBlock } from './blocks.ts';

/** 二: rule packs and layers, each with its fingerprint. */
export function basisSection(report: CheckReport, lang: Language): Group {
  const packs = report.policies.map(
    ({ id, title, sha256 }) =>
      `${title[lang]}${inBrackets(listed([id, `SHA-256 ${sha256.slice(0, 12)}`], lang), lang)}`,
  );
  const catalog = `${FIELD_WORDS.catalog[lang]}${REPORT_WORDS.colon[lang]}${report.catalog.title[lang]}`;
  return section('s2', [
    heading(2, REPORT_WORDS.section2[lang]),
    heading(4, FIELD_WORDS.policy[lang]),
    list('bullets', packs),
    paragraph(catalog),
    tableBlock(layersTable(report, lang)),
  ]);
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
    const reason = layer.reason === null ? '' : inBrackets(layer.reason[lang], lang);
    return `${LAYER_STATE_WORDS[layer.state][lang]}${reason}`;
  }
  const yes = REPORT_WORDS.yes[lang];
  return layer.coverageShare < 1
    ? `${yes}${inBrackets(`${formatPartialPercent(layer.coverageShare)}%`, lang)}`
    : yes;
}

/** 三: datum, area, rounding, thresholds, version, steps. */
export function methodSection(report: CheckReport, lang: Language): Group {
  const steps = report.steps.map((step) => step[lang]);
  const title = REPORT_WORDS.parameters[lang];
  return section('s3', [
    heading(2, REPORT_WORDS.section3[lang]),
    { type: 'facts', id: 'parameters', title, facts: parameterFacts(report, lang) },
    heading(4, REPORT_WORDS.steps[lang]),
    list('steps', steps, 'steps'),
  ]);
}

function parameterFacts({ parameters, project, tool }: CheckReport, lang: Language): Fact[] {
  const f = FIELD_WORDS;
  const { thresholdM2, accuracyM, densifyM } = parameters;
  const accuracy = accuracyM === null ? f.accuracyByLayer[lang] : `${accuracyM} m`;
  return [
    [
      f.crs[lang],
      clauses([f.datum[lang], `EPSG:${project.crs.epsg}`, project.crs.detail[lang]], lang),
    ],
    [f.areaMethod[lang], f.areaMethodText[lang]],
    [f.rounding[lang], f.roundingText[lang]],
    [f.threshold[lang], `${formatDecimal(thresholdM2, 2)} m²`],
    [f.accuracy[lang], accuracy],
    [f.densify[lang], `${densifyM} m`],
    [f.height[lang], f.heightText[lang]],
    [f.software[lang], `${tool.name} ${tool.version}`],
  ];
}
