import type { MessageParams } from '../../domain/user-error.ts';

/** A file to keep, with what the catalog says of it. */
export interface FileToKeep {
  readonly url: string;
  readonly sha256: string;
  /** Where the catalog tells the length. */
  readonly bytes?: number | undefined;
}

/** One layer at a time is saved; others wait their turn. */
export type SaveRequest =
  | { readonly type: 'save'; readonly layer: string; readonly files: readonly FileToKeep[] }
  /** What has arrived stays, so that it can go on from there. */
  | { readonly type: 'stop'; readonly layer: string };

export type SaveAnswer =
  | {
      readonly type: 'saving';
      readonly layer: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'saved'; readonly layer: string }
  | { readonly type: 'stopped'; readonly layer: string }
  | {
      readonly type: 'failed';
      readonly layer: string;
      readonly reason: { readonly code: string; readonly params: MessageParams };
    };
