import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { BoxPlace } from '../geometry/box-in-polygons.ts';
import type { KeptState } from './kept-state.ts';

export type LayerGroup = 'project' | 'lines' | 'companions' | 'base';

/** What the view holds of a layer, by the index. */
export interface InView {
  /** Features whose box meets the view; null: not counted yet, or not to be told. */
  readonly features: number | null;
  /** `old` numbers are of the view before. */
  readonly state: 'counting' | 'old' | 'counted' | 'failed';
  /** How the view lies to where the layer is complete; null where completeness is no question. */
  readonly covered: BoxPlace | null;
}

/** A row of the layer panel. The app keeps the list; the panel only shows it. */
export interface LayerRow {
  /** Id in the catalog, or `site`, `occupied`, `coverage`. */
  readonly id: string;
  readonly group: LayerGroup;
  readonly kind: LayerKind | 'site' | 'occupied' | 'coverage';
  readonly name: string;
  readonly visible: boolean;
  readonly opacity: number;
  readonly entry: CatalogLayer | null;
  /** Why the layer cannot answer, in words; null where it can. */
  readonly gap: string | null;
  /** Why tiles of it are not drawn, one sentence a reason; the check does not depend on them. */
  readonly faults: readonly string[];
  /** null where nobody asked: a hidden layer, or no map. */
  readonly inView: InView | null;
  /** Nothing of the kind is drawn at the present scale. */
  readonly tooFar: boolean;
  /** On this machine or not; absent where nothing can be kept. */
  readonly kept?: KeptState | undefined;
}

export const LAYER_GROUPS = ['project', 'lines', 'companions', 'base'] as const;

/** Rows that a person may put into another order: layers of the catalog, within their group. */
export function isMovable({ entry }: LayerRow): boolean {
  return entry !== null;
}
