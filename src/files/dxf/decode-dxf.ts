import type { Note } from '../../domain/note.ts';
import { importNote } from '../import-message.ts';
import { readText } from '../read-text.ts';

/** The header's first variables stand well within this. */
const HEADER_BYTES = 65_536;
/** From AutoCAD 2007 on a drawing is UTF-8. */
const FIRST_UTF8 = 1021;

const CODE_PAGES: Readonly<Record<string, string>> = {
  ANSI_936: 'gb18030',
  GB2312: 'gb18030',
  ANSI_950: 'big5',
  BIG5: 'big5',
};

/**
 * Text of a drawing. What the header names ($DWGCODEPAGE, before AutoCAD 2007) is tried first, and then,
 * since other programs write it without meaning it, what the bytes themselves allow.
 */
export function decodeDxf(bytes: Uint8Array): { text: string; notes: Note[] } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_BYTES));
  const version = Number(/\$ACADVER\s+1\s+AC(\d{4})/.exec(head)?.[1] ?? Number.NaN);
  const page = /\$DWGCODEPAGE\s+3\s+(\w+)/.exec(head)?.[1]?.toUpperCase() ?? '';
  const encoding = version >= FIRST_UTF8 ? undefined : CODE_PAGES[page];
  if (encoding !== undefined && bytes.some((byte) => byte >= 0x80)) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) {
      const name = encoding.toUpperCase();
      return { text, notes: [importNote('note-encoding', 'info', { encoding: name })] };
    }
  }
  return readText(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Characters as drawings escape them: \U+7EA2, \M+5BAEC (code page 936), %%c and its like. */
export function plainText(value: string): string {
  return value
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\M\+5([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})/g, (_, a: string, b: string) =>
      new TextDecoder('gb18030').decode(new Uint8Array([parseInt(a, 16), parseInt(b, 16)])),
    )
    .replace(/%%[cC]/g, 'Ø')
    .replace(/%%[dD]/g, '°')
    .replace(/%%[pP]/g, '±')
    .replace(/%%[uUoOkK]/g, '')
    .trim();
}

/** The words of an MTEXT without its formatting: fonts, heights, colours, stacks, line breaks. */
export function mtextWords(value: string): string {
  return plainText(value)
    .replace(/\\[pPnN]\s?/g, ' ')
    .replace(/\\[ACcFfHQTWxp][^;\\{}]*;/g, '')
    .replace(/\\S([^;^/#]*)[\^/#]([^;]*);/g, '$1/$2')
    .replace(/\\[LlOoKk]/g, '')
    .replace(/\\~/g, ' ')
    .replace(/(?<!\\)[{}]/g, '')
    .replace(/\\([\\{}])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
