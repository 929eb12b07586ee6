import type { CatalogLayer } from '../domain/catalog.ts';
import type { Note } from '../domain/note.ts';
import type { LayerShape } from '../files/flatgeobuf/sorted-head.ts';
import type { BuildRequest, BuildResult, BuildTools } from './build-request.ts';
import { describeStaged } from './describe-staged.ts';
import type { FeatureStream } from './feature-stream.ts';
import { type Mended, mendedOf, PartsError } from './mend-stream.ts';
import { placeEdition } from './place-edition.ts';
import { planBuild, shapeOfLayer } from './plan-build.ts';
import { originalsGeoJson } from './quality/kept-aside.ts';
import { readSources } from './read-sources.ts';
import { filesOf, readStoreCatalog } from './read-store-catalog.ts';
import { measureLayerFile, writeLayerFile, writeStaged } from './write-layer-file.ts';

export type {
  BuildProgress,
  BuildRequest,
  BuildResult,
  BuildStage,
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
    const { written: weights, mended } = await writeMended(shape, sources.streams, (as, streams) =>
      measureLayerFile(as, streams, tools),
    );
    return {
      ...result(weights),
      entry: null,
      former: null,
      catalog: stored?.catalog ?? null,
      notes: [...plan.notes, ...sources.notes(), ...mendedNotes(mended)],
      quality: null,
    };
  }

  await store.sweep(stored?.catalog.layers.flatMap(filesOf) ?? []);
  const staging = await store.stage();
  try {
    const file = `${plan.id}.fgb`;
    const { written, mended } = await writeMended(shape, sources.streams, (as, streams) =>
      writeLayerFile({ ...as, fields: request.fields }, streams, staging, file, tools),
    );
    if (mended.repaired.length > 0) {
      const originals = new TextEncoder().encode(originalsGeoJson(mended.repaired));
      await writeStaged(staging, 'originals.geojson', originals);
    }
    const staged = await describeStaged({ request, plan, written, mended, staging }, tools);
    signal?.throwIfAborted();
    tools.onProgress?.({ stage: 'place', done: 0, total: 1 });
    const placed = await placeEdition(request, plan, stored, { ...staged, staging }, store);
    tools.onProgress?.({ stage: 'place', done: 1, total: 1 });
    const notes = [
      ...plan.notes,
      ...sources.notes(),
      ...mendedNotes(mended),
      ...staged.notes,
      ...placed.notes,
    ];
    return { ...result(written.weights), ...placed, notes, quality: staged.quality };
  } finally {
    await staging.discard();
  }
}

/** A feature that falls into several polygons when it is repaired makes the layer one of many polygons. */
async function writeMended<T>(
  shape: LayerShape,
  streams: readonly FeatureStream[],
  write: (shape: LayerShape, streams: readonly FeatureStream[]) => Promise<T>,
): Promise<{ readonly written: T; readonly mended: Mended }> {
  const attempt = async (as: LayerShape) => {
    const mended: Mended = { repaired: [], faulty: 0 };
    const sound = streams.map((stream) => mendedOf(stream, as.geometryType, mended));
    return { written: await write(as, sound), mended };
  };
  try {
    return await attempt(shape);
  } catch (error) {
    if (!(error instanceof PartsError)) throw error;
    return attempt({ ...shape, geometryType: 'MultiPolygon' });
  }
}

function mendedNotes({ repaired, faulty }: Mended): Note[] {
  const told = (code: string, severity: Note['severity'], count: number): Note[] =>
    count === 0 ? [] : [{ code, severity, params: { count } }];
  return [
    ...told('build-repaired', 'warning', repaired.length),
    ...told('build-faulty', 'error', faulty),
  ];
}
