import Papa from 'papaparse';
import type { Table } from './table.ts';

/** Candidates in the order of preference; a pattern splits without regard to quotes. */
const SEPARATORS: readonly (string | RegExp)[] = [
  '\t',
  ',',
  ';',
  '，',
  '；',
  '|',
  /[,，、]/,
  /[;；]/,
  /\s*[|｜]\s*/,
  /\s+/,
  // a comma tight between digits may be a decimal comma: it parts nothing here
  /\s*[,，、;；]\s+|[，、；]|\s+/,
];

const LOOKED_AT = 200;

/** Whether a row, split, looks like one of the rows that are wanted. */
export type RowTest = (cells: readonly string[]) => boolean;

/**
 * Text to cells: the separator is the one that gives most of the rows that are wanted, the earlier of
 * equals. Null when none gives any.
 */
export function splitText(text: string, isWanted: RowTest): Table | null {
  const head = text.split(/\r\n|\n|\r/, LOOKED_AT).join('\n');
  let best: string | RegExp | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const count = split(head, separator).filter(isWanted).length;
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best === null ? null : { sheet: null, rows: split(text, best) };
}

/** By papaparse where quotes may hold separators and line ends, else line by line. */
function split(text: string, separator: string | RegExp): string[][] {
  if (typeof separator === 'string') {
    const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
      delimiter: separator,
      newline: '\n',
      skipEmptyLines: false,
    });
    return data.map((row) => row.map((cell) => cell.trim()));
  }
  return text.split(/\r\n|\n|\r/).map((line) => line.trim().split(separator));
}
