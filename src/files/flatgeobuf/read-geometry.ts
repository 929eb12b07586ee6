import type { FlatPolygons } from '../../geometry/shapes.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import type { FlatTable } from './flat-table.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { GeometryType } from './format.ts';

/** Slots of a Geometry table in the specification's `feature.fbs`; z, m, t and tm stay unread. */
const ENDS = 0;
const XY = 1;
const TYPE = 6;
const PARTS = 7;

/**
 * Geometry of one feature, straight from the file's arrays.
 *
 * @throws FlatGeobufError for missing or empty geometry, a kind we do not draw or measure, rings that
 *   are open or too short, and coordinates that are no numbers
 */
export function readGeometry(
  table: FlatTable | null,
  layerType: GeometryType,
  index: number,
): FlatGeometry {
  const fault = (what: string, value: string | number = ''): FlatGeobufError =>
    new FlatGeobufError('feature', { index, what, value });
  if (table === null) throw fault('no geometry');

  const own = table.u8(TYPE, GeometryType.Unknown);
  const type = own === GeometryType.Unknown ? layerType : own;
  if (layerType !== GeometryType.Unknown && type !== layerType) {
    throw fault('geometry type', typeName(own));
  }
  switch (type) {
    case GeometryType.Polygon:
      return { polygons: readPolygons([table], fault) };
    case GeometryType.MultiPolygon: {
      const parts = table.tables(PARTS);
      for (const part of parts) {
        const partType = part.u8(TYPE, GeometryType.Unknown);
        if (partType !== GeometryType.Unknown && partType !== GeometryType.Polygon) {
          throw fault('geometry type', typeName(partType));
        }
      }
      return { polygons: readPolygons(parts, fault) };
    }
    case GeometryType.LineString:
    case GeometryType.MultiLineString:
      return { lines: readLines(table, fault) };
    case GeometryType.Point: {
      const xy = readXy([table], fault);
      if (xy.length !== 2) throw fault('point', xy.length / 2);
      return { point: [xy[0]!, xy[1]!] };
    }
    default:
      throw fault('geometry type', typeName(type));
  }
}

type Fault = (what: string, value?: string | number) => FlatGeobufError;

function typeName(type: number): string {
  return GeometryType[type] ?? String(type);
}

function readPolygons(parts: readonly FlatTable[], fault: Fault): FlatPolygons {
  const xy = readXy(parts, fault);
  const polygonEnds = new Uint32Array(parts.length);
  const ends: number[] = [];
  let vertex = 0;
  parts.forEach((part, i) => {
    vertex = readEnds(part, vertex, ends, 4, fault);
    polygonEnds[i] = ends.length;
  });
  let first = 0;
  for (const end of ends) {
    const closed = xy[2 * first] === xy[2 * end - 2] && xy[2 * first + 1] === xy[2 * end - 1];
    if (!closed) throw fault('open ring', end);
    first = end;
  }
  return { xy, ringEnds: Uint32Array.from(ends), polygonEnds };
}

function readLines(table: FlatTable, fault: Fault) {
  const ends: number[] = [];
  const xy = readXy([table], fault);
  readEnds(table, 0, ends, 2, fault);
  return { xy, lineEnds: Uint32Array.from(ends) };
}

/** All vertices of all parts, copied once: the record's bytes need not be aligned nor kept. */
function readXy(parts: readonly FlatTable[], fault: Fault): Float64Array {
  let numbers = 0;
  for (const part of parts) numbers += part.vector(XY, 8)?.count ?? 0;
  if (numbers === 0) throw fault('no vertices');
  // vectors that share their bytes could ask for any amount of memory
  if (numbers * 8 > parts[0]!.view.byteLength) throw fault('vertices', numbers / 2);
  const xy = new Float64Array(numbers);
  const target = new Uint8Array(xy.buffer);
  let at = 0;
  for (const part of parts) {
    const vector = part.vector(XY, 8);
    if (vector === null || vector.count === 0) throw fault('empty part');
    if (vector.count % 2 !== 0) throw fault('odd number of ordinates', vector.count);
    const { buffer, byteOffset } = part.view;
    target.set(new Uint8Array(buffer, byteOffset + vector.at, vector.count * 8), at);
    at += vector.count * 8;
  }
  for (let i = 0; i < numbers; i++) {
    if (!Number.isFinite(xy[i])) throw fault('coordinate', xy[i]!);
  }
  return xy;
}

/** Appends the ends of one part, counted from the feature's first vertex; gives the last of them. */
function readEnds(
  part: FlatTable,
  first: number,
  ends: number[],
  fewest: number,
  fault: Fault,
): number {
  const total = first + part.vector(XY, 8)!.count / 2;
  const vector = part.vector(ENDS, 4);
  let last = first;
  const count = vector?.count ?? 0;
  for (let i = 0; i < Math.max(1, count); i++) {
    const end = count === 0 ? total : first + part.view.getUint32(vector!.at + 4 * i, true);
    if (end - last < fewest || end > total) throw fault('ends', end - last);
    ends.push(end);
    last = end;
  }
  if (last !== total) throw fault('ends', last);
  return last;
}
