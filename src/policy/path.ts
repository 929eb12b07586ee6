import { KINDS } from '../domain/kinds.ts';
import type { PolicyRule, QuestionField } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import { VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import { formatMetres } from '../text/numbers.ts';
import type { Text } from '../text/text.ts';
import { fill, PATH_WORDS } from '../text/words/policy.ts';
import type { Context } from './finding.ts';
import type { Part } from './ground.ts';
import { answerWords, askOf } from './questions.ts';

/**
 * The steps behind a finding: the fact, the answers it rests on, what is still open, the rule, its
 * outcome and the clause.
 */
export function pathOf(
  finding: Finding,
  rule: PolicyRule,
  part: Part,
  restsOn: readonly QuestionField[],
  { claim, pack }: Context,
): Text[] {
  const clause = finding.citations[0];
  return [
    fill(PATH_WORDS.fact, { fact: factOf(part, rule) }),
    ...restsOn.map((field) =>
      fill(PATH_WORDS.answer, {
        question: askOf(field, pack),
        answer: answerWords(field, claim, pack),
      }),
    ),
    ...finding.missing.map((field) =>
      fill(PATH_WORDS.open, { question: askOf(field as QuestionField, pack) }),
    ),
    fill(PATH_WORDS.rule, { rule: rule.id, title: rule.title }),
    ...(finding.verdict === null
      ? []
      : [fill(PATH_WORDS.verdict, { verdict: VERDICT_WORDS[finding.verdict as Verdict] })]),
    ...(clause === undefined
      ? []
      : [fill(PATH_WORDS.clause, { document: clause.document, section: clause.section ?? '' })]),
  ];
}

function factOf(part: Part, rule: PolicyRule) {
  if (part.line === null) return PATH_WORDS.everywhere;
  const line = KINDS[part.line].title;
  const area = (part.areaM2 ?? 0).toFixed(2);
  if (rule.when.near !== undefined)
    return fill(PATH_WORDS.near, { line, distance: formatMetres(part.distanceM ?? 0) });
  if (part.zone === null) return fill(PATH_WORDS.occupies, { line, area });
  const words =
    part.line === 'urban-development-boundary' ? PATH_WORDS.inZone : PATH_WORDS.occupiesZone;
  return fill(words, { line, zone: ZONE_WORDS[part.zone], area });
}

/** As the report carries them: Chinese, and beside it English. */
export function toldPath(steps: readonly Text[]): Pick<Finding, 'path' | 'pathEn'> {
  return { path: steps.map(({ zh }) => zh), pathEn: steps.map(({ en }) => en) };
}
