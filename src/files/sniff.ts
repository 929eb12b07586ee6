import { formatOfName } from './formats/by-name.ts';
import type { ProjectFormat } from './formats/format.ts';
import { PROJECT_FORMATS } from './formats/registry.ts';
import { importError } from './import-message.ts';

/** How much of a file is looked at to tell what it is. */
const HEAD_BYTES = 4096;

/**
 * The format of a file: by what it holds, then by its extension. Throws a UserError that names what the
 * file is when it is something known but not readable here, and how to get on.
 */
export function sniffFormat(name: string, bytes: Uint8Array): ProjectFormat {
  if (bytes.length === 0) throw importError('err-empty-file', { file: name });
  const head = bytes.subarray(0, HEAD_BYTES);
  const scored = PROJECT_FORMATS.map((format) => ({ format, score: format.sniff(head) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0) return best.format;
  const foreign = foreignKind(head);
  if (foreign === OLD_OFFICE && /\.(xls|et)$/i.test(name))
    throw importError('err-xls', { file: name });
  if (foreign === OLD_OFFICE && /\.xls[xm]$/i.test(name)) {
    throw importError('err-xlsx-locked', { file: name });
  }
  if (foreign === 'html' && /\.xls$/i.test(name)) throw importError('err-xls', { file: name });
  if (foreign === 'html') throw importError('err-html', { file: name });
  if (foreign === 'dwg') throw importError('err-dwg', { file: name });
  if (foreign) throw importError('err-format-unread', { file: name, format: foreign });
  const byName = formatOfName(name);
  if (byName) return byName;
  throw importError('err-format-unknown', { file: name });
}

/** The old binary container; a workbook with a password lies in one, too. */
const OLD_OFFICE = 'XLS / DOC';

/** Magic bytes of things people drop that are no project file we read. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['dwg', [0x41, 0x43, 0x31, 0x30]],
  ['ZIP / XLSX / DOCX', [0x50, 0x4b, 0x03, 0x04]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  [OLD_OFFICE, [0xd0, 0xcf, 0x11, 0xe0]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
];

function foreignKind(head: Uint8Array): string | null {
  for (const [name, magic] of MAGIC) if (magic.every((byte, i) => head[i] === byte)) return name;
  const text = new TextDecoder()
    .decode(head.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('<')) {
    if (/<(!doctype html|html|head|body)[\s>]/i.test(text)) return 'html';
    return 'XML';
  }
  return null;
}
