import type { SheetPreview } from '../components/paste-sheet.ts';
import { type PreviewColumn, previewPasted } from '../files/open-pasted.ts';
import type { Text } from '../text/text.ts';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';
import '../text/words/later.ts';

const HEADS: readonly UiWord[] = ['paste.point', 'paste.north', 'paste.east'];

/** What pasted text will be read as, for the sheet: recognised columns in words, and the first points. */
export function pastePreview(text: string): SheetPreview {
  const { format, columns, points, first, parcels, problem } = previewPasted(text);
  const none = { heads: [], rows: [] };
  if (problem) return { ...none, summary: problem, readable: false };
  if (format === null) {
    return { ...none, summary: worded('paste.preview.none'), readable: false };
  }
  if (columns.length === 0) {
    return { ...none, summary: worded('paste.preview.text'), readable: true };
  }
  const counts = { points, parcels: parcels.length };
  return {
    summary: joined(worded('paste.preview', counts), columnsInWords(columns)),
    readable: true,
    heads: HEADS.map((word) => worded(word)),
    rows: first.map(({ name, north, east }) => [name, north, east]),
  };
}

/** "X in column B (纵坐标), Y in column C": which column is which is never decided in silence. */
function columnsInWords(columns: readonly PreviewColumn[]): Text {
  const said = columns.flatMap(({ role, letter, header }) => {
    if (role !== 'north' && role !== 'east') return [];
    const words = { column: header === '' ? letter : `${letter} ${header}` };
    return [worded(`paste.is-${role}`, words)];
  });
  return {
    zh: said.map(({ zh }) => zh).join('，'),
    en: said.map(({ en }) => en).join(', '),
  };
}

function joined(a: Text, b: Text): Text {
  return { zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` };
}

function worded(word: UiWord, params: WordParams = {}): Text {
  return { zh: say(word, 'zh', params), en: say(word, 'en', params) };
}
