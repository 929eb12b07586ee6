import type { CatalogLayer } from '../domain/catalog.ts';
import type { FoundInLayer } from '../layers/find-features.ts';
import type { TileReason } from '../tiles/tile-messages.ts';

/** Looks through layers one after the other. A later search, or `stop`, ends the one before. */
export type FindRequest =
  | {
      readonly type: 'find';
      readonly id: number;
      /** Address that file names resolve against. */
      readonly base: string;
      readonly layers: readonly CatalogLayer[];
      readonly query: string;
      readonly limit: number;
    }
  | { readonly type: 'stop' };

/** Each layer is answered once, by `found` or `failed`; `reading` comes before, for some. */
export type FindAnswer =
  | {
      readonly type: 'found';
      readonly id: number;
      readonly layer: string;
      readonly found: FoundInLayer;
    }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly layer: string;
      readonly reason: TileReason;
    }
  | {
      readonly type: 'reading';
      readonly id: number;
      readonly layer: string;
      /** Features so far. */
      readonly read: number;
    };
