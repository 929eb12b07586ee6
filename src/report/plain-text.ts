import { visibleLine } from './markup.ts';

/**
 * Text for a document that is XML inside: what reorders or hides text is shown as its code point, it is one line, and
 * what XML cannot hold (lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD.
 */
export function plainText(text: string): string {
  return visibleLine(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}
