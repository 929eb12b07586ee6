import type { ByteSource } from '../../bytes/byte-source.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { FlatBoundsError, FlatTable } from './flat-table.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import {
  COLUMN_TYPES,
  type Column,
  type ColumnTypeName,
  GeometryType,
  indexBytes,
  MAGIC,
  MAGIC_COMPARED,
} from './format.ts';

export interface FlatGeobufHeader {
  readonly name: string;
  readonly title: string | null;
  readonly geometryType: GeometryType;
  readonly columns: readonly Column[];
  readonly features: number;
  /** 0: no index. */
  readonly nodeSize: number;
  readonly extent: BBox | null;
  readonly crs: {
    readonly org: string | null;
    readonly code: number;
    /** Its definition, where it has no code. */
    readonly wkt?: string;
  } | null;
  /** Byte places in the file. */
  readonly indexStart: number;
  readonly featuresStart: number;
  readonly fileEnd: number;
}

/** GDAL refuses larger ones too. */
const LARGEST_HEADER = 10 * 1024 * 1024;
/** Prefix, root reference, table and vtable: nothing shorter can be a feature. */
export const SMALLEST_FEATURE = 16;
const COLUMN_NAMES = Object.keys(COLUMN_TYPES) as readonly ColumnTypeName[];

/**
 * Reads and checks the header. All arithmetic on lengths and counts is done before anything is
 * allocated or followed, so a made-up count cannot make a reader run on.
 *
 * @throws FlatGeobufError
 */
export async function readHeader(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<FlatGeobufHeader> {
  const size = await source.size(signal);
  const start = await source.read(0, Math.min(size, MAGIC.length + 4), signal);
  checkMagic(start, size);
  if (start.length < MAGIC.length + 4) throw new FlatGeobufError('truncated', { size });
  const length = new DataView(start.buffer, start.byteOffset).getUint32(MAGIC.length, true);
  if (length < 8 || length > LARGEST_HEADER) {
    throw new FlatGeobufError('header', { what: 'length', value: length });
  }
  const indexStart = MAGIC.length + 4 + length;
  if (indexStart > size) throw new FlatGeobufError('truncated', { size, wanted: indexStart });
  const bytes = await source.read(MAGIC.length + 4, length, signal);
  return parseHeader(bytes, indexStart, size);
}

/** @throws FlatGeobufError `magic` when `start` begins otherwise; a shorter beginning passes */
export function checkMagic(start: Uint8Array, size: number): void {
  for (let i = 0; i < Math.min(start.length, MAGIC_COMPARED); i++) {
    if (start[i] !== MAGIC[i]) throw new FlatGeobufError('magic', { size });
  }
}

function parseHeader(bytes: Uint8Array, indexStart: number, fileEnd: number): FlatGeobufHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const table = FlatTable.root(view, 0);
    const features = table.u64(8, 0);
    const nodeSize = table.u16(9, 16);
    if (nodeSize === 1) throw new FlatGeobufError('header', { what: 'node size', value: nodeSize });
    if (features * SMALLEST_FEATURE > fileEnd - indexStart) {
      throw new FlatGeobufError('count', { counted: features, room: fileEnd - indexStart });
    }
    const featuresStart = indexStart + indexBytes(features, nodeSize);
    if (featuresStart + features * SMALLEST_FEATURE > fileEnd) {
      throw new FlatGeobufError('index', { what: 'length', size: fileEnd, wanted: featuresStart });
    }
    if (features === 0 && featuresStart !== fileEnd) {
      throw new FlatGeobufError('count', { counted: 0, room: fileEnd - featuresStart });
    }
    const geometryType = table.u8(2, GeometryType.Unknown);
    if (!(geometryType in GeometryType)) {
      throw new FlatGeobufError('header', { what: 'geometry type', value: geometryType });
    }
    const crs = table.table(10);
    return {
      name: table.text(0) ?? '',
      title: table.text(11),
      geometryType,
      columns: readColumns(table.tables(7)),
      features,
      nodeSize,
      extent: readExtent(table),
      crs: crs && readCrs(crs),
      indexStart,
      featuresStart,
      fileEnd,
    };
  } catch (error) {
    if (!(error instanceof FlatBoundsError)) throw error;
    throw new FlatGeobufError('header', { what: error.message });
  }
}

function readCrs(table: FlatTable): NonNullable<FlatGeobufHeader['crs']> {
  const known = { org: table.text(0), code: table.i32(1, 0) };
  const wkt = known.code === 0 ? table.text(4) : null;
  return wkt === null ? known : { ...known, wkt };
}

/** @throws FlatGeobufError for an unknown type or a name that is empty, forbidden or there twice */
export function readColumns(tables: readonly FlatTable[]): Column[] {
  const seen = new Set(['', '__proto__']);
  return tables.map((table) => {
    const name = table.text(0) ?? '';
    if (seen.has(name)) throw new FlatGeobufError('header', { what: 'column name', value: name });
    seen.add(name);
    const value = table.u8(1, 0);
    const type = COLUMN_NAMES.find((word) => COLUMN_TYPES[word] === value);
    if (type === undefined) throw new FlatGeobufError('header', { what: 'column type', value });
    const title = table.text(2);
    return title === null ? { name, type } : { name, type, title };
  });
}

function readExtent(table: FlatTable): BBox | null {
  const vector = table.vector(1, 8);
  if (vector === null || vector.count === 0) return null;
  const at = (i: number): number => table.view.getFloat64(vector.at + 8 * i, true);
  if (vector.count < 4) {
    throw new FlatGeobufError('header', { what: 'envelope', value: vector.count });
  }
  // x and y stand first; a third and fourth axis would follow as min, max as well
  const half = vector.count / 2;
  const extent: BBox = [at(0), at(1), at(half), at(half + 1)];
  if (!extent.every(Number.isFinite) || extent[0] > extent[2] || extent[1] > extent[3]) {
    throw new FlatGeobufError('header', { what: 'envelope', value: extent.join(' ') });
  }
  return extent;
}
