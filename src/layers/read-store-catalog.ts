import { ByteError } from '../bytes/byte-source.ts';
import type { Catalog } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { parseCatalog } from '../files/catalog.ts';
import type { LayerStore } from './layer-store.ts';

export const CATALOG = 'catalog.json';

/** A layer's entry as it stands in the file: with what this version does not know, without defaults. */
export type RawEntry = Readonly<Record<string, unknown>>;

export interface StoredCatalog {
  readonly bytes: Uint8Array;
  readonly catalog: Catalog;
  /** The document as written; `layers` in the order of `catalog.layers`. */
  readonly raw: Readonly<Record<string, unknown>> & { readonly layers: readonly RawEntry[] };
}

/**
 * The catalog of a folder of layers, null where there is none yet.
 *
 * @throws UserError `catalog-...`: a broken catalog is never taken for none
 */
export async function readStoreCatalog(
  store: LayerStore,
  signal?: AbortSignal,
): Promise<StoredCatalog | null> {
  const source = store.open(CATALOG);
  let bytes: Uint8Array;
  try {
    bytes = await source.read(0, await source.size(signal), signal);
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    if (error.code === 'missing') return null;
    throw new UserError('catalog-unreadable', {
      ...error.params,
      catalog: `${store.name}/${CATALOG}`,
      reason: error.code,
    });
  }
  const catalog = parseCatalog(bytes, `${store.name}/${CATALOG}`);
  return { bytes, catalog, raw: JSON.parse(new TextDecoder().decode(bytes)) };
}

/** All files that an entry names: the layer, its sums, edge index, names and levels of detail. */
export function filesOf(entry: Catalog['layers'][number]): string[] {
  const { file, chunkSums, edgeIndex, names, lod } = entry;
  return [
    file,
    ...(chunkSums ? [chunkSums.file] : []),
    ...(edgeIndex ? [edgeIndex.file] : []),
    ...(names ? [names.file] : []),
    ...lod.map((level) => level.file),
  ];
}

/** The same entry with every file name changed. */
export function renameFiles<E extends RawEntry>(entry: E, rename: (file: string) => string): E {
  const named = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('file' in value)) return value;
    return { ...value, file: rename(String(value.file)) };
  };
  const { chunkSums, edgeIndex, names, lod } = entry;
  return {
    ...entry,
    file: rename(String(entry.file)),
    ...(chunkSums === undefined ? {} : { chunkSums: named(chunkSums) }),
    ...(edgeIndex === undefined ? {} : { edgeIndex: named(edgeIndex) }),
    ...(names === undefined ? {} : { names: named(names) }),
    ...(Array.isArray(lod) ? { lod: lod.map(named) } : {}),
  };
}
