/** What a spreadsheet takes for the beginning of a formula, also after spaces. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A text as one cell of a table that is pasted into a spreadsheet or opened by one: on one line, and
 * with an apostrophe in front where it would be taken for a formula. Plain numbers stay numbers.
 */
export function cellText(text: string): string {
  const line = text.replace(/[\t\n\r\u2028\u2029]+/g, ' ');
  return FORMULA.test(line) && !NUMBER.test(line) ? `'${line}` : line;
}
