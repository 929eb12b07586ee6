/** Holds the bytes of tiles until what stands before them in a file is known. */
export interface TileSpool {
  append(bytes: Uint8Array): void | Promise<void>;
  /** Everything appended, in order. */
  contents(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export function memorySpool(): TileSpool {
  const pieces: Uint8Array[] = [];
  return { append: (bytes) => void pieces.push(bytes), contents: () => pieces };
}
