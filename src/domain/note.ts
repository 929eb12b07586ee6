import type { MessageParams } from './user-error.ts';

export type Severity = 'info' | 'warning' | 'error';

/** Something worth saying beside a result. Words are added where the report is assembled. */
export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly params: MessageParams;
  /** Place of a defect on the map, lon/lat. */
  readonly at?: readonly [number, number];
}
