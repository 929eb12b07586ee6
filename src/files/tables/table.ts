/** Cells of a text file, of what was pasted, or of one sheet: trimmed, "" where nothing stands. */
export interface Table {
  /** Name of the sheet; null where there is none. */
  readonly sheet: string | null;
  /** Row 1 of the file comes first. */
  readonly rows: readonly (readonly string[])[];
}

/** What is not told apart in a word: width of characters, white space, letter case. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
