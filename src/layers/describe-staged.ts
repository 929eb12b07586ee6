import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { Note } from '../domain/note.ts';
import type { BuildRequest, BuildStage, BuildStep, BuildTools } from './build-request.ts';
import { describeRequest } from './change-catalog.ts';
import { writeEdgeIndexFile } from './edge-index-step.ts';
import { joinCoverage } from './join-coverage.ts';
import type { Staging } from './layer-store.ts';
import { overlapsItself } from './overlaps-itself.ts';
import type { BuildPlan } from './plan-build.ts';
import type { WrittenLayer } from './write-layer-file.ts';

export interface StagedLayer {
  /** As for the catalog, with file names relative to the staging place. */
  readonly entry: CatalogLayer;
  readonly notes: readonly Note[];
  readonly quality: unknown;
}

/** Everything that is done with the finished layer file before it is put in place. */
export async function describeStaged(
  request: BuildRequest,
  { id, title, former }: BuildPlan,
  { weights, sums }: WrittenLayer,
  staging: Staging,
  tools: BuildTools,
): Promise<StagedLayer> {
  const { signal } = tools;
  const { coverage: given, replaceWhere } = request;
  const coverage = replaceWhere === null ? given : await joinCoverage(former?.coverage, given);
  const file = `${id}.fgb`;
  const edges = isControlKind(request.kind)
    ? await writeEdgeIndexFile(staging, file, weights, signal)
    : undefined;
  const progress = (stage: BuildStage) => (done: number, total: number | null) =>
    tools.onProgress?.({ stage, done, total });
  const overlaps = isControlKind(request.kind)
    ? await overlapsItself(staging.open(file), weights.features, progress('overlaps'), signal)
    : true;

  let entry: CatalogLayer = {
    id,
    title,
    ...describeRequest(request, former),
    file,
    ...weights,
    ...(coverage === null ? {} : { coverage }),
    overlapsItself: overlaps ?? true,
    fields: request.fields,
    ...(sums === null ? {} : { chunkSums: sums.entry }),
    ...(edges === undefined ? {} : { edgeIndex: edges }),
    lod: [],
  };
  const run = <T>(stage: BuildStage, step: BuildStep<T>): Promise<T> => {
    signal?.throwIfAborted();
    return step({ request, entry, staging, onProgress: progress(stage), signal });
  };
  const quality = tools.quality ? await run('quality', tools.quality) : null;
  if (tools.overviews) entry = { ...entry, lod: await run('overviews', tools.overviews) };
  if (request.pmtiles && tools.pmtiles) await run('pmtiles', tools.pmtiles);
  const notes: readonly Note[] =
    overlaps !== null
      ? []
      : [{ code: 'build-overlaps-unknown', severity: 'info', params: { count: weights.features } }];
  return { entry, notes, quality };
}
