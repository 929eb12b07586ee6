import { checkRings, pushBox, verticesOf } from './check-geometry.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import { FlatWriter } from './flat-writer.ts';
import { type LayerShape, sortedHead } from './sorted-head.ts';
import { startsOf } from './sorted-layout.ts';
import { type WriteGeometryType, writeFeature } from './write-feature.ts';
import { type PropertyValue, propertyEncoder } from './write-properties.ts';

export type { WriteGeometryType };

export type WriteFeature = FlatGeometry & {
  readonly properties: Readonly<Record<string, PropertyValue>>;
};

export interface WriteOptions extends LayerShape {
  readonly features: Iterable<WriteFeature>;
  readonly index: true;
}

/**
 * An indexed FlatGeobuf file: features along the Hilbert curve, packed R-tree in front. The same
 * input gives the same bytes on every engine.
 *
 * @throws RangeError for empty geometry, a ring that is open or has under 4 vertices, a vertex that
 *   is no finite number, a feature that is not of `geometryType`, or a property its column cannot hold
 */
export function writeFlatGeobuf(options: WriteOptions): Uint8Array {
  const encode = propertyEncoder(options.columns);
  const store = new FlatWriter(1 << 20);
  const given: number[] = [];
  const corners: number[] = [];
  for (const feature of options.features) {
    const label = `${options.name} feature ${given.length}`;
    if ('polygons' in feature) checkRings(feature.polygons, label);
    pushBox(corners, verticesOf(feature), label);
    given.push(
      writeFeature(store, options.geometryType, feature, encode(feature.properties), label),
    );
  }

  const lengths = Uint32Array.from(given);
  const { head, order } = sortedHead(options, Float64Array.from(corners), lengths);
  const file = new Uint8Array(head.length + store.length);
  file.set(head);
  const starts = startsOf(lengths);
  let at = head.length;
  order.forEach((record) => {
    const start = starts[record]!;
    file.set(store.bytes.subarray(start, start + lengths[record]!), at);
    at += lengths[record]!;
  });
  return file;
}
