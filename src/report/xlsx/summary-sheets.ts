import { KIND_ORDER, KINDS, type LayerKind } from '../../domain/kinds.ts';
import type { Summary } from '../../domain/summary.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS, SUMMARY_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { type Cell, count, left, right, row, type Table } from '../tables/table.ts';
import type { ReportSheet } from './sheets.ts';

/** `summary.xlsx`: a line a project, then totals a county and control line. */
export function summarySheets(summary: Summary, lang: Language): readonly ReportSheet[] {
  const w = SUMMARY_WORDS;
  const above: string[] = [`${w.title[lang]}　${summary.createdAt}`, w.empty[lang]];
  return [
    { name: w.projects[lang], above, table: projectsTable(summary, lang), empty: null },
    { name: w.totals[lang], above: [], table: totalsTable(summary, lang), empty: null },
  ];
}

function projectsTable({ items }: Summary, lang: Language): Table {
  const w = SUMMARY_WORDS;
  const kinds = KIND_ORDER.filter((kind) => items.some(({ lines }) => kind in lines));
  const rows = items.map((item, i) =>
    row([
      count(i + 1),
      item.name ?? NO_VALUE,
      item.id ?? NO_VALUE,
      item.source.file,
      item.county ?? NO_VALUE,
      item.verdict === null ? w.unread[lang] : verdictChip(item.verdict, lang),
      item.error ? NO_VALUE : REPORT_WORDS[item.complete ? 'yes' : 'no'][lang],
      square(item.areaM2),
      ...kinds.map((kind): Cell => (kind in item.lines ? square(item.lines[kind] ?? null) : '')),
      item.report ?? NO_VALUE,
      item.error?.text[lang] ?? '',
    ]),
  );
  const area = (kind: LayerKind): string => `${KINDS[kind].short[lang]} m²`;
  return {
    id: 'projects',
    title: w.projects[lang],
    columns: [
      right('#'),
      left(w.name[lang]),
      left(w.id[lang]),
      left(w.file[lang]),
      left(w.county[lang]),
      left(w.result[lang]),
      left(w.complete[lang]),
      right(w.site[lang]),
      ...kinds.map((kind) => right(area(kind))),
      left(w.report[lang]),
      left(w.error[lang]),
    ],
    rows,
    notes: [],
  };
}

function totalsTable({ totals }: Summary, lang: Language): Table {
  const w = SUMMARY_WORDS;
  return {
    id: 'totals',
    title: w.totals[lang],
    columns: [
      left(w.county[lang]),
      left(w.line[lang]),
      right(w.occupying[lang]),
      right(w.occupied[lang]),
      right(w.open[lang]),
    ],
    rows: totals.map(({ county, kind, projects, areaM2, notLookedAt }) =>
      row([
        county ?? NO_VALUE,
        KINDS[kind].title[lang],
        count(projects),
        square(areaM2),
        count(notLookedAt),
      ]),
    ),
    notes: [],
  };
}

/** m² with 2 decimals; `—` was not looked at. */
const square = (value: number | null): Cell => (value === null ? NO_VALUE : { value, decimals: 2 });
