import { wasLookedAt } from '../../domain/layer-state.ts';
import type { CheckReport, ReportLine } from '../../domain/report.ts';
import { type Verdict, worstVerdict } from '../../domain/verdict.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../../text/words/report.ts';
import { lineChip, verdictChip } from '../chip.ts';
import { hectares, levelAreas } from './levelled-areas.ts';
import { type Cell, count, left, type Row, right, row, type Table, totalRow } from './table.ts';

/** 表3: one row per line, or per zone where a line has zones; zones add up to their total row. */
export function linesTable(report: CheckReport, lang: Language): Table {
  const rows: Row[] = [];
  for (const line of report.lines) {
    if (wasLookedAt(line.state) && line.zones.length > 0)
      rows.push(...zoneRows(report, line, lang));
    else rows.push(row(wholeLine(report, line, lang)));
  }
  const w = TABLE_WORDS;
  return {
    id: 't3',
    title: w.t3[lang],
    columns: [
      left(w.line[lang]),
      left(w.zone[lang]),
      right(w.siteHa[lang]),
      right(w.ha[lang]),
      right(w.mu[lang]),
      right(w.percent[lang]),
      right(w.parcels[lang]),
      right(w.hits[lang]),
      left(w.conclusion[lang]),
    ],
    rows,
    notes: [],
  };
}

function wholeLine(report: CheckReport, line: ReportLine, lang: Language): Cell[] {
  const site = hectares(report.project.areaM2);
  const chip = lineChip(line, report, lang);
  const title = line.title[lang];
  if (!wasLookedAt(line.state)) return [title, NO_VALUE, site, '', '', '', '', '', chip];
  const area = levelAreas([line.areaM2], line.areaM2, report.project.areaM2).total;
  const parcels = parcelsHit(report, line).length;
  return [
    title,
    NO_VALUE,
    site,
    area.ha,
    area.mu,
    area.percent,
    count(parcels),
    count(line.hits),
    chip,
  ];
}

function zoneRows(report: CheckReport, line: ReportLine, lang: Language): Row[] {
  const siteM2 = report.project.areaM2;
  const wholeSite = line.kind === 'urban-development-boundary';
  const partsM2 = line.zones.map((zone) => zone.areaM2);
  const levelled = levelAreas(partsM2, wholeSite ? siteM2 : line.areaM2, siteM2);
  const group = line.kind;
  const rows = line.zones.map((zone, i) => {
    const part = levelled.parts[i]!;
    return row(
      [
        i === 0 ? line.title[lang] : '',
        zone.title[lang],
        i === 0 ? hectares(siteM2) : '',
        part.ha,
        part.mu,
        part.percent,
        count(zone.parcels.length),
        count(zone.hits),
        zoneResult(report, line, zone.id, lang),
      ],
      group,
    );
  });
  if (rows.length < 2) return rows;
  const { ha, mu, percent } = levelled.total;
  const word = (wholeSite ? REPORT_WORDS.total : REPORT_WORDS.subtotal)[lang];
  return [...rows, totalRow(['', word, '', ha, mu, percent, '', '', ''], group)];
}

/** The worst finding of the zone; findings without a zone speak for all zones of the line. */
function zoneResult(
  report: CheckReport,
  line: ReportLine,
  zone: ReportLine['zones'][number]['id'],
  lang: Language,
): Cell {
  if (zone === 'not-covered') return verdictChip('undetermined', lang);
  const verdicts = report.findings
    .filter((one) => one.line === line.kind && (one.zone === zone || one.zone === null))
    .map((one) => one.verdict)
    .filter((one): one is Verdict => one !== null);
  return verdicts.length > 0 ? verdictChip(worstVerdict(verdicts), lang) : NO_VALUE;
}

export function parcelsHit(report: CheckReport, line: ReportLine): string[] {
  const parcels = new Set(line.zones.flatMap((zone) => zone.parcels));
  for (const layer of report.layers) {
    if (layer.kind !== line.kind) continue;
    for (const overlap of layer.overlaps) parcels.add(overlap.parcel);
  }
  return [...parcels];
}
