import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';

/**
 * The FlatGeobuf container (specification 3.x, https://flatgeobuf.org):
 * magic | u32 length + header | packed R-tree | u32 length + feature, ... - all little-endian.
 */
export { ColumnType, GeometryType };

/** `fgb` 3 `fgb` patch level; readers look at the first seven only. */
export const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00);
/** What is compared: the patch level may differ. */
export const MAGIC_COMPARED = 7;
/** Children per index node where we write the file. */
export const NODE_SIZE = 16;
/** Index node: four float64 (west, south, east, north) and a uint64 offset. */
export const NODE_BYTES = 40;

/** Names of column types as used in our own code, by the specification's number. */
export const COLUMN_TYPES = {
  byte: ColumnType.Byte,
  ubyte: ColumnType.UByte,
  bool: ColumnType.Bool,
  short: ColumnType.Short,
  ushort: ColumnType.UShort,
  int: ColumnType.Int,
  uint: ColumnType.UInt,
  long: ColumnType.Long,
  ulong: ColumnType.ULong,
  float: ColumnType.Float,
  double: ColumnType.Double,
  string: ColumnType.String,
  json: ColumnType.Json,
  datetime: ColumnType.DateTime,
  binary: ColumnType.Binary,
} as const;
export type ColumnTypeName = keyof typeof COLUMN_TYPES;

export interface Column {
  readonly name: string;
  readonly type: ColumnTypeName;
  /** Human name, e.g. 标识码 for BSM. */
  readonly title?: string;
}

/** Number of nodes on every level of a packed R-tree, leaves first, root last. */
export function levelSizes(features: number, nodeSize: number): number[] {
  const sizes = [features];
  for (let n = features; n > 1 || sizes.length === 1; ) {
    n = Math.ceil(n / nodeSize);
    sizes.push(n);
  }
  return sizes;
}

/** Bytes of the packed R-tree; 0 without features or without index (`nodeSize` 0). */
export function indexBytes(features: number, nodeSize: number): number {
  if (features === 0 || nodeSize === 0) return 0;
  return levelSizes(features, nodeSize).reduce((sum, n) => sum + n, 0) * NODE_BYTES;
}
