import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Integrity, LayerSource } from '../domain/layer-source.ts';
import { parseCatalog } from '../files/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import type { CatalogHandle } from './run-check.ts';

/** Bytes of files beside the catalog, by their names there; must not fail before they are read. */
export interface BesideLayer {
  readonly sums?: (file: string, entry: CatalogLayer) => ByteSource;
  readonly edgeIndex?: (file: string) => ByteSource;
}

/**
 * A catalog and one layer source per entry. No layer file is touched here: a file that is missing or
 * broken shows when its layer is asked, and then belongs to that layer alone.
 *
 * @param sourceOf bytes of a layer file, by its catalog entry; must not fail before it is read
 * @param beside bytes of the side files that entries name: of `chunkSums`, without which such layers are
 *   verified as any other, and of `edgeIndex`, without which the index is built
 */
export function openCatalog(
  bytes: Uint8Array,
  name: string,
  sourceOf: (entry: CatalogLayer) => ByteSource,
  integrity: Exclude<Integrity, 'declared'>,
  beside: BesideLayer = {},
): CatalogHandle {
  const catalog = parseCatalog(bytes, name);
  const sources = new Map<string, LayerSource>(
    catalog.layers.map((entry) => [
      entry.id,
      openLayerSource(entry, sourceOf(entry), {
        integrity,
        sums: entry.chunkSums && beside.sums?.(entry.chunkSums.file, entry),
      }),
    ]),
  );
  const edgeIndexes = new Map<string, ByteSource>();
  for (const { id, edgeIndex } of catalog.layers) {
    const file = edgeIndex && beside.edgeIndex?.(edgeIndex.file);
    if (file) edgeIndexes.set(id, file);
  }
  return { catalog, sources, edgeIndexes };
}
