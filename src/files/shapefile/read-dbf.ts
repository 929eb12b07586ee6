import type { DbfEncoding } from '../sources/dbf-encoding.ts';
import { ShapefileError } from './shapefile-error.ts';

/** The attribute table beside a .shp. */
export interface DbfTable {
  readonly fields: readonly string[];
  /** Values as written, without the blanks around them; null for a record marked as deleted. */
  readonly records: readonly (Readonly<Record<string, string>> | null)[];
  /** Whether some text is none in the encoding; it then holds U+FFFD. */
  readonly garbled: boolean;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

const HEADER_BYTES = 32;
const DELETED = 0x2a;
const END_OF_FIELDS = 0x0d;
/** Texts of 254 bytes at most, numbers, dates, true and false; memos lie in a file of their own. */
const READABLE = /[CNFDL]/;

/**
 * A dBASE III table. Empty values are left out. Fields that share a name, cut to ten bytes as they are,
 * are told apart by a number behind the later one.
 *
 * @throws ShapefileError `table`
 */
export function readDbf(bytes: Uint8Array, encoding: DbfEncoding): DbfTable {
  const fail = (what: string, value: number) => new ShapefileError('table', { what, value });
  if (bytes.length < HEADER_BYTES) throw fail('size', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const recordsAt = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (recordsAt < HEADER_BYTES + 1 || recordsAt > bytes.length) throw fail('header', recordsAt);
  if (recordBytes < 1 || recordsAt + count * recordBytes > bytes.length)
    throw fail('records', count);

  const text = textReader(encoding);
  const fields = readFields(bytes.subarray(0, recordsAt), text.read);
  if (fields.some(({ to }) => to > recordBytes)) throw fail('record length', recordBytes);
  const readable = fields.filter(({ type }) => READABLE.test(type));
  const records = Array.from({ length: count }, (_, i) => {
    const record = bytes.subarray(recordsAt + i * recordBytes, recordsAt + (i + 1) * recordBytes);
    if (record[0] === DELETED) return null;
    const values = readable.flatMap(({ name, type, from, to }) => {
      const value = text.read(record.subarray(from, to)).trim();
      const isEmpty = value === '' || (type !== 'C' && /^[*?]+$/.test(value));
      return isEmpty ? [] : [[name, value] as const];
    });
    return Object.fromEntries(values);
  });
  return { fields: fields.map(({ name }) => name), records, garbled: text.isGarbled() };
}

function readFields(header: Uint8Array, text: (bytes: Uint8Array) => string): Field[] {
  const fields: Field[] = [];
  const taken = new Set<string>();
  let from = 1;
  for (let at = 32; at + 32 <= header.length && header[at] !== END_OF_FIELDS; at += 32) {
    const said = text(header.subarray(at, at + 11)).trim() || `F${fields.length + 1}`;
    let name = said;
    for (let n = 1; taken.has(name) || name === '__proto__'; n++) name = `${said}_${n}`;
    taken.add(name);
    const to = from + header[at + 16]!;
    fields.push({ name, type: String.fromCharCode(header[at + 11]!), from, to });
    from = to;
  }
  return fields;
}

/** Text up to the first zero byte; a last character that the field's end cuts off is left out. */
function textReader(encoding: DbfEncoding) {
  let garbled = false;
  const name = encoding.toLowerCase();
  const read = (bytes: Uint8Array): string => {
    const end = bytes.indexOf(0);
    const given = end < 0 ? bytes : bytes.subarray(0, end);
    // `stream` keeps an unfinished last character back instead of replacing it
    const text = new TextDecoder(name).decode(given, { stream: true });
    if (text.includes('\ufffd')) garbled = true;
    return text;
  };
  return { read, isGarbled: () => garbled };
}
