import type { Text } from '../text/text.ts';
import type { ChipName } from './chip-name.ts';

/** One of two reports, as its column is headed. */
export interface ReportHead {
  /** null: the check on screen. */
  readonly file: string | null;
  readonly name: string;
  readonly number: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly chip: ChipName;
  readonly complete: boolean;
  readonly editions: string;
}

export interface DifferenceRow {
  readonly label: Text;
  readonly was: Text;
  readonly is: Text;
}

/** Two reports beside each other, or one that waits for the other. */
export interface ComparisonView {
  readonly was: ReportHead;
  readonly is: ReportHead | null;
  /** The outcome in a sentence; of one report what can be done with it. */
  readonly said: Text;
  /** What weakens the comparison. */
  readonly warnings: readonly Text[];
  readonly groups: readonly { readonly title: Text; readonly rows: readonly DifferenceRow[] }[];
  /** The project of the first can be checked with today's layers. */
  readonly canRecheck: boolean;
}

/** What a person does with reports made earlier. */
export type CompareAct =
  | { readonly act: 'pick' | 'close' | 'recheck' }
  | { readonly act: 'files'; readonly files: readonly File[] };
