import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerQualityDocument } from '../domain/layer-quality.ts';
import type { Note } from '../domain/note.ts';
import type { BuildRequest, BuildStage, BuildTools, StepContext } from './build-request.ts';
import { describeRequest } from './change-catalog.ts';
import { writeEdgeIndexFile } from './edge-index-step.ts';
import { joinCoverage } from './join-coverage.ts';
import type { Staging } from './layer-store.ts';
import type { Mended } from './mend-stream.ts';
import { writeNamesFile } from './names-step.ts';
import { overviewsStep } from './overviews-step.ts';
import type { BuildPlan } from './plan-build.ts';
import { writePmtilesFile } from './pmtiles-step.ts';
import { writeQuality } from './quality-files.ts';
import type { WrittenLayer } from './write-layer-file.ts';

export interface StagedLayer {
  /** As for the catalog, with file names relative to the staging place. */
  readonly entry: CatalogLayer;
  readonly notes: readonly Note[];
  readonly quality: LayerQualityDocument | null;
}

/** Everything that is done with the finished layer file before it is put in place. */
export async function describeStaged(
  {
    request,
    plan: { id, title, former },
    written: { weights, sums, names: collected },
    mended,
    staging,
  }: {
    readonly request: BuildRequest;
    readonly plan: BuildPlan;
    readonly written: WrittenLayer;
    readonly mended: Mended;
    readonly staging: Staging;
  },
  tools: BuildTools,
): Promise<StagedLayer> {
  const { signal } = tools;
  const { coverage: given, replaceWhere } = request;
  const coverage = replaceWhere === null ? given : await joinCoverage(former?.coverage, given);
  const file = `${id}.fgb`;
  // only of polygons of control lines anything is measured; the rest is there to be drawn
  const measured = isControlKind(request.kind);
  const edges = measured ? await writeEdgeIndexFile(staging, file, weights, signal) : undefined;
  let entry: CatalogLayer = {
    id,
    title,
    ...describeRequest(request, former),
    file,
    ...weights,
    ...(coverage === null ? {} : { coverage }),
    overlapsItself: true,
    fields: request.fields,
    ...(sums === null ? {} : { chunkSums: sums.entry }),
    ...(edges === undefined ? {} : { edgeIndex: edges }),
    lod: [],
  };
  const context = (stage: BuildStage): StepContext => {
    signal?.throwIfAborted();
    const onProgress = (done: number, total: number | null): void =>
      tools.onProgress?.({ stage, done, total });
    return { entry, staging, onProgress, signal };
  };

  const looksThrough = measured && !tools.skip?.includes('quality');
  const quality = looksThrough ? await writeQuality(context('quality'), mended.repaired) : null;
  // what nobody looked at is taken to overlap
  const overlaps = quality?.layers[0]?.overlapsItself ?? null;
  entry = { ...entry, overlapsItself: overlaps ?? true };
  if (collected) entry = { ...entry, names: await writeNamesFile(context('names'), collected) };
  if (!tools.skip?.includes('overviews')) {
    entry = { ...entry, lod: await overviewsStep(context('overviews')) };
  }
  if (request.pmtiles) await writePmtilesFile(context('pmtiles'));
  const notes: readonly Note[] =
    measured && overlaps === null
      ? [{ code: 'build-overlaps-unknown', severity: 'info', params: { count: weights.features } }]
      : [];
  return { entry, notes, quality };
}
