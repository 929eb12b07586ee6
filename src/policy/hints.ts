import { type PolicyHint, type PolicyHints, policyHintsSchema } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import type { Text } from '../text/text.ts';
import { fill, HINT_WORDS } from '../text/words/policy.ts';
import { wrongPack } from './load-pack.ts';
import { fromSchema } from './mistakes.ts';
import { readYaml } from './read-yaml.ts';

/** @throws UserError `policy-yaml` or `policy-schema`, as `loadPack` */
export function loadHints(text: string, name: string): PolicyHints {
  const yaml = readYaml(text, name);
  const parsed = policyHintsSchema.safeParse(yaml.data);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.flatMap((issue) =>
    fromSchema(issue, yaml.data, policyHintsSchema),
  );
  throw wrongPack(mistakes, yaml, name);
}

/** Hints worth showing beside a finding. They are shown; nothing is decided by them. */
export function hintsFor(finding: Pick<Finding, 'rule'>, hints: PolicyHints): PolicyHint[] {
  return hints.hints.filter((hint) => hint.rules.includes(finding.rule));
}

/** A hint in one sentence, with how sure it is. */
export function hintText(hint: PolicyHint): Text {
  const { instrument, number, adds, confidence } = hint;
  const words = confidence === null ? HINT_WORDS.unverified : HINT_WORDS.confident;
  return fill(words, {
    instrument,
    number: number ?? { zh: '文号待查', en: 'number not known' },
    adds,
    confidence: confidence ?? '',
  });
}
