import type { LiveFinding } from '../../check/live-check.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { BBox, FlatPolygons } from '../../geometry/shapes.ts';
import type { Text } from '../../text/text.ts';

/** What crosses between the page and `live-worker.ts`: plain data only. */
export type ToLiveWorker =
  | { readonly type: 'open'; readonly catalogUrl: string }
  /** The shapes as they are at this moment; a later one replaces it. */
  | {
      readonly type: 'look';
      readonly id: number;
      readonly parcels: readonly { readonly id: string; readonly polygons: FlatPolygons }[];
    }
  /** The place in view: its edges are wanted for snapping. */
  | { readonly type: 'view'; readonly box: BBox };

/** A line of the panel. `areaM2` is null wherever not all of the site was looked at by anybody. */
export interface LiveLine {
  readonly kind: LayerKind;
  readonly state:
    | 'measured'
    | 'touch'
    | 'below-threshold'
    | 'loading'
    | 'failed'
    | 'not-covered'
    | 'not-loaded';
  /** What was measured where the layers speak. */
  readonly areaM2: number | null;
  /** Ground for which nobody speaks, m². */
  readonly uncoveredM2: number;
  /** Of the urban boundary: what lies outside of it, where that is known. */
  readonly outsideM2: number | null;
}

export interface LiveLooked {
  readonly type: 'looked';
  readonly id: number;
  readonly siteM2: number;
  readonly lines: readonly LiveLine[];
  readonly pieces: LiveFinding['pieces'];
  readonly piecesLeftOut: number;
  /** Time in the kernel, ms. */
  readonly tookMs: number;
}

export type FromLiveWorker =
  | LiveLooked
  /** Edges of control lines in the view, x1, y1, x2, y2 as they stand in the layers. */
  | { readonly type: 'edges'; readonly segments: Float64Array }
  /** Nothing can be looked at: the catalog, or the worker itself. */
  | { readonly type: 'failed'; readonly id: number | null; readonly why: Text };
