import { type Document, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../domain/user-error.ts';
import type { PathKey } from './mistakes.ts';

/** YAML data with the place of everything in it. */
export interface YamlData {
  readonly data: unknown;
  /** Line and column, from 1, of a value; where it is missing, of the nearest thing around it. */
  placeOf(path: readonly PathKey[]): { readonly line: number; readonly column: number };
}

/**
 * @param name file name for messages
 * @throws UserError `policy-yaml` with file, line, column and the problem
 */
export function readYaml(text: string, name: string): YamlData {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const problem = broken.message.split('\n')[0]!;
    throw new UserError('policy-yaml', { file: name, line, column: col, problem });
  }
  return { data: document.toJS(), placeOf: (path) => placeOf(path, document, lines) };
}

function placeOf(path: readonly PathKey[], document: Document.Parsed, lines: LineCounter) {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | null | undefined)?.range;
    if (range == null) continue;
    const { line, col } = lines.linePos(range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}
