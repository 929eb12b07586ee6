import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { Indicator, StatisticsProgress, StatisticsResult } from '../domain/statistics.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Text } from '../text/text.ts';
import type { IdentifiedRow } from './identified-rows.ts';

/** What review mode shows; made by the app, taken by elements. */
export const REVIEW_TABS = ['identify', 'statistics', 'metadata', 'bookmarks'] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

export interface IdentifyView {
  readonly at: Position;
  readonly busy: boolean;
  readonly rows: readonly IdentifiedRow[];
  /** Layers that could not be asked, with why. */
  readonly failed: readonly { readonly entry: CatalogLayer; readonly why: Text }[];
  /** Layers that are not complete here. */
  readonly uncovered: readonly CatalogLayer[];
  readonly asked: number;
  readonly hidden: number;
}

/**
 * The one feature that a person asks about: of the control lines; nobody clicks for the county around it.
 * null where there is none, or more, or a layer that could not say: then the list is needed.
 */
export function singleRow({ rows, failed, uncovered }: IdentifyView): IdentifiedRow | null {
  if (failed.length + uncovered.length > 0) return null;
  const controls = rows.filter(({ entry }) => isControlKind(entry.kind));
  const wanted = controls.length > 0 ? controls : rows;
  return wanted.length === 1 ? wanted[0]! : null;
}

/** A result with its reason in words. */
export type SpokenResult =
  | Extract<StatisticsResult, { state: 'measured' }>
  | (Extract<StatisticsResult, { state: 'failed' }> & { readonly why: Text });

export interface SpokenIndicator extends Indicator {
  /** Why not computed, in words. */
  readonly why: Text | null;
}

export interface StatisticsView {
  readonly state: 'idle' | 'running' | 'stopped' | 'done';
  readonly progress: StatisticsProgress | null;
  /** Of the files that would be read. */
  readonly bytes: number;
  /** By `kindsKey`. */
  readonly results: ReadonlyMap<string, SpokenResult>;
  readonly indicators: readonly SpokenIndicator[];
  /** The rule pack could not be read. */
  readonly packFailure: Text | null;
  /** Why nothing was summed at all. */
  readonly failure: Text | null;
}

export const NO_STATISTICS: StatisticsView = {
  state: 'idle',
  progress: null,
  bytes: 0,
  results: new Map(),
  indicators: [],
  packFailure: null,
  failure: null,
};
