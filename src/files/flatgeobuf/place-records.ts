import type { RandomFile } from '../../bytes/random-file.ts';
import { PIECE_BYTES, type RecordStore } from './record-store.ts';
import { type Stretch, startsOf, stretchesOf } from './sorted-layout.ts';

/** How much of the sorted file is put in order in memory at once (bytes). */
const STRETCH_BYTES = 32 * 1024 * 1024;
/** What is gathered for one stretch before it is written (bytes). */
const BUCKET_BYTES = 512 * 1024;

export interface SortedRecords {
  readonly records: RecordStore;
  readonly lengths: Uint32Array;
  /** Record numbers, in the order of the file. */
  readonly order: Uint32Array;
}

/** Where records go: `at` is the place of the first of them in the file. */
export interface RecordTarget {
  readonly file: RandomFile;
  readonly at: number;
  /** Gets the finished bytes from front to back; they are used again afterwards. */
  readonly finished: (bytes: Uint8Array) => void;
  /** Gets the records in their order, each with its number. */
  readonly placed?: ((bytes: Uint8Array, record: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly stretchBytes?: number | undefined;
}

/**
 * Writes records in their order. From memory they are picked one by one. From a scratch file, where
 * picking would be a seek for each, they are first dealt out to the stretches of the target they belong to,
 * then each stretch is put in order in memory: every byte is read twice and written twice, whatever order
 * the source had, and no more than a stretch and the one being written are held.
 */
export async function placeRecords(sorted: SortedRecords, target: RecordTarget): Promise<void> {
  const stretches = stretchesOf(sorted.order, sorted.lengths, target.stretchBytes ?? STRETCH_BYTES);
  const most = stretches.reduce((bytes, stretch) => Math.max(bytes, stretch.bytes), 0);
  const ready = [new Uint8Array(most), new Uint8Array(stretches.length > 1 ? most : 0)];
  const pick = sorted.records.spilled
    ? await dealOut(sorted, stretches, target, new Uint8Array(most))
    : pickFromMemory(sorted);
  /** Under way while the next stretch is put in order. */
  let writing = Promise.resolve();
  try {
    for (const [i, stretch] of stretches.entries()) {
      target.signal?.throwIfAborted();
      const bytes = ready[i % 2]!.subarray(0, stretch.bytes);
      await pick(stretch, bytes);
      await writing;
      writing = target.file.write(target.at + stretch.start, bytes);
      // told where it is awaited
      writing.catch(() => {});
      target.finished(bytes);
      if (target.placed) tellRecords(sorted, stretch, bytes, target.placed);
    }
  } finally {
    // whoever closes the file must not do so under a write; the first failure is the one that is told
    await writing.catch(() => {});
  }
  await writing;
}

function tellRecords(
  { lengths, order }: SortedRecords,
  { first, end }: Stretch,
  bytes: Uint8Array,
  placed: NonNullable<RecordTarget['placed']>,
): void {
  let at = 0;
  for (let rank = first; rank < end; rank++) {
    const record = order[rank]!;
    placed(bytes.subarray(at, at + lengths[record]!), record);
    at += lengths[record]!;
  }
}

type Pick = (stretch: Stretch, into: Uint8Array) => Promise<void>;

function pickFromMemory({ records, lengths, order }: SortedRecords): Pick {
  const starts = startsOf(lengths);
  const { pieces } = records;
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length);
  const pieceOf = (start: number): number => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start < ends[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return async (stretch, into) => {
    let at = 0;
    for (let rank = stretch.first; rank < stretch.end; rank++) {
      const record = order[rank]!;
      const piece = pieceOf(starts[record]!);
      const start = starts[record]! - (ends[piece]! - pieces[piece]!.length);
      into.set(pieces[piece]!.subarray(start, start + lengths[record]!), at);
      at += lengths[record]!;
    }
  };
}

async function dealOut(
  { records, lengths, order }: SortedRecords,
  stretches: readonly Stretch[],
  target: RecordTarget,
  dealt: Uint8Array,
): Promise<Pick> {
  const stretchOf = new Uint32Array(order.length);
  stretches.forEach(({ first, end }, number) => {
    for (let rank = first; rank < end; rank++) stretchOf[order[rank]!] = number;
  });
  const placeInStretch = new Uint32Array(order.length);
  const filled = new Float64Array(stretches.length);
  const buckets = stretches.map(() => ({ bytes: new Uint8Array(0), used: 0 }));

  const empty = async (number: number): Promise<void> => {
    const bucket = buckets[number]!;
    const end = target.at + stretches[number]!.start + filled[number]!;
    await target.file.write(end - bucket.used, bucket.bytes.subarray(0, bucket.used));
    bucket.used = 0;
  };
  /** Makes room for a record in the bucket of a stretch. */
  const makeRoom = async (number: number, length: number): Promise<void> => {
    const bucket = buckets[number]!;
    if (bucket.used > 0) await empty(number);
    if (length > bucket.bytes.length) bucket.bytes = new Uint8Array(Math.max(length, BUCKET_BYTES));
  };

  const piece = new Uint8Array(
    Math.max(
      PIECE_BYTES,
      lengths.reduce((a, b) => Math.max(a, b), 0),
    ),
  );
  let [start, end] = [0, 0];
  let at = 0;
  for (let record = 0; record < lengths.length; record++) {
    const length = lengths[record]!;
    if (at + length > end) {
      target.signal?.throwIfAborted();
      start = at;
      end = Math.min(records.size, at + piece.length);
      await records.read(start, end - start, piece);
    }
    const number = stretchOf[record]!;
    placeInStretch[record] = filled[number]!;
    const bucket = buckets[number]!;
    // a promise for each record would cost more than the copy
    if (bucket.used + length > bucket.bytes.length) await makeRoom(number, length);
    bucket.bytes.set(piece.subarray(at - start, at - start + length), bucket.used);
    bucket.used += length;
    filled[number]! += length;
    at += length;
  }
  for (const number of stretches.keys()) if (buckets[number]!.used > 0) await empty(number);

  return async (stretch, into) => {
    await target.file.read(target.at + stretch.start, stretch.bytes, dealt);
    let place = 0;
    for (let rank = stretch.first; rank < stretch.end; rank++) {
      const record = order[rank]!;
      const from = placeInStretch[record]!;
      into.set(dealt.subarray(from, from + lengths[record]!), place);
      place += lengths[record]!;
    }
  };
}
