import { KIND_ORDER } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Summary, SummaryItem } from '../domain/summary.ts';
import type { Text } from '../text/text.ts';
import { roundM2 } from '../units/round.ts';

type Source = SummaryItem['source'];

/** One line of a batch: what the report says, and where it was written. */
export function summaryItem(
  source: Source,
  report: CheckReport,
  reportFile: string | null,
): SummaryItem {
  const { project, lines, digest, verdict, complete } = report;
  return {
    source,
    id: project.id,
    name: project.name,
    county: project.location.map(({ name }) => name).join('、') || null,
    report: reportFile,
    digest,
    verdict,
    complete,
    areaM2: project.areaM2,
    lines: Object.fromEntries(
      lines.map(({ kind, state, areaM2 }) => [kind, wasLookedAt(state) ? areaM2 : null]),
    ),
    error: null,
  };
}

/** A file that could not be read: its own line, so that nothing is missing from the count. */
export function failedItem(source: Source, error: { code: string; text: Text }): SummaryItem {
  const unknown = { id: null, name: null, county: null, report: null, digest: null };
  return { source, ...unknown, verdict: null, complete: false, areaM2: null, lines: {}, error };
}

/** The whole batch, with what each county's projects occupy of each line. */
export function summaryOf(items: readonly SummaryItem[], createdAt: string): Summary {
  const counties = [...new Set(items.filter(({ error }) => !error).map(({ county }) => county))];
  counties.sort((a, b) => (a ?? '\uffff').localeCompare(b ?? '\uffff', 'zh'));
  const totals = counties.flatMap((county) => {
    const own = items.filter((item) => item.error === null && item.county === county);
    return KIND_ORDER.flatMap((kind) => {
      const areas = own.flatMap(({ lines }) => (kind in lines ? [lines[kind] ?? null] : []));
      if (areas.length === 0) return [];
      const occupied = areas.filter((area): area is number => area !== null && area > 0);
      const areaM2 = roundM2(occupied.reduce((sum, area) => sum + area, 0));
      const notLookedAt = areas.filter((area) => area === null).length;
      return [{ county, kind, projects: occupied.length, areaM2, notLookedAt }];
    });
  });
  return { schema: 'sanxian/summary@1', createdAt, items: [...items], totals };
}
