import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { kindRank } from '../domain/kinds.ts';
import { parseCatalog } from '../files/catalog.ts';
import { LAYERS_TITLE } from '../text/words/build.ts';
import type { BuildRequest } from './build-request.ts';
import { AT, freeName } from './edition-names.ts';
import { CATALOG, type RawEntry, renameFiles, type StoredCatalog } from './read-store-catalog.ts';

export interface ChangedCatalog {
  readonly bytes: Uint8Array;
  readonly catalog: Catalog;
}

/**
 * The catalog with an entry in the place of the current one of that id, which stays as a former edition.
 * All that other entries say, also in fields this version does not know, is kept.
 *
 * @param former how the entry replaced stands from now on, null for a layer that is new
 * @param dropped the former edition that becomes current, when one is put back
 */
export function changeCatalog(
  stored: StoredCatalog | null,
  change: {
    readonly entry: RawEntry & Pick<CatalogLayer, 'id' | 'kind'>;
    readonly former: RawEntry | null;
    readonly dropped?: string;
    readonly policy?: string | null;
    readonly region?: string | null;
  },
): ChangedCatalog {
  const { entry, former, dropped, policy, region } = change;
  const layers = (stored?.raw.layers ?? []).filter(({ id }) => id !== dropped);
  const at = layers.findIndex(({ id }) => id === entry.id);
  const place = at >= 0 ? at : placeOf(entry, layers);
  const document = {
    ...(stored?.raw ?? NEW_CATALOG),
    ...(policy === null || policy === undefined ? {} : { policy }),
    ...(region === null || region === undefined ? {} : { region }),
    layers: [
      ...layers.slice(0, place),
      entry,
      ...layers.slice(at >= 0 ? place + 1 : place),
      ...(former === null ? [] : [former]),
    ],
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 1)}\n`);
  // what is written must be what any reader accepts
  return { bytes, catalog: parseCatalog(bytes, CATALOG) };
}

const NEW_CATALOG = {
  schema: 'sanxian/catalog@1',
  title: LAYERS_TITLE,
  region: '',
  synthetic: false,
} as const;

/** A new layer comes after the current ones of its kind and of those before it in the fixed order. */
function placeOf({ kind }: Pick<CatalogLayer, 'kind'>, layers: readonly RawEntry[]): number {
  const before = (raw: RawEntry): boolean =>
    raw.role !== 'reference' && kindRank(raw.kind as CatalogLayer['kind']) <= kindRank(kind);
  return layers.findLastIndex(before) + 1;
}

/** A current entry as a former edition: nothing takes it for current, and `restore` finds it. */
export function asFormer(
  stored: StoredCatalog,
  current: CatalogLayer,
  rename: (file: string) => string,
  dropped?: string,
): RawEntry {
  const at = stored.catalog.layers.findIndex(({ id }) => id === current.id);
  const ids = new Set(stored.catalog.layers.map(({ id }) => id).filter((id) => id !== dropped));
  const id = freeName(`${current.id}${AT}${current.edition}`, (name) => ids.has(name));
  return renameFiles({ ...stored.raw.layers[at], id, role: 'reference', required: false }, rename);
}

/** What the catalog says of a layer besides what its file says of itself. */
export function describeRequest(
  request: BuildRequest,
  former: CatalogLayer | null,
): Pick<
  CatalogLayer,
  'kind' | 'required' | 'role' | 'edition' | 'owner' | 'approval' | 'crs' | 'security' | 'accuracyM'
> {
  return {
    kind: request.kind,
    required: former?.required ?? false,
    role: 'current',
    edition: request.edition.trim(),
    owner: request.owner.trim(),
    approval: request.approval,
    crs: 'EPSG:4490',
    security: request.security ?? former?.security ?? 'internal',
    accuracyM: request.accuracyM ?? former?.accuracyM ?? 0.5,
  };
}
