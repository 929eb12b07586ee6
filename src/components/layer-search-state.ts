import type { LayerKind } from '../domain/kinds.ts';
import type { BBox } from '../geometry/shapes.ts';

/** A code or a name that was found, with all features that carry it. */
export interface FoundRow {
  readonly field: 'code' | 'name';
  readonly text: string;
  readonly features: number;
  readonly box: BBox;
}

/** How one layer stands in a search. Only `found` without hits means that it is not there. */
export interface SearchedLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'found' | 'failed' | 'stopped';
  /** Features read so far, of all; 0 where a layer need not be read. */
  readonly read: number;
  readonly of: number;
  readonly hits: readonly FoundRow[];
  readonly more: boolean;
  readonly namesByBeginning: boolean;
  /** Features without a code, or without a name. */
  readonly without: { readonly code: number; readonly name: number };
  /** Why it was not searched. */
  readonly why: string;
}

export interface LayerSearch {
  readonly query: string;
  readonly layers: readonly SearchedLayer[];
}

export function isSearching({ layers }: LayerSearch): boolean {
  return layers.some(({ state }) => state === 'waiting' || state === 'reading');
}
