import { SaxesParser } from 'saxes';

/** What is read of a sheet: cells by place, and the ranges that are merged. */
export interface SheetCells {
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }[];
  /** "A2:A6" */
  readonly merged: readonly string[];
  /** Cells with a formula that the program which wrote the file never computed. */
  readonly uncomputed: readonly string[];
}

/** Names and archive paths of the sheets, in the order of the tabs; hidden ones are named as such. */
export function sheetsOf(
  workbook: string,
  relations: string,
): { name: string; path: string; hidden: boolean }[] {
  const targets = new Map<string, string>();
  parse(relations, {
    open: (name, attribute) => {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  });
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  parse(workbook, {
    open: (name, attribute) => {
      if (name !== 'sheet') return;
      const target = targets.get(attribute('id') ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute('name') ?? '', path, hidden });
    },
  });
  return sheets;
}

/** The table of texts that cells point into; readings of characters (rPh) are left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = '';
  let depth = 0;
  parse(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') depth++;
    },
    text: (part, within) => {
      if (within === 't' && depth === 0) text += part;
    },
    close: (name) => {
      if (name === 'rPh') depth--;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

/**
 * Cells of a sheet as text. Numbers are those the file holds, in the shortest digits that mean the same
 * number; of a formula only the value stored beside it is read. Nothing is ever computed.
 */
export function sheetCells(xml: string, shared: readonly string[]): SheetCells {
  const cells: { row: number; column: number; text: string }[] = [];
  const merged: string[] = [];
  const uncomputed: string[] = [];
  let row = -1;
  let column = -1;
  let cell = { type: 'n', name: '', value: '', inline: '', formula: false };
  parse(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = attribute('r') === undefined ? row + 1 : Number(attribute('r')) - 1;
        column = -1;
      } else if (name === 'c') {
        const at = placeOf(attribute('r') ?? '');
        column = at ? at.column : column + 1;
        if (at) row = at.row;
        const type = attribute('t') ?? 'n';
        cell = { type, name: attribute('r') ?? '', value: '', inline: '', formula: false };
      } else if (name === 'f') cell.formula = true;
      else if (name === 'mergeCell') merged.push(attribute('ref') ?? '');
    },
    text: (part, within) => {
      if (within === 'v') cell.value += part;
      else if (within === 't') cell.inline += part;
    },
    close: (name) => {
      if (name !== 'c') return;
      if (cell.formula && cell.value === '') uncomputed.push(cell.name);
      const text = cellText(cell, shared);
      if (text !== '') cells.push({ row, column, text });
    },
  });
  return { cells, merged, uncomputed };
}

function cellText(
  { type, value, inline }: { type: string; value: string; inline: string },
  shared: readonly string[],
): string {
  switch (type) {
    case 's':
      return (shared[Number(value)] ?? '').trim();
    case 'inlineStr':
      return inline.trim();
    case 'n': {
      const number = Number(value);
      return value === '' || !Number.isFinite(number) ? value : String(number);
    }
    default:
      // "str", "b", "d", and "e", which is #REF! and its kind: told as written where a number is due
      return value.trim();
  }
}

/** "C12" is row 11, column 2. */
export function placeOf(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match) return null;
  const letters = [...match[1]!].map((letter) => letter.charCodeAt(0) - 64);
  const column = letters.reduce((sum, digit) => sum * 26 + digit, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

interface Handlers {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(part: string, within: string): void;
  close?(name: string): void;
}

/** Names without their prefixes, which some writers give and others do not. @throws Error for broken XML */
function parse(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = new Map(Object.entries(attributes).map(([key, value]) => [bare(key), value]));
    path.push(bare(name));
    open?.(bare(name), (key) => local.get(key));
  });
  const told = (part: string) => text?.(part, path.at(-1) ?? '');
  parser.on('text', told);
  parser.on('cdata', told);
  parser.on('closetag', ({ name }) => {
    path.pop();
    close?.(bare(name));
  });
  parser.write(xml).close();
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
