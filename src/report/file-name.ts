/**
 * `<base name>[-<number in the file>].report.<extension>`; characters that some file system refuses
 * become `_`, and a name never gets longer than what file systems take.
 */
export function reportFileName(
  sourceFile: string,
  extension: string,
  numberInFile: number | null = null,
): string {
  const number = numberInFile === null ? '' : `-${numberInFile}`;
  return `${safeBaseName(sourceFile)}${number}.report.${extension}`;
}

const MAX_BYTES = 200;
/** Separators, wildcards, controls and the characters that reorder or hide text. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

function safeBaseName(file: string): string {
  const base = file.split(/[\\/]/).pop() ?? '';
  const stem = base.replace(/\.[^.]{1,8}$/, '') || base;
  const safe = stem
    .normalize('NFC')
    .replace(REFUSED, '_')
    .replace(/[. ]+$/, '_')
    .replace(/^\.+/, '_');
  return shorten(/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? `${safe}_` : safe) || '_';
}

function shorten(name: string): string {
  const encoder = new TextEncoder();
  const characters = [...name];
  while (encoder.encode(characters.join('')).length > MAX_BYTES) characters.pop();
  return characters.join('');
}
