import type { ByteSource } from '../../bytes/byte-source.ts';
import { NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import { crsDefinition } from '../../crs/registry.ts';
import { EMPTY_FLAT, type FlatPolygons } from '../../geometry/shapes.ts';
import { FlatBoundsError, FlatTable } from '../flatgeobuf/flat-table.ts';
import { FlatGeobufError } from '../flatgeobuf/flatgeobuf-error.ts';
import { type Column, GeometryType } from '../flatgeobuf/format.ts';
import { type FlatGeobufHeader, readHeader } from '../flatgeobuf/read-header.ts';
import { readProperties } from '../flatgeobuf/read-properties.ts';
import { readRecords } from '../flatgeobuf/read-records.ts';
import { RingBuilder } from './ring-builder.ts';
import { asSourceError, sourceError } from './source-error.ts';
import type { SourceFeature, SourceTable } from './source-table.ts';

/** Slots of a Geometry table. */
const ENDS = 0;
const XY = 1;
const TYPE = 6;
const PARTS = 7;

/**
 * A FlatGeobuf file as a source: any coordinate system, with or without an index, rings as they come.
 *
 * @param file what messages call it
 * @throws UserError `source-damaged`, `source-unreadable`
 */
export async function flatGeobufSource(
  file: string,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<SourceTable> {
  try {
    const header = await readHeader(source, signal);
    return {
      file,
      name: header.name,
      columns: header.columns.map(plainColumn),
      count: header.features,
      crs: crsOf(header),
      notes: [],
      batches: (abort) => featuresOf(file, header, source, abort),
    };
  } catch (error) {
    throw asSourceError(file, error);
  }
}

/**
 * Column types that every value read can be written as again: 64-bit integers and binary come as digits,
 * so that an identifier of 18 digits keeps them all.
 */
function plainColumn(column: Column): Column {
  const asText = column.type === 'long' || column.type === 'ulong' || column.type === 'binary';
  if (asText) return { ...column, type: 'string' };
  return column.type === 'float' ? { ...column, type: 'double' } : column;
}

function crsOf({ crs }: FlatGeobufHeader): DefinedCrs | null {
  if (crs === null) return null;
  const name = `${crs.org ?? 'EPSG'}:${crs.code}`;
  const isKnown = (crs.org ?? 'EPSG') === 'EPSG' && crsDefinition(crs.code) !== null;
  return { hints: isKnown ? { ...NO_HINTS, epsg: crs.code } : null, name };
}

async function* featuresOf(
  file: string,
  header: FlatGeobufHeader,
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<readonly SourceFeature[]> {
  const digits = header.columns
    .filter(({ type }) => type === 'long' || type === 'ulong')
    .map(({ name }) => name);
  let index = 0;
  try {
    for await (const { bytes, starts } of readRecords(header, source, signal)) {
      yield starts.slice(1).map((end, i) => {
        const record = bytes.subarray(starts[i]!, end);
        const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
        const table = FlatTable.root(view, 4);
        const properties = { ...readProperties(table.bytes(1), header.columns, index) };
        for (const name of digits) {
          if (properties[name] !== null) properties[name] = String(properties[name]);
        }
        const geometry = readRings(table.table(0), header.geometryType, file, index++);
        return { ...geometry, properties };
      });
    }
  } catch (error) {
    if (!(error instanceof FlatBoundsError)) throw asSourceError(file, error);
    const what = { index, what: 'bounds', value: error.message };
    throw asSourceError(file, new FlatGeobufError('feature', what));
  }
}

interface ReadRings {
  readonly polygons: FlatPolygons;
  readonly droppedRings: number;
}

function readRings(
  table: FlatTable | null,
  layerType: number,
  file: string,
  index: number,
): ReadRings {
  if (table === null) return { polygons: EMPTY_FLAT, droppedRings: 0 };
  const own = table.u8(TYPE, GeometryType.Unknown);
  const type = own === GeometryType.Unknown ? layerType : own;
  if (type !== GeometryType.Polygon && type !== GeometryType.MultiPolygon) {
    const found = GeometryType[type] ?? String(type);
    throw sourceError('source-not-polygons', { file, index: index + 1, type: found });
  }
  const parts = type === GeometryType.MultiPolygon ? table.tables(PARTS) : [table];
  const given = copyParts(parts);
  for (let i = 0; i < given.xy.length; i++) {
    if (Number.isFinite(given.xy[i])) continue;
    throw sourceError('source-coordinate', { file, index: index + 1, value: String(given.xy[i]) });
  }
  return areRings(given) ? { polygons: given, droppedRings: 0 } : rebuilt(given);
}

/** The arrays of the file as they are, rings open or short as they may be. */
function copyParts(parts: readonly FlatTable[]): FlatPolygons {
  let numbers = 0;
  let rings = 0;
  for (const part of parts) {
    numbers += part.vector(XY, 8)?.count ?? 0;
    rings += Math.max(1, part.vector(ENDS, 4)?.count ?? 0);
  }
  // vectors that share their bytes could ask for any amount of memory
  const { byteLength } = parts[0]?.view ?? { byteLength: 0 };
  if (numbers * 8 > byteLength || rings * 4 > byteLength) throw new FlatBoundsError('vertices');
  const xy = new Float64Array(numbers);
  const bytes = new Uint8Array(xy.buffer);
  const ringEnds = new Uint32Array(rings);
  const polygonEnds = new Uint32Array(parts.length);
  let vertex = 0;
  let ring = 0;
  parts.forEach((part, i) => {
    const vector = part.vector(XY, 8);
    const count = vector?.count ?? 0;
    if (count % 2 !== 0) throw new FlatBoundsError('odd number of ordinates');
    if (vector !== null) {
      const { buffer, byteOffset } = part.view;
      bytes.set(new Uint8Array(buffer, byteOffset + vector.at, count * 8), vertex * 16);
    }
    const ends = part.vector(ENDS, 4);
    const total = vertex + count / 2;
    let last = vertex;
    for (let k = 0; k < Math.max(1, ends?.count ?? 0); k++) {
      const end = ends?.count ? vertex + part.view.getUint32(ends.at + 4 * k, true) : total;
      if (end < last || end > total) throw new FlatBoundsError('ends');
      ringEnds[ring++] = end;
      last = end;
    }
    if (last !== total) throw new FlatBoundsError('ends');
    vertex = total;
    polygonEnds[i] = ring;
  });
  return { xy, ringEnds, polygonEnds };
}

/** Whether every ring is closed and has three corners or more, as nearly all have. */
function areRings({ xy, ringEnds }: FlatPolygons): boolean {
  let start = 0;
  for (const end of ringEnds) {
    if (end - start < 4) return false;
    if (xy[2 * start] !== xy[2 * end - 2] || xy[2 * start + 1] !== xy[2 * end - 1]) return false;
    start = end;
  }
  return true;
}

function rebuilt({ xy, ringEnds, polygonEnds }: FlatPolygons): ReadRings {
  const rings = new RingBuilder();
  let ring = 0;
  let vertex = 0;
  for (const polygonEnd of polygonEnds) {
    rings.startPolygon();
    for (; ring < polygonEnd; ring++) {
      rings.ring(xy, 2 * vertex, 2 * ringEnds[ring]!);
      vertex = ringEnds[ring]!;
    }
  }
  return rings.finish();
}
