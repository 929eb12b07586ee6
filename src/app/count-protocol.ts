import type { BoxPlace } from '../geometry/box-in-polygons.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { TileReason } from '../tiles/tile-messages.ts';

/** Asks the tile worker, which holds the indexes, what the view holds. A later one replaces it. */
export interface CountRequest {
  readonly type: 'count';
  readonly ask: number;
  readonly bbox: BBox;
  /** Ids; answered one by one, in this order. */
  readonly layers: readonly string[];
}

export interface ViewCount {
  readonly layer: string;
  /** How many features have a box that meets the view, exactly; null where that could not be told. */
  readonly features: number | null;
  /** Why not. */
  readonly reason: TileReason | null;
  /** How the view lies to where the layer is complete; null for a layer that never is (context). */
  readonly covered: BoxPlace | null;
}

export interface CountAnswer {
  readonly type: 'counted';
  readonly ask: number;
  readonly count: ViewCount;
}
