import { displayWidth } from '../display-width.ts';
import { wholeNumbers } from '../plain-text.ts';
import { cellText, type Table } from './table.ts';

/** A half-width character at 9 pt, and what the edges of a cell take. */
const HALF_WIDTH_MM = 1.62;
const PADDING_MM = 2.6;
/** Longer words (a digest) may break. */
const LONGEST_WORD = 20;
/** Longer texts get no more room: one long cell starves no neighbour. */
const WIDEST = 56;
/** A title gets room for half of it, or so much: it takes two lines, hardly ever more. */
const TITLE_ROOM = 9;
/** What is as short as this stays on one line: four Chinese characters. */
const SHORT = 8;

/**
 * A width shared by what the columns hold: first each gets what its longest number or word needs, so that
 * none is broken, then the rest goes where long texts stand. To 0.1 mm; adds up to `wholeMm`.
 */
export function columnWidthsMm({ columns, rows }: Table, wholeMm: number): number[] {
  const texts = columns.map(({ title }, i) => ({
    title,
    cells: rows.map((row) => cellText(row.cells[i] ?? '')),
  }));
  const least = texts.map(({ title, cells }) => {
    const room = Math.max(4, Math.min(TITLE_ROOM, Math.ceil(displayWidth(title) / 2)));
    const longest = [title, ...cells].reduce((most, one) => Math.max(most, longestWord(one)), room);
    return PADDING_MM + HALF_WIDTH_MM * Math.min(LONGEST_WORD, longest);
  });
  const wish = texts.map(({ cells }) => {
    const widest = cells.reduce((most, one) => Math.max(most, displayWidth(one)), 1);
    return Math.min(WIDEST, widest);
  });
  const taken = sumOf(least);
  const tenths = least.map((one, i) =>
    taken > wholeMm
      ? Math.floor((one / taken) * wholeMm * 10)
      : Math.floor((one + (wish[i]! / sumOf(wish)) * (wholeMm - taken)) * 10),
  );
  const rest = Math.round(wholeMm * 10) - sumOf(tenths);
  return tenths.map((one, i) => (i === 0 ? one + rest : one) / 10);
}

/**
 * Half-width characters that stand together: words, numbers with their thousands, and a Chinese word or
 * two; longer Chinese text may break anywhere.
 */
function longestWord(text: string): number {
  const whole = displayWidth(text);
  if (whole <= SHORT) return whole;
  const words = wholeNumbers(text).split(/(?:[^\S\u202f]|[\u2e80-\uffff])+/);
  return words.reduce((most, { length }) => Math.max(most, length), 0);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
