/** A file that is written and read back piece by piece, in any order; it grows as it is written. */
export interface RandomFile {
  /** Writes all of `bytes` at a place. They may be used again once this has resolved. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Exactly `length` bytes, or an error; into the beginning of `into` where that is given. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
}

/** In memory: for small things and for tests. */
export function memoryFile(): RandomFile & { bytes(): Uint8Array } {
  let bytes = new Uint8Array(0);
  let size = 0;
  return {
    bytes: () => bytes.slice(0, size),
    async write(offset, piece) {
      const end = offset + piece.length;
      if (end > bytes.length) {
        const grown = new Uint8Array(Math.max(end, 2 * bytes.length));
        grown.set(bytes.subarray(0, size));
        bytes = grown;
      }
      bytes.set(piece, offset);
      size = Math.max(size, end);
    },
    async read(offset, length, into) {
      if (offset + length > size) throw new RangeError(`${offset} + ${length} of ${size} bytes`);
      const piece = bytes.slice(offset, offset + length);
      if (into === undefined) return piece;
      into.set(piece);
      return into.subarray(0, length);
    },
  };
}
