import { type Claim, SECTORS, STAGES } from '../domain/claim.ts';
import type { Condition, Conditions, PolicyPack, QuestionField } from '../domain/policy-pack.ts';

/** An answer as conditions see it: a word, or a number of a list. Text bases are `present`. */
export type Answer = string | number;

/** Three-valued: an absent answer is unknown, never "no". */
export type Truth =
  | { readonly is: 'true' }
  | { readonly is: 'false' }
  | { readonly is: 'unknown'; readonly open: readonly QuestionField[] };

const TRUE: Truth = { is: 'true' };
const FALSE: Truth = { is: 'false' };
const YES_NO: readonly Answer[] = ['yes', 'no'];

/** undefined: the applicant has not said. */
export function answerOf(claim: Claim, field: QuestionField): Answer | undefined {
  const value = claim[field];
  if (value === undefined) return undefined;
  return typeof value === 'object' ? 'present' : value;
}

/** Every answer a question can have; null where any number or text may stand. */
export function answersTo(
  field: QuestionField,
  pack: Pick<PolicyPack, 'lists'>,
): readonly Answer[] | null {
  switch (field) {
    case 'limitedActivity':
    case 'nationalMajor':
      return [...(pack.lists[field]?.items.map((item) => item.number) ?? []), 'none'];
    case 'pbfMajorBasis':
      return ['present', 'none'];
    case 'kind9Basis':
      return ['present', 'absent'];
    case 'sector':
      return SECTORS;
    case 'stage':
      return STAGES;
    case 'buildingHeightM':
    case 'temporaryMonths':
    case 'nationalMajorEvidence':
    case 'pbfMajorBasisText':
    case 'landUseCode':
    case 'unavoidable':
      return null;
    default:
      return YES_NO;
  }
}

/** Whether a given answer meets a condition. */
export function meets(condition: Condition, answer: Answer): boolean {
  if (typeof condition !== 'object')
    return condition === 'named' ? typeof answer === 'number' : condition === answer;
  if (Array.isArray(condition)) return condition.includes(answer);
  if ('not' in condition) return condition.not !== answer;
  return typeof answer === 'number' && answer >= condition.atLeast;
}

export function conditionList(
  conditions: Conditions | undefined,
): readonly (readonly [QuestionField, Condition])[] {
  return Object.entries(conditions ?? {}) as [QuestionField, Condition][];
}

/** One known answer that fails makes the whole false, whatever else is unknown. */
export function truthOf(conditions: Conditions | undefined, claim: Claim): Truth {
  const open: QuestionField[] = [];
  for (const [field, condition] of conditionList(conditions)) {
    const answer = answerOf(claim, field);
    if (answer === undefined) open.push(field);
    else if (!meets(condition, answer)) return FALSE;
  }
  return open.length === 0 ? TRUE : { is: 'unknown', open };
}
