import { sha256Stream } from '../bytes/sha256.ts';
import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { layerError } from '../files/layer-error.ts';
import type { BuildTools } from './build-request.ts';
import { asFormer, changeCatalog } from './change-catalog.ts';
import { commitCatalog } from './commit-catalog.ts';
import { AT } from './edition-names.ts';
import type { LayerStore } from './layer-store.ts';
import { readStoreCatalog } from './read-store-catalog.ts';

export interface RestoreRequest {
  readonly id: string;
  /**
   * The edition that is to be current again, as its entry has it; where several former ones are called so,
   * what stands after the `@` of the entry's id.
   */
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
  { id, edition }: RestoreRequest,
  tools: Pick<BuildTools, 'store' | 'createHash' | 'signal'>,
): Promise<RestoreResult> {
  const { store, signal } = tools;
  const stored = await readStoreCatalog(store, signal);
  const layers = stored?.catalog.layers ?? [];
  const current = layers.find((entry) => entry.id === id && entry.role === 'current');
  if (stored === null || current === undefined) {
    const choices = layers.filter(({ role }) => role === 'current').map((entry) => entry.id);
    throw new UserError('restore-no-layer', { id, choices: choices.join(', ') });
  }
  const chosen = chooseFormer(id, edition, layers);
  await verifyFiles(chosen, tools);

  const former = asFormer(stored, current, (file) => file, chosen.id);
  const changed = changeCatalog(stored, {
    entry: {
      ...stored.raw.layers[layers.indexOf(chosen)],
      id,
      kind: current.kind,
      role: 'current',
      required: current.required,
    },
    former,
    dropped: chosen.id,
  });
  await commitCatalog(store, changed.bytes, stored.bytes);
  const byId = (wanted: unknown): CatalogLayer =>
    changed.catalog.layers.find((layer) => layer.id === wanted)!;
  return { catalog: changed.catalog, entry: byId(id), former: byId(former.id) };
}

function chooseFormer(id: string, edition: string, layers: readonly CatalogLayer[]): CatalogLayer {
  const former = layers.filter(
    (entry) => entry.role === 'reference' && entry.id.startsWith(`${id}${AT}`),
  );
  const nameOf = (entry: CatalogLayer): string => entry.id.slice(id.length + AT.length);
  const choices = former.map(nameOf).join(', ');
  const named = former.filter((entry) => entry.edition === edition);
  const exact = former.find((entry) => nameOf(entry) === edition);
  if (named.length > 1 && exact === undefined) {
    throw new UserError('restore-which', { id, edition, choices });
  }
  const chosen = named.length === 1 ? named[0] : exact;
  if (chosen === undefined) throw new UserError('restore-no-edition', { id, edition, choices });
  return chosen;
}

/** Every file that the entry names must still be the one it was. */
async function verifyFiles(
  entry: CatalogLayer,
  tools: { readonly store: LayerStore } & Pick<BuildTools, 'createHash' | 'signal'>,
): Promise<void> {
  const { file, sha256, chunkSums, edgeIndex, names, lod } = entry;
  for (const one of [{ file, sha256 }, chunkSums, edgeIndex, names, ...lod]) {
    if (one === undefined) continue;
    try {
      await verifyFile(one.file, one.sha256, tools);
    } catch (error) {
      throw layerError({ ...entry, file: one.file }, error);
    }
  }
}

const PIECE = 8 * 1024 * 1024;

async function verifyFile(
  file: string,
  sha256: string,
  { store, createHash = sha256Stream, signal }: Parameters<typeof verifyFiles>[1],
): Promise<void> {
  const source = store.open(file);
  const size = await source.size(signal);
  const hash = createHash();
  for (let at = 0; at < size; at += PIECE) {
    hash.update(await source.read(at, Math.min(PIECE, size - at), signal));
  }
  if (hash.digestHex() !== sha256) throw new UserError('layer-sha256', { file });
}
