import {
  type IdentifyView,
  NO_STATISTICS,
  REVIEW_TABS,
  type ReviewTab,
  type StatisticsView,
} from '../../components/review-state.ts';
import type { Integrity } from '../../domain/layer-source.ts';
import { readPreferences } from '../preferences.ts';

/** What review mode holds: part of the look. */
export interface ReviewView {
  readonly tab: ReviewTab;
  readonly identify: IdentifyView | null;
  readonly statistics: StatisticsView;
  /** The layer whose metadata is shown; null: the first. */
  readonly layer: string | null;
  /** How far files were compared with the catalog, by layer id. */
  readonly verified: ReadonlyMap<string, Integrity>;
  readonly print: {
    readonly open: boolean;
    readonly busy: boolean;
    readonly said: string;
    readonly failure: string;
  };
}

export const NO_PRINT: ReviewView['print'] = { open: false, busy: false, said: '', failure: '' };

/** As a visit, or another catalog, begins: the tab is remembered, nothing else. */
export function startReview(): ReviewView {
  const { reviewTab } = readPreferences();
  return {
    tab: REVIEW_TABS.find((tab) => tab === reviewTab) ?? 'identify',
    identify: null,
    statistics: NO_STATISTICS,
    layer: null,
    verified: new Map(),
    print: NO_PRINT,
  };
}
