/** A run of the sorted records that is put in order in memory at once. */
export interface Window {
  /** Ranks [first, end) in the sorted order. */
  readonly first: number;
  readonly end: number;
  /** From the first record of the file, bytes. */
  readonly start: number;
  readonly bytes: number;
}

/** Cuts the sorted records into windows of at most `most` bytes; a larger record has its own. */
export function windowsOf(order: Uint32Array, lengths: Uint32Array, most: number): Window[] {
  const windows: Window[] = [];
  let [first, start, bytes] = [0, 0, 0];
  const close = (end: number): void => {
    windows.push({ first, end, start, bytes });
    [first, start, bytes] = [end, start + bytes, 0];
  };
  for (let rank = 0; rank < order.length; rank++) {
    const length = lengths[order[rank]!]!;
    if (bytes > 0 && bytes + length > most) close(rank);
    bytes += length;
  }
  if (bytes > 0) close(order.length);
  return windows;
}

/** Where every record begins when they stand in the order they came. */
export function startsOf(lengths: Uint32Array): Float64Array {
  const starts = new Float64Array(lengths.length);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    starts[i] = at;
    at += lengths[i]!;
  }
  return starts;
}
