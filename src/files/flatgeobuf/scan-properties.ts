import type { FlatVector } from './flat-table.ts';
import type { Column, ColumnTypeName } from './format.ts';

/** Bytes of a value; 0: a length and as many bytes. */
const WIDTHS: Partial<Record<ColumnTypeName, number>> = {
  byte: 1,
  ubyte: 1,
  bool: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  long: 8,
  ulong: 8,
  float: 4,
  double: 8,
  string: 0,
  datetime: 0,
};

/** Whether values of a column can be told to be as we write them without decoding them. */
export function isCopied({ type }: Column): boolean {
  return WIDTHS[type] !== undefined;
}

/**
 * Copies what property bytes say of some columns to `out`, which counts `columns` as these alone.
 *
 * @param places for each column its number among the wanted ones, -1 for the rest
 * @returns how many bytes; `out` must have room for all of them
 * @throws RangeError for bytes that do not match the columns
 */
export function pickColumns(
  bytes: Uint8Array,
  columns: readonly Column[],
  places: Int32Array,
  out: Uint8Array,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const number = view.getUint16(at, true);
    const column = columns[number];
    if (column === undefined) throw new RangeError(`column ${number}`);
    const width = WIDTHS[column.type] ?? 0;
    const end = at + 2 + (width === 0 ? 4 + view.getUint32(at + 2, true) : width);
    if (end > bytes.length) throw new RangeError(`column ${column.name}`);
    if (places[number]! >= 0) {
      out.set(bytes.subarray(at, end), length);
      out[length] = places[number]!;
      out[length + 1] = 0;
      length += end - at;
    }
    at = end;
  }
  return length;
}

/**
 * Whether property bytes are exactly what our own writer makes of their values: columns in order, each
 * once, lengths that fit, numbers that are numbers, text in UTF-8.
 */
export function isCanonical(
  view: DataView,
  values: FlatVector,
  columns: readonly Column[],
): boolean {
  const end = values.at + values.count;
  let at = values.at;
  let last = -1;
  while (at < end) {
    if (at + 2 > end) return false;
    const number = view.getUint16(at, true);
    if (number <= last || number >= columns.length) return false;
    last = number;
    at += 2;
    const { type } = columns[number]!;
    const width = WIDTHS[type]!;
    if (at + (width === 0 ? 4 : width) > end) return false;
    if (width === 0) {
      const length = view.getUint32(at, true);
      at += 4;
      if (at + length > end || !isUtf8(view, at, at + length)) return false;
      at += length;
      continue;
    }
    if (type === 'double' && !Number.isFinite(view.getFloat64(at, true))) return false;
    if (type === 'float' && !Number.isFinite(view.getFloat32(at, true))) return false;
    if (type === 'bool' && view.getUint8(at) > 1) return false;
    at += width;
  }
  return true;
}

/** UTF-8 as Unicode defines it: no over-long forms, no surrogates, nothing beyond U+10FFFF. */
export function isUtf8(view: DataView, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const byte = view.getUint8(at++);
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte < 0xc2 || byte > 0xf4 || at + more > end) return false;
    const second = view.getUint8(at);
    const least = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    const most = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) return false;
    for (let k = 1; k < more; k++) if ((view.getUint8(at + k) & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}
