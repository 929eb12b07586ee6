import type { ByteSource } from '../../bytes/byte-source.ts';
import { FlatGeobufError } from '../flatgeobuf/flatgeobuf-error.ts';
import type { FlatGeobufHeader } from '../flatgeobuf/read-header.ts';

/** Read at a time, unless one record is longer (bytes). */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * The undecoded record of every feature of a FlatGeobuf file, length prefix included, as many at a time
 * as one read holds; counted against the header.
 *
 * @throws FlatGeobufError, ByteError
 */
export async function* readRecords(
  { featuresStart, features, fileEnd }: FlatGeobufHeader,
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<readonly Uint8Array[]> {
  let at = featuresStart;
  let index = 0;
  let needed = 4;
  while (index < features && at < fileEnd) {
    signal?.throwIfAborted();
    if (at + needed > fileEnd) {
      throw new FlatGeobufError('truncated', { size: fileEnd, wanted: at + needed });
    }
    const length = Math.max(needed, Math.min(PIECE_BYTES, fileEnd - at));
    const piece = await source.read(at, length, signal);
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    const records: Uint8Array[] = [];
    let start = 0;
    needed = 4;
    while (index < features && start + 4 <= length) {
      const end = start + 4 + view.getUint32(start, true);
      if (end > length) {
        needed = end - start;
        break;
      }
      records.push(piece.subarray(start, end));
      index++;
      start = end;
    }
    at += start;
    if (records.length > 0) yield records;
  }
  if (index !== features || at !== fileEnd) {
    throw new FlatGeobufError('count', { counted: index, features, room: fileEnd - at });
  }
}
