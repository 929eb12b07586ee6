import type { SheetPreview } from '../components/paste-sheet.ts';
import { say } from '../text/words/ui.ts';

/** Rows shown at most. */
const SHOWN = 8;

/**
 * Splits a text into rows and columns for the eye: tabs, commas, semicolons and runs of spaces, also in
 * full width. What the columns mean is left to the format that reads it; text that is no table at all,
 * such as GeoJSON, is not shown as one.
 */
export function pastePreview(text: string): SheetPreview {
  if (/^\s*[[{<]/.test(text)) {
    const summary = { zh: say('paste.preview.text', 'zh'), en: say('paste.preview.text', 'en') };
    return { summary, readable: true, heads: [], rows: [] };
  }
  const all = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s*[\t,，;；、]\s*|[\s\u3000]+/).filter((cell) => cell !== ''));
  const columns = all.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = all.slice(0, SHOWN);
  const counts = { rows: all.length, columns, n: rows.length };
  const word =
    all.length === 0
      ? 'paste.preview.none'
      : rows.length < all.length
        ? 'paste.preview.first'
        : 'paste.preview';
  const worded = (params: Record<string, number>, key: typeof word | 'paste.column') => ({
    zh: say(key, 'zh', params),
    en: say(key, 'en', params),
  });
  return {
    summary: worded(counts, word),
    readable: all.length > 0,
    heads: Array.from({ length: columns }, (_, i) => worded({ n: i + 1 }, 'paste.column')),
    rows,
  };
}
