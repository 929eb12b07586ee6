import type { ByteSource } from '../../bytes/byte-source.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import type { FlatGeobufHeader } from './read-header.ts';

/** Records that stand one after the other, length prefixes included. */
export interface RecordBatch {
  readonly bytes: Uint8Array;
  /** Where each record begins, and where the last one ends. */
  readonly starts: readonly number[];
  /** Position in the file of the first of them. */
  readonly first: number;
}

/** No single read takes more, unless one feature does (bytes). */
export const LARGEST_READ = 4 * 1024 * 1024;

/**
 * Every record of a file from front to back, counted against the header. Only lengths are looked at.
 *
 * @throws FlatGeobufError, ByteError
 */
export async function* readRecords(
  header: FlatGeobufHeader,
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<RecordBatch> {
  const { features, fileEnd } = header;
  let at = header.featuresStart;
  let first = 0;
  /** Bytes that the first record of a piece is known to need. */
  let needed = 4;
  const startRead = (): Promise<Uint8Array> => {
    const most = Math.max(needed, Math.min(LARGEST_READ, fileEnd - at));
    const reading = source.read(at, most, signal);
    // told where it is awaited; nobody may come for it
    reading.catch(() => {});
    return reading;
  };
  /** Under way while the caller is busy with the records before. */
  let ahead: Promise<Uint8Array> | null = null;
  while (first < features && at < fileEnd) {
    signal?.throwIfAborted();
    if (at + needed > fileEnd) {
      throw new FlatGeobufError('truncated', { size: fileEnd, wanted: at + needed });
    }
    const bytes: Uint8Array = await (ahead ?? startRead());
    ahead = null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = [0];
    let start = 0;
    needed = 4;
    while (first + starts.length - 1 < features && start + needed <= bytes.length) {
      const end = start + 4 + view.getUint32(start, true);
      if (end > bytes.length) {
        needed = end - start;
        break;
      }
      starts.push(end);
      start = end;
    }
    const batch = { bytes, starts, first };
    const count = starts.length - 1;
    at += start;
    first += count;
    if (first < features && at + needed <= fileEnd) ahead = startRead();
    if (count > 0) yield batch;
  }
  if (first !== features || at !== fileEnd) {
    throw new FlatGeobufError('count', { counted: first, features, room: fileEnd - at });
  }
}
