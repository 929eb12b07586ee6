import type { CatalogLayer } from '../domain/catalog.ts';
import { layerError } from '../files/layer-error.ts';
import type { StepContext } from './build-request.ts';
import { flatGeobufStream } from './flatgeobuf-stream.ts';
import { buildOverviews } from './overviews/build-overviews.ts';
import { describeOverview } from './overviews/overview-file.ts';
import { writeStaged } from './write-layer-file.ts';

/** Writes the level-of-detail files of the finished layer. */
export async function overviewsStep({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<CatalogLayer['lod']> {
  const { id, kind, fields, features } = entry;
  const lod: CatalogLayer['lod'] = [];
  try {
    const source = await flatGeobufStream(staging.open(entry.file), signal);
    const overviews = buildOverviews(source, {
      id,
      kind,
      fields,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ reading, done, total }) =>
        onProgress((reading - 1) * features + done, total === null ? null : 2 * total),
    });
    for await (const overview of overviews) {
      await writeStaged(staging, overview.file, overview.bytes);
      lod.push(await describeOverview(overview));
    }
    return lod;
  } catch (error) {
    throw layerError(entry, error);
  }
}
