import type { ByteSource } from '../bytes/byte-source.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { firstOverlap } from './layer-geometry.ts';

/**
 * Whether interiors of features of a layer file meet: null where it was not looked at.
 */
export async function overlapsItself(
  source: ByteSource,
  features: number,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<boolean | null> {
  signal?.throwIfAborted();
  onProgress(0, features);
  const shapes: FlatPolygons[] = [];
  for await (const { geometry } of (await openFlatGeobuf(source, signal)).allFeatures(signal)) {
    if ('polygons' in geometry) shapes.push(geometry.polygons);
  }
  return firstOverlap(shapes, signal) !== null;
}
