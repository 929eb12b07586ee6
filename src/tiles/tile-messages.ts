import type { CatalogLayer } from '../domain/catalog.ts';
import type { MessageParams } from '../domain/user-error.ts';
import type { TileId } from './mercator.ts';

/** What the map and the tile worker say to each other: plain data. */

/** Which layers there are; `base` is the address their file names resolve against. */
export interface OpenLayers {
  readonly type: 'open';
  readonly base: string;
  readonly layers: readonly CatalogLayer[];
}

export interface TileRequest extends TileId {
  readonly type: 'tile';
  readonly id: number;
  readonly layer: string;
}

export interface TileAbort {
  readonly type: 'abort';
  readonly id: number;
}

export type ToTileWorker = OpenLayers | TileRequest | TileAbort;

/** Why a tile could not be made: a `UserError` as plain data, or `tile-fault` for a fault of ours. */
export interface TileReason {
  readonly code: string;
  readonly params: MessageParams;
}

export type FromTileWorker =
  | { readonly type: 'tile'; readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly type: 'failed'; readonly id: number; readonly reason: TileReason }
  | { readonly type: 'aborted'; readonly id: number }
  | FellBack;

/** Tiles of a layer are drawn, but not from its level-of-detail files; said once a layer. */
export interface FellBack {
  readonly type: 'fell-back';
  readonly layer: string;
  readonly reason: TileReason;
}
