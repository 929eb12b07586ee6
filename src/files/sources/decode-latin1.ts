import type { DbfEncoding } from './dbf-encoding.ts';

/** Distinct texts kept decoded: names of places and classes repeat, identifiers do not. */
const MOST_KEPT = 20_000;

/**
 * Decodes text that was handed on byte by byte as ISO 8859-1. A last character cut off by the end of its
 * field is left out.
 *
 * @returns a function that gives null for bytes that are none of the encoding
 */
export function latin1Decoder(encoding: DbfEncoding): (text: string) => string | null {
  if (encoding === 'ISO-8859-1') return (text) => text;
  const kept = new Map<string, string | null>();
  return (text) => {
    if (!/[^\0-\x7f]/.test(text)) return text;
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const decoded = decode(text, encoding);
    kept.set(text, decoded);
    return decoded;
  };
}

function decode(text: string, encoding: DbfEncoding): string | null {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  try {
    // `stream` keeps an unfinished last character back instead of refusing it
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
