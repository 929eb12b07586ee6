import { KINDS } from '../../domain/kinds.ts';
import type { CheckReport } from '../../domain/report.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { levelAreas, m2 } from './levelled-areas.ts';
import { left, type Row, right, row, type Table, totalRow } from './table.ts';

const w = TABLE_WORDS;

/**
 * 表7-1: cultivated land outside permanent farmland by class and county, for 占补平衡. Where permanent
 * farmland was not looked at everywhere, the table says so in place of a total that could be too large.
 */
export function balanceTable(report: CheckReport, lang: Language): Table {
  const cross = report.crosses.find(({ classes }) => classes !== undefined);
  const classes = cross?.classes ?? [];
  const partsM2 = classes.map(({ areaM2 }) => areaM2);
  const sumM2 = partsM2.reduce((sum, part) => sum + part, 0);
  // Classes that overlap each other in the data add up to more than the ground they take.
  const whole = cross && Math.abs(sumM2 - cross.areaM2) < 0.01 * (classes.length + 1);
  const areas = levelAreas(partsM2, whole ? cross.areaM2 : sumM2, report.project.areaM2);
  const rows: Row[] = classes.map(({ landClass, county }, i) => {
    const { ha, mu } = areas.parts[i]!;
    const name = landClass ?? KINDS['cultivated-land'].title[lang];
    return row([name, county ?? NO_VALUE, ha, mu], 'all');
  });
  if (rows.length > 0) {
    const { ha, mu } = areas.total;
    const total = REPORT_WORDS.total[lang];
    rows.push(
      cross?.known
        ? totalRow([total, '', ha, mu], 'all')
        : totalRow([total, verdictChip('undetermined', lang), ha, mu], 'all'),
    );
  }
  return {
    id: 't7b',
    title: w.t7b[lang],
    columns: [
      left(w.landClass[lang]),
      left(w.county[lang]),
      right(w.areaHa[lang]),
      right(w.areaMu[lang]),
    ],
    rows,
    notes: [],
  };
}

/** 表10-1: the features behind each data problem. */
export function conflictsTable(report: CheckReport, lang: Language): Table {
  const rows = report.crosses.flatMap(({ op, of: [a, b], features = [] }) =>
    features.map((pair) =>
      row([
        `${KINDS[a].title[lang]} ${op === 'and' ? '∩' : '−'} ${KINDS[b].title[lang]}`,
        pair.a,
        pair.b ?? NO_VALUE,
        m2(pair.areaM2),
      ]),
    ),
  );
  return {
    id: 't10b',
    title: w.t10b[lang],
    columns: [
      left(w.combination[lang]),
      left(w.first[lang]),
      left(w.second[lang]),
      right(w.m2[lang]),
    ],
    rows,
    notes: [],
  };
}
