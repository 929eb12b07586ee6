import { coveragePercent } from '../components/figures.ts';
import {
  type InView,
  LAYER_GROUPS,
  type LayerGroup,
  type LayerRow,
} from '../components/layer-row.ts';
import { isMainLine, lineOf, wasWhollyLookedAt } from '../components/report-reading.ts';
import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { isControlKind, KINDS, kindRank, type LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport } from '../domain/report.ts';
import { drawnFrom } from '../map/draw-order.ts';
import type { Language, Text } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import type { ViewCount } from './count-protocol.ts';
import { inOrder, type LayerOrders } from './layer-order.ts';
import type { OfflineView } from './offline/offline-desk.ts';

export interface LayerView {
  readonly visible: boolean;
  readonly opacity: number;
}

/** What the rows are made of beside catalog and report. */
export interface RowState {
  readonly views: ReadonlyMap<string, LayerView>;
  readonly orders?: LayerOrders;
  readonly tileFaults?: ReadonlyMap<string, readonly Text[]>;
  readonly counts?: ReadonlyMap<string, ViewCount & { readonly fresh: boolean }>;
  /** null: no map. */
  readonly zoom?: number | null;
  readonly offline?: OfflineView;
}

/** A layer that is on is to be seen: fainter than this is off. */
export const FAINTEST = 0.1;

/** Hidden until asked for. */
const OFF_AT_FIRST: readonly string[] = ['coverage'];

export function viewOf(views: ReadonlyMap<string, LayerView>, id: string): LayerView {
  return views.get(id) ?? { visible: !OFF_AT_FIRST.includes(id), opacity: 1 };
}

/** Views from opacities that were remembered, whatever stands there by now. */
export function viewsOf(opacities: Readonly<Record<string, unknown>>): Map<string, LayerView> {
  const none = new Map<string, LayerView>();
  return new Map(
    Object.entries(opacities).flatMap(([id, opacity]) =>
      typeof opacity === 'number' && opacity >= FAINTEST && opacity <= 1
        ? [[id, { ...viewOf(none, id), opacity }] as const]
        : [],
    ),
  );
}

/**
 * The rows of the layer panel: what the catalog lists, and required kinds that it lacks, so that a
 * missing layer has its row and its reason.
 */
export function layerRows(
  catalog: Catalog | null,
  report: CheckReport | null,
  {
    views,
    orders = {},
    tileFaults = new Map(),
    counts = new Map(),
    zoom = null,
    offline,
  }: RowState,
  language: Language,
): LayerRow[] {
  const own = (id: 'site' | 'occupied' | 'coverage', group: LayerGroup): LayerRow => ({
    id,
    group,
    kind: id,
    name: say(`layer.${id}`, language),
    entry: null,
    gap: null,
    faults: [],
    inView: null,
    tooFar: false,
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
    faults: (tileFaults.get(entry.id) ?? []).map((why) => why[language]),
    inView:
      zoom !== null && viewOf(views, entry.id).visible ? inViewOf(counts.get(entry.id)) : null,
    tooFar: zoom !== null && zoom < Math.max(FIRST_ZOOM, drawnFrom(entry.kind)),
    kept: offline?.layers.get(entry.id),
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
      inView: null,
      tooFar: false,
      visible: false,
      opacity: 1,
    }));
  const usual = [...listed, ...missing].sort((a, b) => kindRank(a.kind) - kindRank(b.kind));
  return [
    own('site', 'project'),
    own('occupied', 'project'),
    ...LAYER_GROUPS.flatMap((group) =>
      inOrder(
        usual.filter((row) => row.group === group),
        orders[group],
      ),
    ),
    ...(layers.length > 0 ? [own('coverage', 'base')] : []),
  ];
}

/** Tiles begin here (`map/catalog-style.ts`). */
const FIRST_ZOOM = 5;

function inViewOf(count: (ViewCount & { readonly fresh: boolean }) | undefined): InView {
  if (!count) return { features: null, state: 'counting', covered: null };
  const { features, covered, fresh } = count;
  if (!fresh) return { features, covered, state: features === null ? 'counting' : 'old' };
  return { features, covered, state: features === null ? 'failed' : 'counted' };
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
