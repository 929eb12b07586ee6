import { parseDocument } from 'yaml';
import { type Claim, claimSchema } from '../domain/claim.ts';
import { UserError } from '../domain/user-error.ts';

/**
 * Reads a claim from YAML or JSON text. true/false are yes/no; `unknown`, null and "" are the same as
 * absent: an answer that was not given is never "no".
 *
 * @param name file name for messages
 * @throws UserError `claim-json`, `claim-schema` with the field, its value and the choices
 */
export function readClaim(text: string, name: string): Claim {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new UserError('claim-json', { file: name, problem: broken.message.split('\n')[0]! });
  }
  const data: unknown = document.toJS() ?? {};
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new UserError('claim-json', { file: name, problem: 'not a list of fields' });
  }
  const given = Object.fromEntries(
    Object.entries(data)
      .map(([field, value]) => [field, yesNo(value)] as const)
      .filter(([, value]) => value !== null && value !== '' && value !== 'unknown'),
  );
  const parsed = claimSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = unknown ?? issue.path.join('.');
  const value = JSON.stringify(given[unknown ?? String(issue.path[0] ?? '')]) ?? '';
  const choices = Object.keys(claimSchema.shape).join(', ');
  const problem = unknown === undefined ? issue.message : `${issue.message}; ${choices}`;
  throw new UserError('claim-schema', { file: name, field, value, problem });
}

function yesNo(value: unknown): unknown {
  if (value === true) return 'yes';
  return value === false ? 'no' : value;
}
