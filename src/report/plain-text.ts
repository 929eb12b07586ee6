import { THIN_SPACE } from '../text/numbers.ts';
import { visibleLine } from './markup.ts';

/**
 * Text for a document that is XML inside: what reorders or hides text is shown as its code point, it is one line, and
 * what XML cannot hold (lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD.
 */
export function plainText(text: string): string {
  return wholeNumbers(visibleLine(text))
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}

const BETWEEN_THOUSANDS = new RegExp(`(?<=\\d)${THIN_SPACE}(?=\\d)`, 'g');

/** Numbers that no line ends within: a thin space may be broken at, its narrow sister may not. */
export function wholeNumbers(text: string): string {
  return text.replace(BETWEEN_THOUSANDS, '\u202f');
}
