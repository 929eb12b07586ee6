import type { Claim } from '../domain/claim.ts';
import {
  type PolicyPack,
  type PolicyQuestion,
  QUESTION_FIELDS,
  type QuestionField,
} from '../domain/policy-pack.ts';
import type { Citation } from '../domain/report.ts';
import type { Language, Text } from '../text/text.ts';
import { ANSWER_WORDS, fill, SECTOR_WORDS, STAGE_WORDS } from '../text/words/policy.ts';
import { type Answer, answerOf, answersTo, truthOf } from './answers.ts';
import { citationOf } from './citation.ts';

/** A question as a form shows it. */
export interface QuestionView {
  readonly field: QuestionField;
  readonly ask: string;
  readonly hint: string | null;
  /** null: any number or text. "Not known" is always possible and never listed. */
  readonly choices: readonly { readonly value: Answer; readonly label: string }[] | null;
  readonly citation: Citation | null;
}

/** Words, choices and clause of a claim field; fields the pack does not word keep their name. */
export function describeQuestion(
  field: QuestionField,
  pack: PolicyPack,
  language: Language,
): QuestionView {
  const question = questionOf(field, pack);
  const answers = answersTo(field, pack);
  return {
    field,
    ask: askOf(field, pack)[language],
    hint: question?.hint?.[language] ?? null,
    choices:
      answers?.map((value) => ({ value, label: labelOf(field, value, pack)[language] })) ?? null,
    citation: question?.citation ? citationOf(question.citation, pack) : null,
  };
}

/** Questions worth asking now: those whose own condition is not answered away. */
export function questionsToAsk(claim: Claim, pack: PolicyPack): QuestionField[] {
  return pack.questions
    .filter((question) => truthOf(question.onlyIf, claim).is !== 'false')
    .map((question) => question.field);
}

export function askOf(field: QuestionField, pack: PolicyPack): Text {
  return questionOf(field, pack)?.ask ?? { zh: field, en: field };
}

/** The applicant's answer in words. */
export function answerWords(field: QuestionField, claim: Claim, pack: PolicyPack): Text {
  const answer = answerOf(claim, field);
  if (field === 'kind9Basis' && claim.kind9Basis !== undefined) {
    const { law, article } = claim.kind9Basis;
    return { zh: `《${law}》${article}`, en: `${law}, ${article}` };
  }
  return answer === undefined ? ANSWER_WORDS.unknown : labelOf(field, answer, pack);
}

export function labelOf(field: QuestionField, answer: Answer, pack: PolicyPack): Text {
  const own = questionOf(field, pack)?.choices?.find((choice) => choice.value === answer);
  if (own !== undefined) return own.label;
  if (field === 'limitedActivity' || field === 'nationalMajor') {
    const item = pack.lists[field]?.items.find((one) => one.number === answer);
    if (item !== undefined)
      return fill(ANSWER_WORDS.kind, { number: item.number, title: item.title });
  }
  for (const words of [SECTOR_WORDS, STAGE_WORDS, ANSWER_WORDS] as Record<string, Text>[])
    if (Object.hasOwn(words, String(answer))) return words[String(answer)]!;
  return { zh: String(answer), en: String(answer) };
}

/** Open questions in the pack's order, each once. */
export function inAskingOrder(
  fields: Iterable<QuestionField>,
  pack: Pick<PolicyPack, 'questions'>,
): QuestionField[] {
  const asked = [...new Set(fields)];
  if (asked.length < 2) return asked;
  const order = [...pack.questions.map((question) => question.field), ...QUESTION_FIELDS];
  return asked.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function questionOf(field: QuestionField, pack: PolicyPack): PolicyQuestion | undefined {
  return pack.questions.find((question) => question.field === field);
}
