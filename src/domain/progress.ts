import type { LayerKind } from './kinds.ts';
import type { LayerState } from './layer-state.ts';
import type { UrbanZone } from './zones.ts';

/** What a running check tells; plain data, crosses threads. */
export type Progress =
  | {
      readonly step: 'reading';
      readonly file: string;
      /** How far a file has come, 0 to 1; absent while nothing can be said. */
      readonly share?: number;
    }
  /** A check begins, or begins once more: what it told before no longer counts. */
  | { readonly step: 'begun' }
  | {
      readonly step: 'layer';
      readonly kind: LayerKind;
      readonly layer: string;
      readonly index: number;
      readonly total: number;
    }
  /** Every layer of a line was looked at; nothing is judged yet. */
  | { readonly step: 'measured'; readonly line: MeasuredLine }
  | { readonly step: 'judging' }
  | { readonly step: 'done' };

export type OnProgress = (progress: Progress) => void;

/** What a report will say of a line before anything is judged: facts, to the digit. */
export interface MeasuredLine {
  readonly kind: LayerKind;
  readonly state: LayerState;
  /** Looked at wherever the site lies. */
  readonly isWhole: boolean;
  readonly coverageShare: number;
  readonly uncoveredM2: number;
  readonly areaM2: number;
  readonly shareOfProject: number;
  readonly siteM2: number;
  /** Of the urban boundary; none of other lines, whose zones take more than one of them to tell. */
  readonly zones: readonly { readonly id: UrbanZone; readonly areaM2: number }[];
}
