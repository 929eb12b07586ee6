import type { ByteSource } from '../../bytes/byte-source.ts';
import { NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import { crsDefinition } from '../../crs/registry.ts';
import type { FlatPolygons } from '../../geometry/shapes.ts';
import { FlatBoundsError, FlatTable } from '../flatgeobuf/flat-table.ts';
import { FlatGeobufError } from '../flatgeobuf/flatgeobuf-error.ts';
import { type Column, GeometryType } from '../flatgeobuf/format.ts';
import { type FlatGeobufHeader, readHeader } from '../flatgeobuf/read-header.ts';
import { readProperties } from '../flatgeobuf/read-properties.ts';
import { readRecords } from './read-records.ts';
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
    for await (const records of readRecords(header, source, signal)) {
      yield records.map((record) => {
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

function readRings(
  table: FlatTable | null,
  layerType: number,
  file: string,
  index: number,
): { readonly polygons: FlatPolygons; readonly droppedRings: number } {
  const rings = new RingBuilder();
  if (table === null) return rings.finish();
  const own = table.u8(TYPE, GeometryType.Unknown);
  const type = own === GeometryType.Unknown ? layerType : own;
  if (type !== GeometryType.Polygon && type !== GeometryType.MultiPolygon) {
    const found = GeometryType[type] ?? String(type);
    throw sourceError('source-not-polygons', { file, index: index + 1, type: found });
  }
  const parts = type === GeometryType.MultiPolygon ? table.tables(PARTS) : [table];
  for (const part of parts) {
    rings.startPolygon();
    const xy = readXy(part, file, index);
    const ends = part.vector(ENDS, 4);
    let start = 0;
    for (let i = 0; i < Math.max(1, ends?.count ?? 0); i++) {
      const end = ends?.count ? 2 * part.view.getUint32(ends.at + 4 * i, true) : xy.length;
      if (end < start || end > xy.length) throw new FlatBoundsError('ends');
      rings.ring(xy, start, end);
      start = end;
    }
    if (start !== xy.length) throw new FlatBoundsError('ends');
  }
  return rings.finish();
}

function readXy(part: FlatTable, file: string, index: number): Float64Array {
  const vector = part.vector(XY, 8);
  if (vector === null) return new Float64Array(0);
  if (vector.count % 2 !== 0) throw new FlatBoundsError('odd number of ordinates');
  const xy = new Float64Array(vector.count);
  const { buffer, byteOffset } = part.view;
  new Uint8Array(xy.buffer).set(new Uint8Array(buffer, byteOffset + vector.at, vector.count * 8));
  const bad = xy.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw sourceError('source-coordinate', { file, index: index + 1, value: String(xy[bad]) });
  }
  return xy;
}
