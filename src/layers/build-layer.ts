import type { CatalogLayer } from '../domain/catalog.ts';
import type { BuildRequest, BuildResult, BuildTools } from './build-request.ts';
import { describeStaged } from './describe-staged.ts';
import { placeEdition } from './place-edition.ts';
import { planBuild, shapeOfLayer } from './plan-build.ts';
import { readSources } from './read-sources.ts';
import { filesOf, readStoreCatalog } from './read-store-catalog.ts';
import { measureLayerFile, writeLayerFile } from './write-layer-file.ts';

export type {
  BuildProgress,
  BuildRequest,
  BuildResult,
  BuildStage,
  BuildStep,
  BuildTools,
  ReplaceWhere,
  StepContext,
} from './build-request.ts';
export type { LayerStore, StagedFile, Staging } from './layer-store.ts';

/**
 * Builds one layer into a folder of layers: an indexed FlatGeobuf file in EPSG:4490 with all that goes
 * with it, then the catalog. Every edition has a folder of its own, `editions/<id>/<edition>`, and is
 * never touched again. Whatever happens on the way, the folder's catalog and every file it names stay as
 * they were until the catalog itself is replaced, which comes last.
 *
 * @throws UserError `build-...`, `store-...`, `layer-...`, `catalog-...`; the reason of an abort
 */
export async function buildLayer(request: BuildRequest, tools: BuildTools): Promise<BuildResult> {
  const { store, signal } = tools;
  const stored = await readStoreCatalog(store, signal);
  const plan = await planBuild(request, stored, store);
  const sources = await readSources(request, plan, tools);
  const shape = shapeOfLayer(request, plan, sources.streams);
  const result = (weights: Pick<CatalogLayer, 'bytes' | 'features' | 'extent'>) => ({
    id: plan.id,
    folder: plan.folder,
    counts: sources.counts(weights.features),
    bytes: weights.bytes,
    extent: weights.features === 0 ? null : weights.extent,
  });
  if (request.dryRun) {
    const weights = await measureLayerFile(shape, sources.streams, tools);
    return {
      ...result(weights),
      entry: null,
      former: null,
      catalog: stored?.catalog ?? null,
      notes: [...plan.notes, ...sources.notes()],
      quality: null,
    };
  }

  await store.sweep(stored?.catalog.layers.flatMap(filesOf) ?? []);
  const staging = await store.stage();
  try {
    const file = `${plan.id}.fgb`;
    const written = await writeLayerFile(shape, sources.streams, staging, file, tools);
    const staged = await describeStaged(request, plan, written, staging, tools);
    signal?.throwIfAborted();
    tools.onProgress?.({ stage: 'place', done: 0, total: 1 });
    const placed = await placeEdition(request, plan, stored, { ...staged, staging }, store);
    tools.onProgress?.({ stage: 'place', done: 1, total: 1 });
    const notes = [...plan.notes, ...sources.notes(), ...staged.notes, ...placed.notes];
    return { ...result(written.weights), ...placed, notes, quality: staged.quality };
  } finally {
    await staging.discard();
  }
}
