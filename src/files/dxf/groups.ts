import { importError } from '../import-message.ts';

/** A group code and its value, as written. */
export interface Group {
  readonly code: number;
  readonly value: string;
  /** Of the value in the file, from 1. */
  readonly line: number;
}

/**
 * The groups of a drawing: two lines each. A file that ends within a pair, or whose code is no number, is
 * an error that names the line: what follows could mean anything.
 */
export function* groupsOf(text: string): Generator<Group> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 0;
  const next = (): string | null => {
    if (at >= text.length) return null;
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const row = text.slice(at, stop > at && text[stop - 1] === '\r' ? stop - 1 : stop);
    at = stop + 1;
    line++;
    return row;
  };
  for (;;) {
    const code = next();
    if (code === null) return;
    const value = next();
    const number = /^\s*(\d{1,4}|-[1-9])\s*$/.exec(code);
    if (number === null) {
      const codeLine = value === null ? line : line - 1;
      throw importError('err-dxf-group', { line: codeLine, text: brief(code) });
    }
    if (value === null) throw importError('err-dxf-cut', { line });
    const group = { code: Number(number[1]), value, line };
    yield group;
    // What stands behind the end mark is no part of the drawing.
    if (group.code === 0 && value.trim() === 'EOF') return;
  }
}

/** A coordinate or measure; no library's habit of reading "1,5" as 1. */
export function numberIn({ value, line }: Group): number {
  const text = value.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw importError('err-dxf-number', { line, value: brief(text) });
  }
  return Number(text);
}

function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
