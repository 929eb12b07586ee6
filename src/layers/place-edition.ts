import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import type { Note } from '../domain/note.ts';
import { UserError } from '../domain/user-error.ts';
import type { BuildRequest } from './build-request.ts';
import { asFormer, changeCatalog } from './change-catalog.ts';
import { commitCatalog } from './commit-catalog.ts';
import { EDITIONS } from './edition-names.ts';
import type { LayerStore, Staging } from './layer-store.ts';
import { type BuildPlan, freeFolder } from './plan-build.ts';
import { filesOf, renameFiles, type StoredCatalog } from './read-store-catalog.ts';

export interface PlacedEdition {
  readonly catalog: Catalog;
  readonly entry: CatalogLayer;
  readonly former: CatalogLayer | null;
  readonly notes: readonly Note[];
}

/**
 * Puts a staged edition in place and makes it current: its folder appears whole, under a name nobody
 * knows; then the catalog is replaced. A former edition that lies elsewhere gets its folder in the same
 * way, and leaves its old place once no catalog names it.
 */
export async function placeEdition(
  request: BuildRequest,
  plan: BuildPlan,
  stored: StoredCatalog | null,
  staged: { readonly entry: CatalogLayer; readonly staging: Staging },
  store: LayerStore,
): Promise<PlacedEdition> {
  const { former, folder } = plan;
  const placed: string[] = [];
  const moveTo = async (staging: Staging, to: string): Promise<void> => {
    await staging.moveTo(to);
    placed.push(to);
  };
  try {
    await moveTo(staged.staging, folder);
    const moved = former === null ? null : await moveFormer(former, store, moveTo);
    const entry = renameFiles(staged.entry, (file) => `${folder}/${file}`);
    const formerEntry = moved === null ? null : asFormer(stored!, former!, moved.rename);
    const { bytes, catalog } = changeCatalog(stored, {
      entry,
      former: formerEntry,
      policy: request.policy,
      region: request.region,
    });
    await commitCatalog(store, bytes, stored?.bytes ?? null);
    const settled = placed.splice(0);
    const named = new Set(catalog.layers.flatMap(filesOf));
    const left = moved?.left.filter((file) => !named.has(file)) ?? [];
    const byId = (id: unknown): CatalogLayer | undefined =>
      catalog.layers.find((layer) => layer.id === id);
    return {
      catalog,
      entry: byId(entry.id)!,
      former: byId(formerEntry?.id) ?? null,
      notes: await tidyUp(settled, left, store),
    };
  } catch (error) {
    await takeBack(placed, store);
    throw error;
  }
}

/** The edition is current by now: what cannot be tidied up is told, and is no failure. */
async function tidyUp(
  settled: readonly string[],
  left: readonly string[],
  store: LayerStore,
): Promise<Note[]> {
  const notes: Note[] = [];
  const attempt = async (name: string, act: Promise<void>): Promise<void> => {
    try {
      await act;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const params = { file: name, reason: error.code };
      notes.push({ code: 'build-left-behind', severity: 'warning', params });
    }
  };
  for (const folder of settled) await attempt(folder, store.settle(folder));
  for (const file of left) await attempt(file, store.remove(file));
  return notes;
}

/** What cannot be taken back now is swept away by the next build: no catalog names it. */
async function takeBack(placed: readonly string[], store: LayerStore): Promise<void> {
  for (const folder of placed) {
    try {
      await store.remove(folder);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
}

interface MovedFormer {
  readonly rename: (file: string) => string;
  /** Files no longer needed where they were. */
  readonly left: readonly string[];
}

/** Editions built here already lie where they stay. */
async function moveFormer(
  former: CatalogLayer,
  store: LayerStore,
  moveTo: (staging: Staging, to: string) => Promise<void>,
): Promise<MovedFormer> {
  const files = filesOf(former);
  if (files.every((file) => file.startsWith(`${EDITIONS}/`))) {
    return { rename: (file) => file, left: [] };
  }
  const folder = await freeFolder(former.id, former.edition, store);
  const staging = await store.stage();
  try {
    for (const file of files) await staging.adopt(file, file);
    await moveTo(staging, folder);
  } finally {
    await staging.discard();
  }
  return { rename: (file) => `${folder}/${file}`, left: files };
}
