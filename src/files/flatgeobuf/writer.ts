import type { BBox } from '../../geometry/shapes.ts';
import { buildIndex } from './build-index.ts';
import { checkRings, pushBox, verticesOf } from './check-geometry.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import { FlatWriter } from './flat-writer.ts';
import { type Column, GeometryType, indexBytes, MAGIC, NODE_SIZE } from './format.ts';
import { hilbertOrder } from './hilbert.ts';
import { type WriteGeometryType, writeFeature } from './write-feature.ts';
import { writeHeader } from './write-header.ts';
import { type PropertyValue, propertyEncoder } from './write-properties.ts';

export type { WriteGeometryType };

export type WriteFeature = FlatGeometry & {
  readonly properties: Readonly<Record<string, PropertyValue>>;
};

export interface WriteOptions {
  /** Layer name in the file. */
  readonly name: string;
  readonly title?: string;
  readonly columns: readonly Column[];
  /** Lon/lat degrees on CGCS2000. */
  readonly crs: 4490;
  readonly features: Iterable<WriteFeature>;
  readonly index: true;
  readonly geometryType: WriteGeometryType;
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
  const starts: number[] = [];
  const corners: number[] = [];
  for (const feature of options.features) {
    const label = `${options.name} feature ${starts.length}`;
    starts.push(store.length);
    if ('polygons' in feature) checkRings(feature.polygons, label);
    pushBox(corners, verticesOf(feature), label);
    writeFeature(store, options.geometryType, feature, encode(feature.properties), label);
  }
  starts.push(store.length);

  const count = starts.length - 1;
  const boxes = Float64Array.from(corners);
  const extent = extentOf(boxes);
  const order = hilbertOrder(boxes, extent);
  const header = writeHeader({
    name: options.name,
    ...(options.title === undefined ? {} : { title: options.title }),
    columns: options.columns,
    crs: options.crs,
    geometryType: GeometryType[options.geometryType],
    features: count,
    nodeSize: count === 0 ? 0 : NODE_SIZE,
    extent: count === 0 ? null : extent,
  });

  const first = MAGIC.length + header.length + indexBytes(count, NODE_SIZE);
  const file = new Uint8Array(first + store.length);
  file.set(MAGIC);
  file.set(header, MAGIC.length);
  const sortedBoxes = new Float64Array(boxes.length);
  const offsets = new Float64Array(count);
  let offset = 0;
  order.forEach((from, to) => {
    const record = store.bytes.subarray(starts[from]!, starts[from + 1]!);
    file.set(record, first + offset);
    sortedBoxes.set(boxes.subarray(4 * from, 4 * from + 4), 4 * to);
    offsets[to] = offset;
    offset += record.length;
  });
  if (count > 0) file.set(buildIndex(sortedBoxes, offsets), MAGIC.length + header.length);
  return file;
}

function extentOf(boxes: Float64Array): BBox {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    extent[0] = Math.min(extent[0], boxes[i]!);
    extent[1] = Math.min(extent[1], boxes[i + 1]!);
    extent[2] = Math.max(extent[2], boxes[i + 2]!);
    extent[3] = Math.max(extent[3], boxes[i + 3]!);
  }
  return extent;
}
