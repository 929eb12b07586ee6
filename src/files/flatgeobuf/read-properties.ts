import { FlatGeobufError } from './flatgeobuf-error.ts';
import { COLUMN_TYPES, type Column } from './format.ts';

export type Properties = Readonly<Record<string, string | number | boolean | null>>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Values of one feature by column name; a column without value is null. 64-bit integers beyond 2^53
 * stay exact as digits, JSON stays text, binary becomes hex, NaN is null.
 *
 * @throws FlatGeobufError for data that do not match the columns
 */
export function readProperties(
  bytes: Uint8Array | null,
  columns: readonly Column[],
  index: number,
): Properties {
  const values: Record<string, string | number | boolean | null> = {};
  for (const column of columns) values[column.name] = null;
  if (bytes === null) return values;

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Uint8Array(columns.length);
  let at = 0;
  try {
    while (at < bytes.length) {
      const number = view.getUint16(at, true);
      const column = columns[number];
      if (column === undefined || seen[number] === 1) {
        throw new FlatGeobufError('feature', { index, what: 'column', value: number });
      }
      seen[number] = 1;
      at += 2;
      switch (COLUMN_TYPES[column.type]) {
        case COLUMN_TYPES.byte:
          values[column.name] = view.getInt8(at);
          at += 1;
          break;
        case COLUMN_TYPES.ubyte:
          values[column.name] = view.getUint8(at);
          at += 1;
          break;
        case COLUMN_TYPES.bool:
          values[column.name] = view.getUint8(at) !== 0;
          at += 1;
          break;
        case COLUMN_TYPES.short:
          values[column.name] = view.getInt16(at, true);
          at += 2;
          break;
        case COLUMN_TYPES.ushort:
          values[column.name] = view.getUint16(at, true);
          at += 2;
          break;
        case COLUMN_TYPES.int:
          values[column.name] = view.getInt32(at, true);
          at += 4;
          break;
        case COLUMN_TYPES.uint:
          values[column.name] = view.getUint32(at, true);
          at += 4;
          break;
        case COLUMN_TYPES.long:
          values[column.name] = exact(view.getBigInt64(at, true));
          at += 8;
          break;
        case COLUMN_TYPES.ulong:
          values[column.name] = exact(view.getBigUint64(at, true));
          at += 8;
          break;
        case COLUMN_TYPES.float:
          values[column.name] = finite(view.getFloat32(at, true));
          at += 4;
          break;
        case COLUMN_TYPES.double:
          values[column.name] = finite(view.getFloat64(at, true));
          at += 8;
          break;
        default: {
          const length = view.getUint32(at, true);
          at += 4;
          if (at + length > bytes.length) throw new RangeError(`${length} bytes of text`);
          values[column.name] = text(bytes.subarray(at, at + length), column);
          at += length;
        }
      }
    }
  } catch (error) {
    // DataView reads past the end, UTF-8 and JSON that is none: all are the file's fault
    if (error instanceof FlatGeobufError) throw error;
    throw new FlatGeobufError('feature', { index, what: 'properties', value: String(error) });
  }
  return values;
}

function text(bytes: Uint8Array, column: Column): string {
  if (column.type === 'binary') {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  const value = utf8.decode(bytes);
  if (column.type === 'json') JSON.parse(value);
  return value;
}

function exact(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function finite(value: number): number | null {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) throw new RangeError('infinite value');
  return value;
}
