import { type PolicyPack, policyPackSchema } from '../domain/policy-pack.ts';
import { UserError } from '../domain/user-error.ts';
import { checkPack } from './check-pack.ts';
import { fromSchema, type Mistake, mistakeList } from './mistakes.ts';
import { readYaml, type YamlData } from './read-yaml.ts';

/**
 * Reads a rule pack from YAML text (already decoded).
 *
 * @param name file name for messages
 * @throws UserError `policy-yaml` or `policy-schema`; params hold file, line, column, path, value
 *   and choices of the first mistake, `detail` all of them as `PlacedMistake[]`
 */
export function loadPack(text: string, name: string): PolicyPack {
  const yaml = readYaml(text, name);
  const parsed = policyPackSchema.safeParse(yaml.data);
  const mistakes = parsed.success
    ? checkPack(parsed.data)
    : parsed.error.issues.flatMap((issue) => fromSchema(issue, yaml.data, policyPackSchema));
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw wrongPack(mistakes, yaml, name);
}

/** All mistakes in one error, in the order of the file. */
export function wrongPack(mistakes: readonly Mistake[], yaml: YamlData, name: string): UserError {
  const placed = mistakes
    .map((mistake) => ({ ...mistake, ...yaml.placeOf(mistake.path) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const first = placed[0]!;
  const params = {
    file: name,
    line: first.line,
    column: first.column,
    path: first.path.join('.'),
    value: first.value,
    choices: first.choices.join(', '),
    problem: first.code,
    mistakes: placed.length,
    ...mistakeList(placed),
  };
  return new UserError('policy-schema', params, placed);
}
