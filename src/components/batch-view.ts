import type { Summary } from '../domain/summary.ts';
import type { Text } from '../text/text.ts';
import type { BatchRow, TableLook } from './batch-rows.ts';

/** A drawing of the row that is looked at. */
export interface RowFigure {
  readonly key: number;
  /** As a data address; null while it is drawn, or where there is nothing to draw. */
  readonly source: string | null;
  /** What it does not show. */
  readonly notes: readonly string[];
  readonly drawing: boolean;
  readonly failure: Text | null;
}

/** A batch as it stands on screen. */
export interface BatchView {
  readonly rows: readonly BatchRow[];
  readonly run: 'idle' | 'running' | 'paused';
  /** s; null: not known yet, or nothing runs. */
  readonly remainingS: number | null;
  readonly look: TableLook;
  readonly tab: 'projects' | 'totals';
  /** Key of the row that is looked at. */
  readonly selected: number | null;
  /** The field by which the file of that row is split; '' for none. */
  readonly splitBy: string;
  readonly checked: ReadonlySet<number>;
  readonly figure: RowFigure | null;
  /** Reports that are being made. */
  readonly making: { readonly done: number; readonly of: number } | null;
  /** What a person should know of the batch as a whole; stays until it is put away. */
  readonly said: readonly Text[];
  /** What each county's projects occupy; read where the tab is open. */
  readonly totals: Summary['totals'];
  /** Key of the row that is open in the site check. */
  readonly opened: number | null;
}

export const NO_BATCH: BatchView = {
  rows: [],
  run: 'idle',
  remainingS: null,
  look: { query: '', pills: new Set(), sort: { column: 'number', down: false } },
  tab: 'projects',
  selected: null,
  splitBy: '',
  checked: new Set(),
  figure: null,
  making: null,
  said: [],
  totals: [],
  opened: null,
};

/** What a person does with a batch. */
export type BatchAct =
  | { readonly act: 'files'; readonly files: readonly File[] }
  | { readonly act: 'pause' | 'resume' | 'cancel' | 'clear' | 'export' | 'said' }
  | { readonly act: 'look'; readonly look: Partial<TableLook> }
  | { readonly act: 'tab'; readonly tab: BatchView['tab'] }
  | { readonly act: 'select'; readonly key: number | null }
  | { readonly act: 'check'; readonly keys: readonly number[]; readonly on: boolean }
  | { readonly act: 'open'; readonly key: number }
  /** The file of a row as one project for each value of a field; null: as one project. */
  | { readonly act: 'split'; readonly key: number; readonly field: string | null }
  /** null: all that failed. */
  | { readonly act: 'retry'; readonly key: number | null }
  | { readonly act: 'reports' | 'reports-cancel' }
  | { readonly act: 'return' };
