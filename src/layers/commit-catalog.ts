import type { LayerStore } from './layer-store.ts';
import { CATALOG } from './read-store-catalog.ts';

/**
 * Replaces the catalog, and knows afterwards whether it was replaced: where the store fails although the
 * new catalog is in place already, that counts as done, for its files must not be taken away again.
 */
export async function commitCatalog(
  store: LayerStore,
  bytes: Uint8Array,
  was: Uint8Array | null,
): Promise<void> {
  try {
    await store.replaceCatalog(bytes, was);
  } catch (error) {
    if (!(await isInPlace(store, bytes))) throw error;
  }
}

async function isInPlace(store: LayerStore, wanted: Uint8Array): Promise<boolean> {
  const source = store.open(CATALOG);
  try {
    const bytes = await source.read(0, await source.size());
    return bytes.length === wanted.length && bytes.every((byte, i) => byte === wanted[i]);
  } catch {
    return false;
  }
}
