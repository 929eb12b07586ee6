import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import type { StepContext } from './build-request.ts';
import { firstOverlap } from './layer-geometry.ts';

/** More features are not held in memory for this alone: looking through the layer knows it as well. */
const MOST_FEATURES = 100_000;

/** Whether interiors of features of a staged layer meet; null where it was not looked at. */
export async function overlapsItself({
  entry,
  staging,
  onProgress,
  signal,
}: StepContext): Promise<boolean | null> {
  if (entry.features > MOST_FEATURES) return null;
  onProgress(0, entry.features);
  const shapes: FlatPolygons[] = [];
  const layer = await openFlatGeobuf(staging.open(entry.file), signal);
  for await (const { geometry } of layer.allFeatures(signal)) {
    if ('polygons' in geometry) shapes.push(geometry.polygons);
  }
  return firstOverlap(shapes, signal) !== null;
}
