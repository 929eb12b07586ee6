import { ByteError, type ByteSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';

/** A file in a zip archive. Folders are no entries. */
export interface ZipEntry {
  /** As stored, parts joined by `/`. */
  readonly name: string;
  /** Length once unpacked, as the archive says; more than that is never given out. */
  readonly bytes: number;
  /** The content in pieces, checked for its length and its sum. */
  content(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** The whole content of an entry; its length is what the archive says, or an error. */
export async function entryBytes(entry: ZipEntry, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.bytes);
  let at = 0;
  for await (const piece of entry.content(signal)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** A comment of 65,535 bytes may follow the end record. */
const LONGEST_TAIL = 22 + 65_535 + 20 + 56;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;
const UTF8_NAMES = 0x800;
const ENCRYPTED = 1;

/**
 * The files of a zip archive, by its central directory (APPNOTE 6.3, with zip64). Names without the UTF-8
 * flag are read as UTF-8 where they are valid, else as GB18030, the way Chinese Windows writes them.
 *
 * @throws ByteError `truncated`, `unreadable` with `reason`
 */
export async function openZip(source: ByteSource, signal?: AbortSignal): Promise<ZipEntry[]> {
  const fail = (reason: string): ByteError =>
    new ByteError('unreadable', { name: source.name, reason });
  const size = await source.size(signal);
  const tailStart = Math.max(0, size - LONGEST_TAIL);
  const tail = viewOf(await source.read(tailStart, size - tailStart, signal));
  const end = lastEndRecord(tail);
  if (end < 0) throw fail('zip-end');
  let count = tail.getUint16(end + 10, true);
  let length = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  if (end >= 20 && tail.getUint32(end - 20, true) === LOCATOR_64) {
    const record = viewOf(await source.read(Number(tail.getBigUint64(end - 12, true)), 56, signal));
    if (record.getUint32(0, true) !== END_OF_DIRECTORY_64) throw fail('zip-end');
    count = Number(record.getBigUint64(32, true));
    length = Number(record.getBigUint64(40, true));
    start = Number(record.getBigUint64(48, true));
  }
  if (start + length > size || length > LARGEST_DIRECTORY) throw fail('zip-directory');
  const directory = viewOf(await source.read(start, length, signal));

  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > length || directory.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw fail('zip-directory');
    }
    const record = readRecord(directory, at);
    if (record === null) throw fail('zip-directory');
    at += record.length;
    if (record.name.endsWith('/')) continue;
    if (record.flags & ENCRYPTED) throw fail('zip-encrypted');
    if (record.method !== 0 && record.method !== 8) throw fail('zip-method');
    entries.push({
      name: record.name,
      bytes: record.bytes,
      content: (abort) => unpack(source, record, fail, abort),
    });
  }
  return entries;
}

interface Stored {
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly bytes: number;
  readonly crc: number;
  /** Of the local header in the archive. */
  readonly start: number;
  /** Of the directory record. */
  readonly length: number;
}

/** Null for a record that does not lie within the directory, or whose extra fields do not lie within it. */
function readRecord(view: DataView, at: number): Stored | null {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) return null;
  const flags = view.getUint16(at + 8, true);
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  let packed = view.getUint32(at + 20, true);
  let bytes = view.getUint32(at + 24, true);
  let start = view.getUint32(at + 42, true);
  // zip64: the values that did not fit stand in an extra field, in this order
  const extraEnd = at + 46 + nameLength + extraLength;
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd; ) {
    const extraBytes = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let value = extra + 4;
      const wanted = [bytes, packed, start].filter((each) => each === 0xffff_ffff).length;
      if (value + 8 * wanted > extraEnd) return null;
      const next = (): number => {
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      if (bytes === 0xffff_ffff) bytes = next();
      if (packed === 0xffff_ffff) packed = next();
      if (start === 0xffff_ffff) start = next();
    }
    extra += 4 + extraBytes;
  }
  const name = decodeName(nameBytes, (flags & UTF8_NAMES) !== 0).replaceAll('\\', '/');
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  return { name, flags, method, packed, bytes, crc, start, length };
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

async function* unpack(
  source: ByteSource,
  entry: Stored,
  fail: (reason: string) => ByteError,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const local = viewOf(await source.read(entry.start, 30, signal));
  if (local.getUint32(0, true) !== LOCAL_ENTRY) throw fail('zip-entry');
  const start = entry.start + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const stored = piecesOf(source, start, entry.packed, signal);
  let given = 0;
  let sum = 0;
  try {
    for await (const piece of entry.method === 0 ? stored : inflated(stored)) {
      signal?.throwIfAborted();
      given += piece.length;
      if (given > entry.bytes) throw fail('zip-length');
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    // platforms answer damaged data with errors of different kinds; what is ours stays as it is
    if (error instanceof ByteError || signal?.aborted || entry.method === 0) throw error;
    throw fail('zip-damaged');
  }
  if (given !== entry.bytes) throw fail('zip-length');
  // a changed digit may unpack to the same length
  if (sum !== entry.crc) throw fail('zip-damaged');
}

async function* piecesOf(
  source: ByteSource,
  start: number,
  length: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < length; at += PIECE_BYTES) {
    const piece = await source.read(start + at, Math.min(PIECE_BYTES, length - at), signal);
    yield piece as Uint8Array<ArrayBuffer>;
  }
}

async function* inflated(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function lastEndRecord(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
