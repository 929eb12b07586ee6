import { ByteError } from './byte-source.ts';

export type TextEncoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Bytes to text as Chinese offices write it: byte order mark, else strict UTF-8, else GB18030 (which
 * holds GBK and GB2312). Bytes that are no text in any of them are a ByteError `unreadable` that names
 * the first offending byte: nothing is replaced by a question mark.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingOfMark(bytes);
  if (marked) {
    const text = decode(bytes, marked);
    if (text === null) throw unreadable(bytes, bytes.length - 1);
    return { text, encoding: marked };
  }
  const control = firstControl(bytes);
  if (control >= 0) throw unreadable(bytes, control);
  for (const encoding of ['UTF-8', 'GB18030'] as const) {
    const text = decode(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  throw unreadable(bytes, firstHighByte(bytes));
}

function encodingOfMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return null;
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Index of a byte no text file holds (tab, line ends, form feed and end-of-file are allowed). */
function firstControl(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a);
}

function firstHighByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80);
}

function unreadable(bytes: Uint8Array, offset: number): ByteError {
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return new ByteError('unreadable', { offset, byte });
}
