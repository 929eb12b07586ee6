import type { LayerKind } from './kinds.ts';

/** What a running check tells; plain data, crosses threads. */
export type Progress =
  | {
      readonly step: 'reading';
      readonly file: string;
      /** How far a file has come, 0 to 1; absent while nothing can be said. */
      readonly share?: number;
    }
  | {
      readonly step: 'layer';
      readonly kind: LayerKind;
      readonly layer: string;
      readonly index: number;
      readonly total: number;
    }
  | { readonly step: 'judging' }
  | { readonly step: 'done' };

export type OnProgress = (progress: Progress) => void;
