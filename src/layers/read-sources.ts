import type { CatalogLayer } from '../domain/catalog.ts';
import type { Note } from '../domain/note.ts';
import { layerError } from '../files/layer-error.ts';
import { openVerified } from '../files/verify-layer.ts';
import type { BuildRequest, BuildResult, BuildTools } from './build-request.ts';
import type { FeatureStream } from './feature-stream.ts';
import { flatGeobufStream } from './flatgeobuf-stream.ts';
import type { BuildPlan } from './plan-build.ts';
import { keptOf, type ReplaceCounts, renewedOf } from './replace-where.ts';

/** What goes into a layer, and what is known once it was read. */
export interface Sources {
  readonly streams: readonly FeatureStream[];
  /** @param total features in the layer */
  counts(total: number): BuildResult['counts'];
  notes(): readonly Note[];
}

/** The sources as they are, or behind what is kept of the former edition. */
export async function readSources(
  { streams, replaceWhere: where }: BuildRequest,
  { former }: Pick<BuildPlan, 'former'>,
  tools: BuildTools,
): Promise<Sources> {
  if (where === null || former === null) {
    const counts = (total: number): BuildResult['counts'] => ({
      read: total,
      kept: 0,
      replaced: former?.features ?? 0,
      total,
    });
    return { streams, counts, notes: () => [] };
  }
  const went: ReplaceCounts = { kept: 0, replaced: 0, longer: 0 };
  const old = await openFormer(former, tools);
  const { column, value } = where;
  return {
    streams: [keptOf(old, where, went), ...streams.map((stream) => renewedOf(stream, where))],
    counts: (total) => ({
      read: total - went.kept,
      kept: went.kept,
      replaced: went.replaced,
      total,
    }),
    notes: () => [
      ...(went.replaced > 0
        ? []
        : [warning('build-replaced-none', { id: former.id, column, value })]),
      ...(went.longer === 0
        ? []
        : [warning('build-replace-longer', { column, value, count: went.longer })]),
    ],
  };
}

const warning = (code: string, params: Note['params']): Note => ({
  code,
  severity: 'warning',
  params,
});

/** What is carried over is compared with the catalog first: damage must not get a good sum. */
async function openFormer(
  former: CatalogLayer,
  { store, createHash, signal }: BuildTools,
): Promise<FeatureStream> {
  const source = store.open(former.file);
  try {
    const hash = createHash === undefined ? {} : { createHash };
    await openVerified(former, source, { integrity: 'full', ...hash }, signal);
    return await flatGeobufStream(source, signal);
  } catch (error) {
    throw layerError(former, error);
  }
}
