import type { CatalogOverview } from '../../domain/catalog.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { buildOverviews, type OverviewOptions } from './build-overviews.ts';
import { describeOverview } from './overview-file.ts';

/**
 * Builds the level-of-detail files of a layer and hands each to `write` as soon as it is made.
 *
 * @param source the finished layer file (`file-stream.ts`): the files count features as it does
 * @returns what the catalog says of them, complete only when all of them are written
 * @throws as `buildOverviews` and `write` do
 */
export async function writeOverviews(
  source: FeatureStream,
  options: OverviewOptions,
  write: (file: string, bytes: Uint8Array) => Promise<void>,
): Promise<CatalogOverview[]> {
  const written: CatalogOverview[] = [];
  for await (const overview of buildOverviews(source, options)) {
    await write(overview.file, overview.bytes);
    written.push(await describeOverview(overview));
  }
  return written;
}
