import type { CatalogLayer } from '../domain/catalog.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import type { StepContext } from './build-request.ts';
import { describeNames, hasNames, NAMED_FROM, namedFeatures } from './describe-names.ts';
import { writeStaged } from './write-layer-file.ts';

/** Writes the file by which codes and names are found; undefined for a layer that is searched by reading it. */
export async function writeNamesFile({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<CatalogLayer['names']> {
  if (entry.features < NAMED_FROM || !hasNames(entry)) return undefined;
  const layer = await openFlatGeobuf(staging.open(entry.file), signal);
  async function* told() {
    for await (const feature of namedFeatures(layer, signal)) {
      if (feature.index % 1000 === 0) onProgress(feature.index, entry.features);
      yield feature;
    }
  }
  const names = await describeNames(entry, told());
  await writeStaged(staging, names.entry.file, names.bytes);
  return names.entry;
}
