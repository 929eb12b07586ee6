import type { CatalogLayer } from '../domain/catalog.ts';
import { openLayerSource } from '../files/layer-source.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { StepContext } from './build-request.ts';
import { describeNames, hasNames } from './describe-names.ts';
import { writeStaged } from './write-layer-file.ts';

/** From how many features on a file of names is worth its bytes: smaller layers are searched by reading. */
const NAMED_FROM = 1000;
const EVERYWHERE: BBox = [-180, -90, 180, 90];

/** Writes the file by which codes and names are found; undefined for a layer that is searched by reading it. */
export async function writeNamesFile({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<CatalogLayer['names']> {
  if (entry.features < NAMED_FROM || !hasNames(entry)) return undefined;
  const layer = openLayerSource(entry, staging.open(entry.file), {
    integrity: 'size+header+index',
  });
  await layer.open(signal);
  async function* told() {
    let read = 0;
    for await (const feature of layer.featuresIn(EVERYWHERE, signal)) {
      if (++read % 1000 === 0) onProgress(read, entry.features);
      yield feature;
    }
  }
  const names = await describeNames(entry, told());
  await writeStaged(staging, names.entry.file, names.bytes);
  return names.entry;
}
