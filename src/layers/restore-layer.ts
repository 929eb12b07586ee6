import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import type { LayerStore } from './layer-store.ts';

export interface RestoreRequest {
  readonly id: string;
  /** As in the catalog entry that is to be current again. */
  readonly edition: string;
}

export interface RestoreResult {
  readonly catalog: Catalog;
  /** Current from now on. */
  readonly entry: CatalogLayer;
  /** What was current till now. */
  readonly former: CatalogLayer;
}

/**
 * Makes a former edition the current one again; the current one becomes a former one. Files stay where
 * they are, only the catalog changes.
 *
 * @throws UserError `restore-...`, `store-...`, `catalog-...`, `layer-...` when a file of that edition is
 *   not what the catalog says of it
 */
export async function restoreLayer(
  request: RestoreRequest,
  store: LayerStore,
): Promise<RestoreResult> {
  throw new Error(`${request.id} in ${store.name}: not there yet`);
}
