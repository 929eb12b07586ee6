/**
 * The port through which every byte comes in: a file, a Blob, an HTTP resource with ranges, memory.
 *
 * `read` gives exactly `length` bytes or throws: a short read is an error, never a short answer.
 */
export interface ByteSource {
  /** For messages: a file name or an address. */
  readonly name: string;
  /** Total length in bytes. */
  size(signal?: AbortSignal): Promise<number>;
  /** Exactly the bytes [offset, offset + length). */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Why bytes could not be had. `code` becomes the user's message one floor up. */
export class ByteError extends Error {
  override readonly name = 'ByteError';
  readonly code:
    | 'missing'
    | 'truncated'
    | 'no-ranges'
    | 'changed'
    | 'unreadable'
    | 'timeout'
    | 'sha256';
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ByteError['code'], params: ByteError['params'] = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
  }
}
