import { type Document, LineCounter, parseDocument } from 'yaml';
import { type PolicyPack, policyPackSchema } from '../domain/policy-pack.ts';
import { UserError } from '../domain/user-error.ts';
import { checkPack } from './check-pack.ts';
import { fromSchema, type Mistake, mistakeText, type PathKey } from './mistakes.ts';

/** A mistake with its place in the file, both counted from 1. */
export interface PlacedMistake extends Mistake {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a rule pack from YAML text (UTF-8, already decoded).
 *
 * @param name file name for messages
 * @throws UserError `policy-yaml` or `policy-schema`; params hold file, line, column, path, value
 *   and choices of the first mistake, `detail` all of them as `PlacedMistake[]`
 */
export function loadPack(text: string, name: string): PolicyPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const problem = broken.message.split('\n')[0]!;
    throw new UserError('policy-yaml', { file: name, line, column: col, problem });
  }

  const data: unknown = document.toJS();
  const parsed = policyPackSchema.safeParse(data);
  const mistakes = parsed.success
    ? checkPack(parsed.data)
    : parsed.error.issues.flatMap((issue) => fromSchema(issue, data, policyPackSchema));
  if (parsed.success && mistakes.length === 0) return parsed.data;

  const placed = mistakes
    .map((mistake) => ({ ...mistake, ...placeOf(mistake.path, document, lines) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const first = placed[0]!;
  throw new UserError(
    'policy-schema',
    {
      file: name,
      line: first.line,
      column: first.column,
      path: first.path.join('.'),
      value: first.value,
      choices: first.choices.join(', '),
      problem: first.code,
      mistakes: placed.length,
      ...mistakeText(first),
    },
    placed,
  );
}

/** Where a value stands; where it is missing, the nearest thing around it that does stand. */
function placeOf(
  path: readonly PathKey[],
  document: Document.Parsed,
  lines: LineCounter,
): { line: number; column: number } {
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
