import type { BuildRequest, BuildResult, BuildTools } from './build-request.ts';

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
 * with it, then the catalog. Whatever happens on the way, the folder's catalog and every file it names
 * stay as they were until the catalog itself is replaced, which comes last.
 *
 * @throws UserError `build-...`, `store-...`, `layer-...`, `catalog-...`; the reason of an abort
 */
export async function buildLayer(
  request: BuildRequest,
  { store }: BuildTools,
): Promise<BuildResult> {
  throw new Error(`${request.kind} into ${store.name}: not there yet`);
}
