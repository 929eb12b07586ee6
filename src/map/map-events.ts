import type { Position } from '../geometry/shapes.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { MapScale } from './scale-bar.ts';

/** A feature of a catalog layer under a place of the map. */
export interface Identified {
  readonly layer: string;
  /** Position in the layer file; null where features are drawn together and one must zoom in. */
  readonly index: number | null;
  /** As in the file. */
  readonly properties: Readonly<Record<string, string | number | boolean>>;
}

/** What a map view tells; every one may be left out. */
export interface MapEvents {
  /** null: the pointer left the map. */
  readonly onCursor?: (lonLat: Position | null) => void;
  /** With the piece of the report that was hit, if any. */
  readonly onClick?: (lonLat: Position, piece: string | null) => void;
  readonly onScale?: (scale: MapScale) => void;
  /** The view came to rest after a move. */
  readonly onMoved?: () => void;
  /** Some tiles of a layer cannot be drawn; told once for each reason until `retryLayer`. */
  readonly onLayerFailed?: (layer: string, reason: TileReason) => void;
  /** Drawing stopped (true) or goes on (false). */
  readonly onContextLost?: (lost: boolean) => void;
  /** Frames take long while the map moves. Once. */
  readonly onSlow?: () => void;
}
