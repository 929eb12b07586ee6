import type { Text } from '../text/text.ts';

/** How it stands with the copy of a layer on this machine. */
export interface KeptState {
  readonly state: 'none' | 'part' | 'waiting' | 'saving' | 'kept' | 'old' | 'failed';
  /** Of all its files together. */
  readonly bytes: number;
  /** Of what is to be kept, how much is here: 0 to 1. */
  readonly share: number;
  /** Why it is not kept. */
  readonly why: Text | null;
}

/** As people read it: MB with one decimal; kB below a tenth of one. */
export function sizeWords(bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
