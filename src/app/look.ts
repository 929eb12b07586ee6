import { type BatchView, NO_BATCH } from '../components/batch-view.ts';
import type { MapTool, Mode, StepName } from '../components/choices.ts';
import type { ComparisonView } from '../components/comparison-view.ts';
import type { HelpPage, HelpSwitch, Message } from '../components/help/help-parts.ts';
import { type ReportFormat, USUAL_FORMATS } from '../components/report-formats.ts';
import { PLAIN_OUTPUT, type ReportOutput } from '../components/report-output.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { Language, Text } from '../text/text.ts';
import { type BaseView, NO_BASE } from './base-desk.ts';
import type { ViewCount } from './count-protocol.ts';
import type { LayerOrders } from './layer-order.ts';
import { type LayerView, viewsOf } from './layer-rows.ts';
import type { SearchState } from './layer-search.ts';
import type { Layout } from './layout.ts';
import { NOTHING_OFFLINE, type OfflineView } from './offline/offline-desk.ts';
import { type Preferences, readPreferences, rememberPreferences } from './preferences.ts';
import { type ReviewView, startReview } from './review/review-view.ts';
import { type KeepView, NOTHING_KEPT } from './storage/keep-desk.ts';
import { startTools, type ToolsView } from './tools/tools-view.ts';

export type SheetTab = StepName | 'layers';
/** How high the sheet of the phone layout stands. */
export type Detent = 'peek' | 'half' | 'full';

/** How the window looks now: everything on screen that is not about the project itself. */
export interface Look {
  readonly mode: Mode;
  readonly step: StepName;
  readonly layout: Layout;
  readonly views: ReadonlyMap<string, LayerView>;
  readonly orders: LayerOrders;
  /** null: no map. */
  readonly zoom: number | null;
  /** What the view holds, by layer id; the map has moved on where it is not `fresh`. */
  readonly counts: ReadonlyMap<string, ViewCount & { readonly fresh: boolean }>;
  readonly search: SearchState | null;
  /** The layer whose metadata sheet is open. */
  readonly sheet: string | null;
  /** The line whose decision path is open. */
  readonly path: LayerKind | null;
  /** The layer panel beside the map; over it, in narrow layouts, it starts closed. */
  readonly leftOpen: boolean;
  readonly overOpen: boolean;
  readonly rightOpen: boolean;
  /** null: as the height allows. */
  readonly drawerOpen: boolean | null;
  /** null: the usual width of the layout. */
  readonly leftWidth: number | null;
  readonly rightWidth: number | null;
  readonly drawerHeight: number | null;
  readonly selected: number | null;
  readonly review: ReviewView;
  readonly formats: readonly ReportFormat[];
  /** null: the language of the page. */
  readonly reportLanguage: Language | null;
  readonly output: ReportOutput;
  /** The report as an HTML file, '' until it is made, and why it could not be. */
  readonly page: { readonly source: string; readonly failure: Text | null };
  /** Figures of reports for photocopies. */
  readonly greyFigures: boolean;
  readonly saving: boolean;
  /** The first-run card is open. */
  readonly welcoming: boolean;
  /** The drawing board lies on the map. */
  readonly drawing: boolean;
  /** The tool in hand on the map; null: the map is only moved. */
  readonly tool: MapTool | null;
  readonly tools: ToolsView;
  /** Files dragged over the window; null: none. */
  readonly dragged: number | null;
  readonly keep: KeepView;
  readonly offline: OfflineView;
  readonly batch: BatchView;
  /** Reports that are compared; null: the dialog is closed. */
  readonly compare: ComparisonView | null;
  /** Text in the paste sheet; null: closed. */
  readonly pasted: string | null;
  /** Said in passing; in both languages, as it stays while the language is switched. */
  readonly message: Text | null;
  /** What the message offers to switch on. */
  readonly offer: HelpSwitch | null;
  /** The last messages, newest first. */
  readonly messages: readonly Message[];
  /** The page of the help that is open. */
  readonly help: HelpPage | null;
  /** The step of the tour through the sample. */
  readonly tour: number | null;
  /** Keys of one character act. */
  readonly singleKeys: boolean;
  /** Casings, bands and hatches are left out of the map. */
  readonly sparing: boolean;
  /** For screen readers. */
  readonly live: string;
  /** Why the map is not there, or stands still. */
  readonly mapFailure: Text | null;
  /** There will be no map: its room goes to the table. */
  readonly noMap: boolean;
  readonly base: BaseView;
  readonly forPrint: boolean;
  /** Why tiles of a layer are not drawn, by layer id. */
  readonly tileFaults: ReadonlyMap<string, readonly Text[]>;
  readonly sheetTab: SheetTab;
  readonly detent: Detent;
}

/** What is kept for the next visit. */
const REMEMBERED = [
  'leftOpen',
  'drawerOpen',
  'leftWidth',
  'rightWidth',
  'rightOpen',
  'drawerHeight',
  'singleKeys',
  'sparing',
  'orders',
] as const satisfies readonly (keyof Look | keyof Preferences)[];

export function startLook(): Look {
  const remembered = readPreferences();
  return {
    mode: 'check',
    step: 'project',
    layout: { name: 'full', short: false },
    views: viewsOf(remembered.opacities ?? {}),
    orders: remembered.orders ?? {},
    zoom: null,
    counts: new Map(),
    search: null,
    sheet: null,
    path: null,
    leftOpen: remembered.leftOpen ?? true,
    overOpen: false,
    rightOpen: remembered.rightOpen ?? true,
    drawerOpen: remembered.drawerOpen ?? null,
    leftWidth: remembered.leftWidth ?? null,
    rightWidth: remembered.rightWidth ?? null,
    drawerHeight: remembered.drawerHeight ?? null,
    selected: null,
    review: startReview(),
    formats: USUAL_FORMATS,
    reportLanguage: null,
    output: PLAIN_OUTPUT,
    page: { source: '', failure: null },
    greyFigures: false,
    saving: false,
    welcoming: false,
    drawing: false,
    tool: null,
    tools: startTools(),
    dragged: null,
    keep: NOTHING_KEPT,
    offline: NOTHING_OFFLINE,
    batch: NO_BATCH,
    compare: null,
    pasted: null,
    message: null,
    offer: null,
    messages: [],
    help: null,
    tour: null,
    singleKeys: remembered.singleKeys ?? true,
    sparing: remembered.sparing ?? false,
    live: '',
    mapFailure: null,
    noMap: false,
    base: NO_BASE,
    forPrint: false,
    tileFaults: new Map(),
    sheetTab: 'findings',
    detent: 'half',
  };
}

export function rememberLook(change: Partial<Look>): void {
  const kept = Object.fromEntries(
    REMEMBERED.filter((name) => name in change).map((name) => [name, change[name]]),
  );
  if (Object.keys(kept).length > 0) rememberPreferences(kept);
}
