import type { LayerKind } from './kinds.ts';

/** What a running check tells; plain data, crosses threads. */
export type Progress =
  | { readonly step: 'reading'; readonly file: string }
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
