import type { FlatPolygons } from '../../geometry/shapes.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import type { FlatWriter } from './flat-writer.ts';
import { GeometryType } from './format.ts';

/** `Unknown`: every feature is of its own type. */
export type WriteGeometryType =
  | 'Polygon'
  | 'MultiPolygon'
  | 'MultiLineString'
  | 'Point'
  | 'Unknown';

/**
 * One size-prefixed feature record. Slots of a Feature table: geometry, properties.
 *
 * @throws RangeError when the geometry is not of the layer's type
 */
export function writeFeature(
  out: FlatWriter,
  layerType: WriteGeometryType,
  feature: FlatGeometry,
  properties: Uint8Array,
  label: string,
): void {
  const type = layerType === 'Unknown' ? typeOf(feature) : layerType;
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

function typeOf(feature: FlatGeometry): Exclude<WriteGeometryType, 'Unknown'> {
  if ('lines' in feature) return 'MultiLineString';
  if ('point' in feature) return 'Point';
  return feature.polygons.polygonEnds.length === 1 ? 'Polygon' : 'MultiPolygon';
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
