import { ByteError, type ByteSource } from './byte-source.ts';
import type { TextEncoding } from './decode-text.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Text of any length as UTF-8, in pieces, without a byte order mark: for scanners that look at bytes.
 *
 * @throws ByteError `unreadable` where the bytes are none of that encoding
 */
export async function* utf8Pieces(
  source: ByteSource,
  encoding: TextEncoding,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const size = await source.size(signal);
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
  const encoder = new TextEncoder();
  for (let at = 0; at < size; at += PIECE_BYTES) {
    signal?.throwIfAborted();
    const bytes = await source.read(at, Math.min(PIECE_BYTES, size - at), signal);
    let text: string;
    try {
      // decoded even where it is UTF-8: what is not valid must not pass
      text = decoder.decode(bytes, { stream: at + PIECE_BYTES < size });
    } catch {
      throw new ByteError('unreadable', { name: source.name, reason: encoding, offset: at });
    }
    if (encoding !== 'UTF-8') yield encoder.encode(text);
    else yield at === 0 && hasMark(bytes) ? bytes.subarray(3) : bytes;
  }
}

/**
 * The encoding of text too long to hold: byte order mark, else strict UTF-8 to the end, else GB18030.
 * Reads no further than the first byte that is no UTF-8.
 */
export async function encodingOf(source: ByteSource, signal?: AbortSignal): Promise<TextEncoding> {
  const start = await source.read(0, Math.min(3, await source.size(signal)), signal);
  if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16LE';
  if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16BE';
  try {
    for await (const _ of utf8Pieces(source, 'UTF-8', signal));
    return 'UTF-8';
  } catch (error) {
    const isOther = error instanceof ByteError && error.params.reason === 'UTF-8';
    if (!isOther || hasMark(start)) throw error;
    return 'GB18030';
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
