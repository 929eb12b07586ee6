import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Integrity, LayerSource } from '../domain/layer-source.ts';
import { parseCatalog } from '../files/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import type { CatalogHandle } from './run-check.ts';

/**
 * A catalog and one layer source per entry. No layer file is touched here: a file that is missing or
 * broken shows when its layer is asked, and then belongs to that layer alone.
 *
 * @param sourceOf bytes of a layer file, by its catalog entry; must not fail before it is read
 * @param sumsOf bytes of the side file that an entry with `chunkSums` names; without it such layers are
 *   verified as any other
 */
export function openCatalog(
  bytes: Uint8Array,
  name: string,
  sourceOf: (entry: CatalogLayer) => ByteSource,
  integrity: Exclude<Integrity, 'declared'>,
  sumsOf?: (entry: CatalogLayer) => ByteSource,
): CatalogHandle {
  const catalog = parseCatalog(bytes, name);
  const sources = new Map<string, LayerSource>(
    catalog.layers.map((entry) => [
      entry.id,
      openLayerSource(entry, sourceOf(entry), {
        integrity,
        sums: entry.chunkSums ? sumsOf?.(entry) : undefined,
      }),
    ]),
  );
  return { catalog, sources };
}
