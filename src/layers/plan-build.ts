import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind, KINDS } from '../domain/kinds.ts';
import type { Note } from '../domain/note.ts';
import { UserError } from '../domain/user-error.ts';
import type { Column } from '../files/flatgeobuf/format.ts';
import type { LayerShape } from '../files/flatgeobuf/sorted-head.ts';
import type { BuildRequest } from './build-request.ts';
import { checkLayerId, EDITIONS, editionName, freeName } from './edition-names.ts';
import type { LayerStore } from './layer-store.ts';
import { mergeColumns, mergeGeometryTypes } from './merge-columns.ts';
import type { StoredCatalog } from './read-store-catalog.ts';

/** Where a layer is going to stand, and what it is going to replace. */
export interface BuildPlan {
  readonly id: string;
  readonly title: CatalogLayer['title'];
  readonly former: CatalogLayer | null;
  /** Free, relative to the catalog. */
  readonly folder: string;
  readonly notes: readonly Note[];
}

/** @throws UserError `build-...` for a request that cannot be carried out, whatever the sources hold */
export async function planBuild(
  request: BuildRequest,
  stored: StoredCatalog | null,
  store: LayerStore,
): Promise<BuildPlan> {
  const { kind, coverage, streams } = request;
  for (const [what, value] of [
    ['owner', request.owner],
    ['edition', request.edition],
  ] as const) {
    if (value.trim() === '') throw new UserError('build-empty', { what });
  }
  if (streams.length === 0) throw new UserError('build-no-source');
  if (coverage === null && isControlKind(kind)) throw new UserError('build-coverage', { kind });

  const layers = stored?.catalog.layers ?? [];
  const id = request.id ?? soleIdOf(kind, layers) ?? kind;
  checkLayerId(id);
  const former = layers.find((entry) => entry.id === id) ?? null;
  if (former !== null && (former.kind !== kind || former.role !== 'current')) {
    throw new UserError('build-id-taken', { id, kind: former.kind, role: former.role });
  }
  if (request.replaceWhere !== null && former === null) {
    throw new UserError('build-replace-nothing', { id, catalog: store.name });
  }
  return {
    id,
    title: request.title ?? former?.title ?? { ...KINDS[kind].title },
    former,
    folder: await freeFolder(id, request.edition, store),
    notes: stored?.catalog.synthetic
      ? [{ code: 'build-synthetic', severity: 'warning', params: { catalog: store.name } }]
      : [],
  };
}

/** A folder for an edition of a layer that is not there yet. */
export async function freeFolder(id: string, edition: string, store: LayerStore): Promise<string> {
  const home = `${EDITIONS}/${id}`;
  const there = await store.list(home);
  // no file system here tells capital letters apart for certain
  const taken = new Set(there.map((name) => name.normalize('NFC').toLowerCase()));
  return `${home}/${freeName(editionName(edition), (name) => taken.has(name.toLowerCase()))}`;
}

/** Building a kind again means its layer, where there is one only. */
function soleIdOf(kind: CatalogLayer['kind'], layers: readonly CatalogLayer[]): string | null {
  const same = layers.filter((entry) => entry.kind === kind && entry.role === 'current');
  if (same.length > 1) {
    const choices = same.map(({ id }) => id).join(', ');
    throw new UserError('build-which-id', { kind, choices });
  }
  return same[0]?.id ?? null;
}

/**
 * What the layer file is made of.
 *
 * @throws UserError `build-columns-clash`, `build-geometry-clash`, `build-geometry`, `build-field`
 */
export function shapeOfLayer(
  request: BuildRequest,
  { id, title }: Pick<BuildPlan, 'id' | 'title'>,
  streams: BuildRequest['streams'],
): LayerShape {
  const columns: readonly Column[] = mergeColumns(streams);
  const geometryType = mergeGeometryTypes(streams);
  if (isControlKind(request.kind) && !geometryType.endsWith('Polygon')) {
    throw new UserError('build-geometry', { kind: request.kind, type: geometryType });
  }
  for (const [role, column] of Object.entries(request.fields)) {
    if (column === undefined || columns.some(({ name }) => name === column)) continue;
    const choices = columns.map(({ name }) => name).join(', ');
    throw new UserError('build-field', { role, column, choices });
  }
  return { name: id, title: title.zh, columns, crs: 4490, geometryType };
}
