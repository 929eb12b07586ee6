import { fieldNamesAt, type policyPackSchema } from '../domain/policy-pack.ts';
import type { Text } from '../text/text.ts';
import { fill, POLICY_MISTAKE_WORDS, POLICY_PLACE_WORDS } from '../text/words/policy.ts';

export type PathKey = string | number;

/** One thing wrong with a pack: where, what stands there, and what could. */
export interface Mistake {
  readonly code: keyof typeof POLICY_MISTAKE_WORDS;
  readonly path: readonly PathKey[];
  readonly value: string | null;
  readonly choices: readonly string[];
}

/** A mistake with its place in the file, both counted from 1. */
export interface PlacedMistake extends Mistake {
  readonly line: number;
  readonly column: number;
}

type Issue = NonNullable<ReturnType<typeof policyPackSchema.safeParse>['error']>['issues'][number];

export function mistake(
  code: Mistake['code'],
  path: readonly PathKey[],
  value: unknown = null,
  choices: readonly (string | number)[] = [],
): Mistake {
  return { code, path, value: shown(value), choices: choices.map(String) };
}

export function mistakeText({ code, path, value, choices }: Mistake): Text {
  return fill(POLICY_MISTAKE_WORDS[code], {
    path: path.join('.') || '/',
    value: value ?? '',
    choices: { zh: choices.join('、'), en: choices.join(', ') },
    problem: value ?? '',
  });
}

/** Every mistake with its place, one a line. */
export function mistakeList(mistakes: readonly PlacedMistake[]): Text {
  const lines = mistakes.map((one) =>
    fill(POLICY_PLACE_WORDS, { line: one.line, column: one.column, mistake: mistakeText(one) }),
  );
  return {
    zh: lines.map((line) => line.zh).join('\n'),
    en: lines.map((line) => line.en).join('\n'),
  };
}

/** A complaint of the schema in our own words. */
export function fromSchema(
  issue: Issue,
  data: unknown,
  schema: Parameters<typeof fieldNamesAt>[0],
): Mistake[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        mistake('unknown-field', [...path, key], null, fieldNamesAt(schema, path)),
      );
    case 'invalid_value':
      if (value === undefined) return [mistake('missing', path)];
      return [mistake('choice', path, value, issue.values.map(String))];
    case 'invalid_key':
      return [mistake('choice', path, path.at(-1), [])];
    case 'invalid_type':
      if (value === undefined) return [mistake('missing', path)];
      return [mistake('type', path, value, [issue.expected])];
    case 'too_small':
      return [mistake('empty', path, value)];
    case 'too_big':
      return [mistake('too-much', path, value, [String(issue.maximum)])];
    default:
      return [mistake(value === undefined ? 'missing' : 'format', path, value)];
  }
}

function valueAt(data: unknown, path: readonly PathKey[]): unknown {
  let at = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PathKey, unknown>)[key];
  }
  return at;
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
