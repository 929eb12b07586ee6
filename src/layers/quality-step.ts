import type { LayerQualityDocument } from '../domain/layer-quality.ts';
import { openLayerSource } from '../files/layer-source.ts';
import type { StepContext } from './build-request.ts';
import { coverageShape } from './join-coverage.ts';
import { checkQuality } from './quality/check-quality.ts';
import { qualityDocument } from './quality/quality-document.ts';
import { qualityGeoJson } from './quality/quality-geojson.ts';
import type { RepairedFeature } from './quality/repair-feature.ts';
import { writeStaged } from './write-layer-file.ts';

/** Looks through the finished layer and writes what was found beside it, for people and for maps. */
export async function qualityStep(
  { entry, staging, onProgress, signal }: StepContext,
  repairs: readonly RepairedFeature[],
): Promise<LayerQualityDocument> {
  const source = openLayerSource(entry, staging.open(entry.file), {
    integrity: 'size+header+index',
  });
  const stated = entry.coverage ? coverageShape(entry.coverage) : null;
  const quality = await checkQuality(source, { stated, repairs, onProgress }, signal);
  const document = qualityDocument([quality], []);
  const write = (file: string, value: unknown): Promise<void> =>
    writeStaged(staging, file, new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`));
  await write('quality.json', document);
  await write('quality.geojson', qualityGeoJson(document));
  return document;
}
