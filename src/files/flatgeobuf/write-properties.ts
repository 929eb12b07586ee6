import { COLUMN_TYPES, type Column, type ColumnTypeName } from './format.ts';

/** null and undefined: the feature has no value in that column. */
export type PropertyValue = string | number | bigint | boolean | null | undefined;

const INTEGER_RANGES: Partial<Record<ColumnTypeName, readonly [number, number]>> = {
  byte: [-0x80, 0x7f],
  ubyte: [0, 0xff],
  short: [-0x8000, 0x7fff],
  ushort: [0, 0xffff],
  int: [-0x8000_0000, 0x7fff_ffff],
  uint: [0, 0xffff_ffff],
  long: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ulong: [0, Number.MAX_SAFE_INTEGER],
};
/** What a bigint may be: a number of this size would not be exact. */
const BIGINT_RANGES: Partial<Record<ColumnTypeName, readonly [bigint, bigint]>> = {
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  ulong: [0n, 2n ** 64n - 1n],
};

const encoder = new TextEncoder();

/**
 * Encodes property values: u16 column, then the value by the column's type.
 *
 * @throws RangeError for a value its column cannot hold, or a property without column
 */
export function propertyEncoder(
  columns: readonly Column[],
): (properties: Readonly<Record<string, PropertyValue>>) => Uint8Array {
  const known = new Set(columns.map((column) => column.name));
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  const room = (needed: number): void => {
    if (needed <= bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * bytes.length));
    grown.set(bytes);
    bytes = grown;
    view = new DataView(bytes.buffer);
  };

  return (properties) => {
    for (const name in properties) {
      if (!known.has(name)) throw new RangeError(`no column for property ${name}`);
    }
    let at = 0;
    columns.forEach((column, index) => {
      const value = properties[column.name];
      if (value === null || value === undefined) return;
      const { type } = column;
      const range = INTEGER_RANGES[type];
      if (range) checkInteger(column, value, range);
      else if (type === 'float' || type === 'double') expect(column, value, 'number');
      else if (type === 'bool') expect(column, value, 'boolean');
      else expect(column, value, 'string');

      room(at + 10);
      view.setUint16(at, index, true);
      at += 2;
      switch (COLUMN_TYPES[type]) {
        case COLUMN_TYPES.byte:
        case COLUMN_TYPES.ubyte:
        case COLUMN_TYPES.bool:
          view.setUint8(at, Number(value));
          at += 1;
          break;
        case COLUMN_TYPES.short:
        case COLUMN_TYPES.ushort:
          view.setUint16(at, Number(value), true);
          at += 2;
          break;
        case COLUMN_TYPES.int:
        case COLUMN_TYPES.uint:
          view.setUint32(at, Number(value), true);
          at += 4;
          break;
        case COLUMN_TYPES.long:
        case COLUMN_TYPES.ulong:
          view.setBigInt64(at, BigInt(value), true);
          at += 8;
          break;
        case COLUMN_TYPES.float:
          view.setFloat32(at, Number(value), true);
          at += 4;
          break;
        case COLUMN_TYPES.double:
          view.setFloat64(at, Number(value), true);
          at += 8;
          break;
        default: {
          const utf8 = encoder.encode(value as string);
          room(at + 4 + utf8.length);
          view.setUint32(at, utf8.length, true);
          bytes.set(utf8, at + 4);
          at += 4 + utf8.length;
        }
      }
    });
    return bytes.subarray(0, at);
  };
}

function expect(column: Column, value: PropertyValue, type: string): void {
  if (typeof value !== type || column.type === 'binary' || Number.isNaN(value)) {
    throw new RangeError(`${column.name} (${column.type}) cannot hold ${String(value)}`);
  }
}

function checkInteger(
  column: Column,
  value: PropertyValue,
  range: readonly [number, number],
): void {
  const [least, most] = typeof value === 'bigint' ? (BIGINT_RANGES[column.type] ?? range) : range;
  const whole = typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  if (!whole || value < least || value > most) {
    throw new RangeError(`${column.name} (${column.type}) cannot hold ${String(value)}`);
  }
}
