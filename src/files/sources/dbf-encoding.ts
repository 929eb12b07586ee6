import type { ByteSource } from '../../bytes/byte-source.ts';
import type { TextEncoding } from '../../bytes/decode-text.ts';

/** Encodings a table of a shapefile may be in; the last takes any byte. */
export type DbfEncoding = Extract<TextEncoding, 'UTF-8' | 'GB18030'> | 'ISO-8859-1';

export interface DbfFinding {
  readonly encoding: DbfEncoding;
  /** What the .cpg or the language byte says, where the text shows that it is not so. */
  readonly contradicted: string | null;
}

const READ_BYTES = 4 * 1024 * 1024;
const LANGUAGE_BYTE = 29;
/** Language drivers (LDID) of simplified Chinese: 0x4D is code page 936, 0x7A Windows 936. */
const CHINESE_LANGUAGES = [0x4d, 0x7a];

/**
 * The encoding of a dBASE table. What a .cpg or the language byte says counts where the text agrees; else
 * text that is valid UTF-8 throughout is UTF-8, and anything else GB18030. The whole table is looked at:
 * one value alone can be valid in both. A character cut by the field's end is no contradiction.
 *
 * @param cpg content of the .cpg file, null without one
 */
export async function findDbfEncoding(
  dbf: ByteSource,
  cpg: string | null,
  signal?: AbortSignal,
): Promise<DbfFinding> {
  const head = await dbf.read(0, Math.min(32, await dbf.size(signal)), signal);
  const declared =
    cpg !== null
      ? encodingFromCpg(cpg)
      : CHINESE_LANGUAGES.includes(head[LANGUAGE_BYTE] ?? 0)
        ? 'GB18030'
        : null;
  if (declared === 'ISO-8859-1') return { encoding: declared, contradicted: null };
  const text = await everyValueAsUtf8(dbf, signal);
  const said = cpg?.trim() || (declared ?? '');
  if (text === 'ascii') return { encoding: declared ?? 'UTF-8', contradicted: null };
  // two-byte sequences alone can be GBK as well: there what is said decides
  if (text === 'short' && declared !== null) return { encoding: declared, contradicted: null };
  const encoding = text === 'no' ? 'GB18030' : 'UTF-8';
  return { encoding, contradicted: said !== '' && declared !== encoding ? said : null };
}

export function encodingFromCpg(cpg: string): DbfEncoding | null {
  const name = cpg.trim().toUpperCase();
  if (/^UTF-?8$|^65001$/.test(name)) return 'UTF-8';
  if (/^(GBK|GB2312|GB18030|CP936|936|EUC-?CN|ANSI ?936|OEM ?936|54936)$/.test(name))
    return 'GB18030';
  return /^(ISO-?8859-?1|88591|1252|CP1252|ANSI ?1252)$/.test(name) ? 'ISO-8859-1' : null;
}

/** `short`: only sequences of two bytes, no Chinese; `ascii`: nothing that would tell. */
type Utf8Look = 'yes' | 'short' | 'ascii' | 'no';

/** What the column names and all text values look like, read as UTF-8. */
async function everyValueAsUtf8(dbf: ByteSource, signal?: AbortSignal): Promise<Utf8Look> {
  const size = await dbf.size(signal);
  if (size < 32) return 'ascii';
  const head = await dbf.read(0, 32, signal);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const headerBytes = Math.min(view.getUint16(8, true), size);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes < 33 || recordBytes === 0) return 'ascii';
  const header = await dbf.read(0, headerBytes, signal);
  const texts: { readonly from: number; readonly to: number }[] = [];
  let found: Utf8Look = 'ascii';
  let from = 1;
  for (let at = 32; at + 32 <= headerBytes && header[at] !== 0x0d; at += 32) {
    const nameEnd = header.subarray(at, at + 11).indexOf(0);
    found = together(found, lookAt(header, at, at + (nameEnd < 0 ? 11 : nameEnd)));
    const to = from + header[at + 16]!;
    if (header[at + 11] === 0x43) texts.push({ from, to });
    from = to;
  }
  const recordsARead = Math.max(1, Math.floor(READ_BYTES / recordBytes));
  for (let start = headerBytes; start + recordBytes <= size; start += recordsARead * recordBytes) {
    signal?.throwIfAborted();
    const records = Math.min(recordsARead, Math.floor((size - start) / recordBytes));
    if (found === 'no') break;
    const bytes = await dbf.read(start, records * recordBytes, signal);
    for (let record = 0; record < bytes.length && found !== 'no'; record += recordBytes) {
      for (const text of texts) {
        found = together(found, lookAt(bytes, record + text.from, record + text.to));
      }
    }
  }
  return found;
}

const WEIGHTS: readonly Utf8Look[] = ['ascii', 'short', 'yes', 'no'];

function together(a: Utf8Look, b: Utf8Look): Utf8Look {
  return WEIGHTS.indexOf(a) > WEIGHTS.indexOf(b) ? a : b;
}

/** Bytes [from, to): a sequence that the end cuts off is let pass. */
function lookAt(bytes: Uint8Array, from: number, to: number): Utf8Look {
  let found: Utf8Look = 'ascii';
  for (let i = from; i < to; ) {
    const byte = bytes[i++]!;
    if (byte < 0x80) continue;
    if (byte < 0xc2 || byte > 0xf4) return 'no';
    const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    for (let k = 0; k < more && i < to; k++, i++) {
      if ((bytes[i]! & 0xc0) !== 0x80) return 'no';
    }
    found = together(found, more === 1 ? 'short' : 'yes');
  }
  return found;
}
