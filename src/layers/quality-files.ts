import type { LayerQualityDocument } from '../domain/layer-quality.ts';
import type { StepContext } from './build-request.ts';
import { qualityGeoJson } from './quality/quality-geojson.ts';
import { qualityStep } from './quality/quality-step.ts';
import type { RepairedFeature } from './quality/repair-feature.ts';
import { writeStaged } from './write-layer-file.ts';

/** Looks through the finished layer and writes what was found beside it, for people and for maps. */
export async function writeQuality(
  context: StepContext,
  repairs: readonly RepairedFeature[],
): Promise<LayerQualityDocument> {
  const document = await qualityStep(() => repairs)(context);
  const write = (file: string, value: unknown): Promise<void> => {
    const text = `${JSON.stringify(value, null, 1)}\n`;
    return writeStaged(context.staging, file, new TextEncoder().encode(text));
  };
  await write('quality.json', document);
  await write('quality.geojson', qualityGeoJson(document));
  return document;
}
