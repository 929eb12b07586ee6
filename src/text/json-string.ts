/** What JSON.stringify writes in another way than it stands, and every surrogate: those only in pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Whether a string may look different as JSON than between quotation marks. */
export function needsEscape(text: string): boolean {
  return ESCAPED.test(text);
}

/** As JSON.stringify writes it. */
export function jsonString(text: string): string {
  return needsEscape(text) ? JSON.stringify(text) : `"${text}"`;
}
