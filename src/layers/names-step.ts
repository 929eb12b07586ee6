import type { CatalogLayer } from '../domain/catalog.ts';
import type { StepContext } from './build-request.ts';
import { collectNames } from './collect-names.ts';
import { namesOf } from './describe-names.ts';
import { writeStaged } from './write-layer-file.ts';
import type { WrittenNames } from './written-names.ts';

/** Writes the file by which codes and names are found, from what was kept while the layer was written. */
export async function writeNamesFile(
  { entry, staging, onProgress, signal }: StepContext,
  written: WrittenNames,
): Promise<NonNullable<CatalogLayer['names']>> {
  const collector = collectNames(entry.fields);
  written.tell(collector, (index) => {
    if (index % 1000 !== 0) return;
    signal?.throwIfAborted();
    onProgress(index, entry.features);
  });
  const names = namesOf(entry, collector);
  await writeStaged(staging, names.entry.file, names.bytes);
  return names.entry;
}
