import type { FlatPolygons } from '../../geometry/shapes.ts';
import { buildIndex } from './build-index.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import { FlatWriter } from './flat-writer.ts';
import { type Column, GeometryType, indexBytes, MAGIC, NODE_SIZE } from './format.ts';
import { hilbertOrder } from './hilbert.ts';
import { writeHeader } from './write-header.ts';
import { type PropertyValue, propertyEncoder } from './write-properties.ts';

export type WriteFeature = FlatGeometry & {
  readonly properties: Readonly<Record<string, PropertyValue>>;
};

export type WriteGeometryType = 'Polygon' | 'MultiPolygon' | 'MultiLineString' | 'Point';

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

function verticesOf(geometry: FlatGeometry): ArrayLike<number> {
  if ('polygons' in geometry) return geometry.polygons.xy;
  return 'lines' in geometry ? geometry.lines.xy : geometry.point;
}

function pushBox(corners: number[], xy: ArrayLike<number>, label: string): void {
  if (xy.length === 0) throw new RangeError(`${label} has no geometry`);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      throw new RangeError(`${label} vertex ${i / 2} is not finite`);
    }
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  corners.push(west, south, east, north);
}

function checkRings({ xy, ringEnds, polygonEnds }: FlatPolygons, label: string): void {
  let vertex = 0;
  ringEnds.forEach((end, ring) => {
    const closed = xy[2 * vertex] === xy[2 * end - 2] && xy[2 * vertex + 1] === xy[2 * end - 1];
    if (!closed || end - vertex < 4) throw new RangeError(`${label} ring ${ring} is not a ring`);
    vertex = end;
  });
  let ring = 0;
  for (const end of polygonEnds) {
    if (end <= ring) throw new RangeError(`${label} has a polygon without rings`);
    ring = end;
  }
  if (ring !== ringEnds.length || 2 * vertex !== xy.length) {
    throw new RangeError(`${label} has vertices outside its rings or rings outside its polygons`);
  }
}

function extentOf(boxes: Float64Array): [number, number, number, number] {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    extent[0] = Math.min(extent[0], boxes[i]!);
    extent[1] = Math.min(extent[1], boxes[i + 1]!);
    extent[2] = Math.max(extent[2], boxes[i + 2]!);
    extent[3] = Math.max(extent[3], boxes[i + 3]!);
  }
  return extent;
}

function writeFeature(
  out: FlatWriter,
  type: WriteGeometryType,
  feature: WriteFeature,
  properties: Uint8Array,
  label: string,
): void {
  out.record((root) => {
    const [geometry, values] = out.table(root, [4, properties.length > 0 ? 4 : 0]);
    if (properties.length > 0) out.bytesVector(values!, properties);
    if ('polygons' in feature && type === 'MultiPolygon') {
      writeParts(out, geometry!, feature.polygons);
    } else if ('polygons' in feature && type === 'Polygon') {
      const { xy, ringEnds, polygonEnds } = feature.polygons;
      if (polygonEnds.length !== 1) {
        throw new RangeError(`${label} has ${polygonEnds.length} polygons in a Polygon layer`);
      }
      writeSimple(out, geometry!, GeometryType.Polygon, xy, ringEnds);
    } else if ('lines' in feature && type === 'MultiLineString') {
      const { xy, lineEnds } = feature.lines;
      writeSimple(out, geometry!, GeometryType.MultiLineString, xy, lineEnds);
    } else if ('point' in feature && type === 'Point') {
      writeSimple(out, geometry!, GeometryType.Point, Float64Array.from(feature.point), null);
    } else {
      throw new RangeError(`${label} is no ${type}`);
    }
  });
}

/** Slots of a Geometry table: ends, xy, z, m, t, tm, type, parts. */
function writeSimple(
  out: FlatWriter,
  parent: number,
  type: GeometryType,
  xy: Float64Array,
  ends: Uint32Array | null,
): void {
  // a polygon of one ring goes without ends, as others write it; GDAL wants them for any lines
  const withEnds = ends !== null && (ends.length > 1 || type === GeometryType.MultiLineString);
  const slots = out.table(parent, [withEnds ? 4 : 0, 4, 0, 0, 0, 0, 1]);
  out.u8(slots[6]!, type);
  if (withEnds) out.integers(slots[0]!, ends);
  out.doubles(slots[1]!, xy);
}

function writeParts(out: FlatWriter, parent: number, polygons: FlatPolygons): void {
  const { xy, ringEnds, polygonEnds } = polygons;
  const slots = out.table(parent, [0, 0, 0, 0, 0, 0, 1, 4]);
  out.u8(slots[6]!, GeometryType.MultiPolygon);
  const parts = out.references(slots[7]!, polygonEnds.length);
  let ring = 0;
  let vertex = 0;
  polygonEnds.forEach((ringEnd, i) => {
    const vertexEnd = ringEnds[ringEnd - 1]!;
    const ends = ringEnds.slice(ring, ringEnd).map((end) => end - vertex);
    const part = xy.subarray(2 * vertex, 2 * vertexEnd);
    writeSimple(out, parts[i]!, GeometryType.Polygon, part, ends);
    ring = ringEnd;
    vertex = vertexEnd;
  });
}
