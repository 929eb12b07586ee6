import type { Notation } from '../crs/notation-names.ts';
import type { ClaimField } from '../domain/claim.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { Place } from '../domain/overrides.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { BatchAct } from './batch-view.ts';
import type { BookmarkAct } from './bookmarks.ts';
import type { MapTool, Mode, SheetChoice, StepName, ThemeChoice } from './choices.ts';
import type { CompareAct } from './comparison-view.ts';
import type { DrawAct } from './drawing-board.ts';
import type { HelpPage, HelpSwitch } from './help/help-parts.ts';
import type { LayerGroup } from './layer-row.ts';
import type { MeasureAct } from './measure-bar.ts';
import type { ReviewTab } from './review-state.ts';

/** What elements here tell; all bubble and cross shadow roots. */
export interface ComponentEvents {
  'sanxian-mode': { mode: Mode };
  'sanxian-step': { step: StepName };
  'sanxian-language': { language: 'zh' | 'en' };
  'sanxian-theme': { theme: ThemeChoice };
  'sanxian-answer': { field: ClaimField; value: unknown };
  'sanxian-layer-change': { id: string; visible?: boolean; opacity?: number };
  'sanxian-layer-retry': { id: string };
  'sanxian-layer-only': { id: string };
  'sanxian-layer-zoom': { id: string };
  /** Right above the layer `before` of its group; null: last of it. */
  'sanxian-layer-move': { id: string; before: string | null };
  'sanxian-layer-order-usual': { group: LayerGroup };
  'sanxian-layer-sheet': { id: string | null };
  'sanxian-layer-search': { query: string };
  'sanxian-layer-search-stop': null;
  'sanxian-layer-search-close': null;
  'sanxian-layer-found': { bbox: BBox };
  'sanxian-catalog-retry': null;
  'sanxian-layers-close': null;
  /** Copies of layers on this machine. */
  'sanxian-keep': { act: 'save' | 'stop' | 'remove'; layers: readonly string[] };
  /** The version of the app that waits. */
  'sanxian-update': null;
  'sanxian-line-hover': { kind: LayerKind | null };
  'sanxian-line-fly': { kind: LayerKind };
  /** The decision path of a line; null closes it. */
  'sanxian-path': { kind: LayerKind | null };
  /** A person holds something else than the rule. */
  'sanxian-override': Place & { verdict: Verdict; reason: string; name: string };
  'sanxian-withdraw': Place;
  'sanxian-piece-select': { number: number | null };
  'sanxian-piece-fly': { number: number };
  'sanxian-drawer': { open: boolean };
  'sanxian-open-request': null;
  /** Said about the file that asks. */
  'sanxian-import-draft': { change: ImportAnswers };
  /** Said about the file that is open: it is read again. */
  'sanxian-import-reread': { change: ImportAnswers };
  'sanxian-paste-open': null;
  'sanxian-paste-close': null;
  'sanxian-paste': { text: string };
  'sanxian-recent-open': { key: string };
  'sanxian-recent-remove': { key: string };
  'sanxian-clear-data': null;
  /** All that is kept is about to be deleted: what still writes ends it. */
  'sanxian-forget': { wait(done: Promise<unknown>): void };
  'sanxian-project-close': null;
  'sanxian-project-save': null;
  'sanxian-crs-show': { epsg: number };
  'sanxian-locate': { at: readonly [number, number] };
  'sanxian-project-pick': { index: number };
  'sanxian-report-options': {
    formats?: readonly string[];
    reportLanguage?: 'zh' | 'en';
    greyFigures?: boolean;
  };
  'sanxian-report-redact': { on: boolean };
  /** null: the chosen one is no longer used. */
  'sanxian-report-template': { files: readonly File[] | null };
  'sanxian-resize': { width: number | null };
  'sanxian-copy': { text: string };
  'sanxian-first-close': null;
  'sanxian-first-open': null;
  /** A page of the help; null closes it. */
  'sanxian-help': { page: HelpPage | null };
  'sanxian-switch': { name: HelpSwitch; on: boolean };
  /** A step of the tour; null ends it. */
  'sanxian-tour': { step: number | null };
  'sanxian-clear-all': null;
  /** Pieces that stand out on the map. */
  'sanxian-pieces-light': { numbers: readonly number[] };
  'sanxian-pieces-save': { text: string };
  /** The panel at an edge is put away. */
  'sanxian-edge-close': null;
  'sanxian-base': { id: string | null };
  'sanxian-print-look': { on: boolean };
  'sanxian-dismiss': null;
  /** A tool on the map; null puts it away. */
  'sanxian-tool': { tool: MapTool | null };
  'sanxian-draw': DrawAct;
  'sanxian-measure': MeasureAct;
  /** How coordinates are written. */
  'sanxian-notation': { notation: Notation };
  'sanxian-place-query': { query: string };
  'sanxian-place-go': { key: string };
  'sanxian-place-leave': null;
  /** The mark on the map goes. */
  'sanxian-place-clear': null;
  /** Sides, and the share of the left one. */
  'sanxian-swipe': { left?: string; right?: string; part?: number };
  /** Lays a layer beside another, or beside its former edition. */
  'sanxian-layer-compare': { id: string };
  'sanxian-bookmark': BookmarkAct;
  'sanxian-link-copy': null;
  'sanxian-by-hand-close': null;
  'sanxian-batch': BatchAct;
  'sanxian-compare': CompareAct;
  'sanxian-review-tab': { tab: ReviewTab };
  /** The layer whose metadata the review panel shows. */
  'sanxian-review-layer': { id: string };
  'sanxian-identify-close': null;
  /** To the list of all that was identified. */
  'sanxian-identify-open': null;
  /** The outline of an identified feature is to be checked as a project. */
  'sanxian-feature-check': { layer: string; index: number };
  /** An administrative area of the statistics, to be shown on the map; null: its mark goes. */
  'sanxian-county': { code: string; name: string } | { code: null; name: '' };
  'sanxian-statistics': { act: 'start' | 'cancel' | 'again' };
  'sanxian-save-text': { name: string; mediaType: string; text: string };
  /** The dialog that makes a map at a round scale. */
  'sanxian-print': { open: boolean };
  'sanxian-print-make': SheetChoice;
}

export function emit<K extends keyof ComponentEvents>(
  target: EventTarget,
  name: K,
  ...detail: ComponentEvents[K] extends null ? [] : [ComponentEvents[K]]
): void {
  target.dispatchEvent(
    new CustomEvent(name, { detail: detail[0] ?? null, bubbles: true, composed: true }),
  );
}

declare global {
  interface HTMLElementEventMap {
    'sanxian-mode': CustomEvent<ComponentEvents['sanxian-mode']>;
    'sanxian-step': CustomEvent<ComponentEvents['sanxian-step']>;
    'sanxian-language': CustomEvent<ComponentEvents['sanxian-language']>;
    'sanxian-theme': CustomEvent<ComponentEvents['sanxian-theme']>;
    'sanxian-answer': CustomEvent<ComponentEvents['sanxian-answer']>;
    'sanxian-layer-change': CustomEvent<ComponentEvents['sanxian-layer-change']>;
    'sanxian-layer-retry': CustomEvent<ComponentEvents['sanxian-layer-retry']>;
    'sanxian-layer-only': CustomEvent<ComponentEvents['sanxian-layer-only']>;
    'sanxian-layer-zoom': CustomEvent<ComponentEvents['sanxian-layer-zoom']>;
    'sanxian-line-hover': CustomEvent<ComponentEvents['sanxian-line-hover']>;
    'sanxian-line-fly': CustomEvent<ComponentEvents['sanxian-line-fly']>;
    'sanxian-path': CustomEvent<ComponentEvents['sanxian-path']>;
    'sanxian-piece-select': CustomEvent<ComponentEvents['sanxian-piece-select']>;
    'sanxian-piece-fly': CustomEvent<ComponentEvents['sanxian-piece-fly']>;
    'sanxian-drawer': CustomEvent<ComponentEvents['sanxian-drawer']>;
    'sanxian-crs-show': CustomEvent<ComponentEvents['sanxian-crs-show']>;
    'sanxian-import-draft': CustomEvent<ComponentEvents['sanxian-import-draft']>;
    'sanxian-import-reread': CustomEvent<ComponentEvents['sanxian-import-reread']>;
    'sanxian-paste': CustomEvent<ComponentEvents['sanxian-paste']>;
    'sanxian-recent-open': CustomEvent<ComponentEvents['sanxian-recent-open']>;
    'sanxian-recent-remove': CustomEvent<ComponentEvents['sanxian-recent-remove']>;
    'sanxian-locate': CustomEvent<ComponentEvents['sanxian-locate']>;
    'sanxian-project-pick': CustomEvent<ComponentEvents['sanxian-project-pick']>;
    'sanxian-report-redact': CustomEvent<ComponentEvents['sanxian-report-redact']>;
    'sanxian-report-template': CustomEvent<ComponentEvents['sanxian-report-template']>;
    'sanxian-report-options': CustomEvent<ComponentEvents['sanxian-report-options']>;
    'sanxian-resize': CustomEvent<ComponentEvents['sanxian-resize']>;
    'sanxian-copy': CustomEvent<ComponentEvents['sanxian-copy']>;
    'sanxian-base': CustomEvent<ComponentEvents['sanxian-base']>;
    'sanxian-print-look': CustomEvent<ComponentEvents['sanxian-print-look']>;
    'sanxian-draw': CustomEvent<ComponentEvents['sanxian-draw']>;
    'sanxian-tool': CustomEvent<ComponentEvents['sanxian-tool']>;
    'sanxian-measure': CustomEvent<ComponentEvents['sanxian-measure']>;
    'sanxian-notation': CustomEvent<ComponentEvents['sanxian-notation']>;
    'sanxian-place-query': CustomEvent<ComponentEvents['sanxian-place-query']>;
    'sanxian-place-go': CustomEvent<ComponentEvents['sanxian-place-go']>;
    'sanxian-swipe': CustomEvent<ComponentEvents['sanxian-swipe']>;
    'sanxian-layer-compare': CustomEvent<ComponentEvents['sanxian-layer-compare']>;
    'sanxian-bookmark': CustomEvent<ComponentEvents['sanxian-bookmark']>;
    'sanxian-batch': CustomEvent<ComponentEvents['sanxian-batch']>;
    'sanxian-compare': CustomEvent<ComponentEvents['sanxian-compare']>;
    'sanxian-help': CustomEvent<ComponentEvents['sanxian-help']>;
    'sanxian-switch': CustomEvent<ComponentEvents['sanxian-switch']>;
    'sanxian-tour': CustomEvent<ComponentEvents['sanxian-tour']>;
    'sanxian-pieces-light': CustomEvent<ComponentEvents['sanxian-pieces-light']>;
    'sanxian-pieces-save': CustomEvent<ComponentEvents['sanxian-pieces-save']>;
    'sanxian-forget': CustomEvent<ComponentEvents['sanxian-forget']>;
    'sanxian-keep': CustomEvent<ComponentEvents['sanxian-keep']>;
  }
}
