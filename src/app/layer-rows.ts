import { coveragePercent } from '../components/figures.ts';
import type { LayerGroup, LayerRow } from '../components/layer-row.ts';
import { isMainLine, lineOf, wasWhollyLookedAt } from '../components/report-reading.ts';
import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { isControlKind, KINDS, kindRank, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Language, Text } from '../text/text.ts';
import { say } from '../text/words/ui.ts';

export interface LayerView {
  readonly visible: boolean;
  readonly opacity: number;
}

/** Hidden until asked for. */
const OFF_AT_FIRST: readonly string[] = ['coverage'];

export function viewOf(views: ReadonlyMap<string, LayerView>, id: string): LayerView {
  return views.get(id) ?? { visible: !OFF_AT_FIRST.includes(id), opacity: 1 };
}

/**
 * The rows of the layer panel: what the catalog lists, and required kinds that it lacks, so that a
 * missing layer has its row and its reason.
 */
export function layerRows(
  catalog: Catalog | null,
  report: CheckReport | null,
  views: ReadonlyMap<string, LayerView>,
  language: Language,
  faults: ReadonlyMap<string, readonly Text[]> = new Map(),
): LayerRow[] {
  const own = (id: 'site' | 'occupied' | 'coverage', group: LayerGroup): LayerRow => ({
    id,
    group,
    kind: id,
    name: say(`layer.${id}`, language),
    entry: null,
    gap: null,
    faults: [],
    ...viewOf(views, id),
  });
  const layers = catalog?.layers.filter(({ role }) => role === 'current') ?? [];
  const several = (kind: LayerKind) => layers.filter((layer) => layer.kind === kind).length > 1;
  const listed = layers.map((entry): LayerRow & { kind: LayerKind } => ({
    id: entry.id,
    group: groupOf(entry.kind),
    kind: entry.kind,
    name: several(entry.kind) ? entry.title[language] : KINDS[entry.kind].short[language],
    entry,
    gap: report ? gapWords(report, entry, language) : null,
    faults: (faults.get(entry.id) ?? []).map((why) => why[language]),
    ...viewOf(views, entry.id),
  }));
  const missing = (report?.lines ?? [])
    .filter(({ kind }) => !layers.some((layer) => layer.kind === kind))
    .map((line): LayerRow & { kind: LayerKind } => ({
      id: `missing:${line.kind}`,
      group: groupOf(line.kind),
      kind: line.kind,
      name: KINDS[line.kind].short[language],
      entry: null,
      gap: say('gap.missing', language),
      faults: [],
      visible: false,
      opacity: 1,
    }));
  const rows = [...listed, ...missing].sort((a, b) => kindRank(a.kind) - kindRank(b.kind));
  return [
    own('site', 'project'),
    own('occupied', 'project'),
    ...rows,
    ...(layers.length > 0 ? [own('coverage', 'base')] : []),
  ];
}

function groupOf(kind: LayerKind): LayerGroup {
  if (isMainLine(kind)) return 'lines';
  return isControlKind(kind) ? 'companions' : 'base';
}

/** Why a layer could not answer for the site, in the few words a row holds. */
function gapWords(report: CheckReport, entry: CatalogLayer, language: Language): string | null {
  if (!isControlKind(entry.kind)) return null;
  const layer = report.layers.find(({ id }) => id === entry.id);
  const line = lineOf(report, entry.kind);
  const state = layer?.state ?? line?.state;
  if (!state) return null;
  if (state === 'not-covered') return say('gap.line', language);
  if (!wasLookedAt(state)) {
    return state === 'failed' ? say('gap.failed', language) : say('gap.missing', language);
  }
  if (line && !wasWhollyLookedAt(report, line) && line.coverageShare < 1) {
    return say('gap.part', language, { p: coveragePercent(line.coverageShare) });
  }
  return null;
}
