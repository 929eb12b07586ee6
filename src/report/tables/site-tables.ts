import { KINDS } from '../../domain/kinds.ts';
import { wasLookedAt } from '../../domain/layer-state.ts';
import type { CheckReport } from '../../domain/report.ts';
import { ZONE_WORDS } from '../../domain/zones.ts';
import {
  formatCount,
  formatDecimal,
  formatHectares,
  formatM2,
  NO_VALUE,
} from '../../text/numbers.ts';
import { listed } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SENTENCES, TABLE_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { hectares, hectaresColumn, levelAreas, m2 } from './levelled-areas.ts';
import { count, left, type Row, right, row, type Table, totalRow } from './table.ts';

const w = TABLE_WORDS;

/** 表6: zones of the urban boundary; inside and outside add up to the site. */
export function urbanTable(report: CheckReport, lang: Language): Table {
  const line = report.lines.find((one) => one.kind === 'urban-development-boundary');
  const zones = line && wasLookedAt(line.state) ? line.zones : [];
  const siteM2 = report.project.areaM2;
  const areas = levelAreas(
    zones.map((zone) => zone.areaM2),
    siteM2,
    siteM2,
  );
  const rows: Row[] = zones.map((zone, i) => {
    const { ha, mu, percent } = areas.parts[i]!;
    return row([zone.title[lang], ha, mu, percent, listed(zone.parcels, lang)], 'all');
  });
  if (rows.length > 0) {
    const { ha, mu, percent } = areas.total;
    rows.push(totalRow([REPORT_WORDS.total[lang], ha, mu, percent, ''], 'all'));
  }
  return {
    id: 't6',
    title: w.t6[lang],
    columns: [
      left(w.zone[lang]),
      right(w.areaHa[lang]),
      right(w.areaMu[lang]),
      right(w.percent[lang]),
      left(w.parcel[lang]),
    ],
    rows,
    notes: [],
  };
}

/** 表7: present land use by class and county, from the land-use layer, else from cultivated land. */
export function landUseTable(report: CheckReport, lang: Language): Table {
  const kind = landUseKind(report);
  const sums = new Map<string, { landClass: string; county: string; areaM2: number }>();
  for (const layer of report.layers) {
    if (layer.kind !== kind) continue;
    for (const { feature, areaM2, belowThreshold } of layer.overlaps) {
      if (belowThreshold) continue;
      const landClass = feature.landClass ?? KINDS[kind].title[lang];
      const county = feature.county ?? NO_VALUE;
      const key = JSON.stringify([landClass, county]);
      const sum = sums.get(key) ?? { landClass, county, areaM2: 0 };
      sums.set(key, { ...sum, areaM2: sum.areaM2 + areaM2 });
    }
  }
  const classes = [...sums.values()];
  const partsM2 = classes.map((one) => one.areaM2);
  const totalM2 = partsM2.reduce((sum, part) => sum + part, 0);
  const areas = levelAreas(partsM2, totalM2, report.project.areaM2);
  const rows: Row[] = classes.map(({ landClass, county }, i) => {
    const { ha, mu, percent } = areas.parts[i]!;
    return row([landClass, county, ha, mu, percent], 'all');
  });
  if (rows.length > 0) {
    const { ha, mu, percent } = areas.total;
    rows.push(totalRow([REPORT_WORDS.total[lang], '', ha, mu, percent], 'all'));
  }
  return {
    id: 't7',
    title: w.t7[lang],
    columns: [
      left(w.landClass[lang]),
      left(w.county[lang]),
      right(w.areaHa[lang]),
      right(w.areaMu[lang]),
      right(w.percent[lang]),
    ],
    rows,
    notes: [],
  };
}

function landUseKind(report: CheckReport): 'land-use' | 'cultivated-land' {
  return report.layers.some((one) => one.kind === 'land-use') ? 'land-use' : 'cultivated-land';
}

/** 表9: everything under the threshold, never dropped. */
export function ledgerTable(report: CheckReport, lang: Language): Table {
  const rows: Row[] = [];
  let totalM2 = 0;
  for (const layer of report.layers) {
    for (const overlap of layer.overlaps) {
      if (!overlap.belowThreshold) continue;
      totalM2 += overlap.areaM2;
      const width = overlap.widthM;
      rows.push(
        row(
          [
            layer.title[lang],
            overlap.zone === null ? NO_VALUE : ZONE_WORDS[overlap.zone][lang],
            overlap.parcel,
            overlap.featureId,
            m2(overlap.areaM2),
            width === null ? NO_VALUE : { value: width, decimals: 3 },
          ],
          'all',
        ),
      );
    }
  }
  const notes: string[] = [];
  if (rows.length > 0) {
    const n = formatCount(rows.length);
    const threshold = formatDecimal(report.parameters.thresholdM2, 2);
    notes.push(SENTENCES.ledger(n, formatM2(totalM2), threshold)[lang]);
    rows.push(totalRow([REPORT_WORDS.total[lang], '', '', '', m2(totalM2), ''], 'all'));
  }
  return {
    id: 't9',
    title: w.t9[lang],
    columns: [
      left(w.line[lang]),
      left(w.zone[lang]),
      left(w.parcel[lang]),
      left(w.featureId[lang]),
      right(w.m2[lang]),
      right(w.width[lang]),
    ],
    rows,
    notes,
  };
}

/** 表10: site ∩ A ∩ B and site ∩ A − B. */
export function crossesTable(report: CheckReport, lang: Language): Table {
  const rows = report.crosses.map(({ op, of: [a, b], areaM2, known }) => {
    const combination = `${KINDS[a].title[lang]} ${op === 'and' ? '∩' : '−'} ${KINDS[b].title[lang]}`;
    return row(
      known
        ? [combination, hectares(areaM2), m2(areaM2)]
        : [combination, '', verdictChip('undetermined', lang)],
    );
  });
  return {
    id: 't10',
    title: w.t10[lang],
    columns: [left(w.combination[lang]), right(w.areaHa[lang]), right(w.m2[lang])],
    rows,
    notes: [],
  };
}

/** 表1-1: the parcels with all three areas; ellipsoidal ones add up to the site. */
export function parcelsTable(report: CheckReport, lang: Language): Table {
  const { parcels, areaM2, planeAreaM2, declaredAreaM2 } = report.project;
  const partsM2 = parcels.map((parcel) => parcel.areaM2);
  const sumM2 = partsM2.reduce((sum, part) => sum + part, 0);
  const overlapping = sumM2 > areaM2 + 0.005 * (parcels.length + 1);
  const areas = levelAreas(partsM2, overlapping ? sumM2 : areaM2, areaM2);
  const plane = hectaresColumn(
    parcels.map((parcel) => parcel.planeAreaM2),
    planeAreaM2,
  );
  const declared = hectaresColumn(
    parcels.map((parcel) => parcel.declaredAreaM2),
    declaredAreaM2,
  );
  const rows: Row[] = parcels.map((parcel, i) =>
    row(
      [
        parcel.id,
        parcel.name,
        areas.parts[i]!.ha,
        plane.parts[i]!,
        declared.parts[i]!,
        count(parcel.vertices),
        verdictChip(parcel.verdict, lang),
      ],
      'all',
    ),
  );
  rows.push(
    totalRow(
      [
        REPORT_WORDS.total[lang],
        '',
        areas.total.ha,
        plane.total,
        declared.total,
        count(parcels.reduce((sum, parcel) => sum + parcel.vertices, 0)),
        '',
      ],
      'all',
    ),
  );
  return {
    id: 't1b',
    title: w.t1b[lang],
    columns: [
      left(w.parcel[lang]),
      left(w.name[lang]),
      right(w.ellipsoidHa[lang]),
      right(w.planeHa[lang]),
      right(w.declaredHa[lang]),
      right(w.vertices[lang]),
      left(w.conclusion[lang]),
    ],
    rows,
    notes: overlapping ? [SENTENCES.piecesOverlap(formatHectares(areaM2))[lang]] : [],
  };
}
