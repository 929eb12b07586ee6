import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerKind } from '../domain/kinds.ts';

export type LayerGroup = 'project' | 'lines' | 'companions' | 'base';

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
}

export const LAYER_GROUPS = ['project', 'lines', 'companions', 'base'] as const;
