/** What a pasted text looks like as a table. */
export interface PastePreview {
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  readonly total: number;
}

/** Rows shown at most. */
const SHOWN = 8;

/**
 * Splits a text into rows and columns for the eye: tabs, commas, semicolons and runs of spaces, also in
 * full width. Rows without a digit are headings and are shown as such; reading is left to the format.
 */
export function pastePreview(text: string): PastePreview {
  const rows = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s*[\t,，;；、]\s*|[\s\u3000]+/).filter((cell) => cell !== ''));
  return {
    rows: rows.slice(0, SHOWN),
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    total: rows.length,
  };
}
