import type { Claim } from '../domain/claim.ts';
import type { PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import type { CheckReport } from '../domain/report.ts';
import { conditionList, truthOf } from '../policy/answers.ts';
import { inAskingOrder } from '../policy/questions.ts';
import { openQuestions } from './report-reading.ts';

/** What a claim form asks: answers that can turn a result, and those that only document one. */
export interface ClaimFields {
  readonly deciding: readonly QuestionField[];
  readonly extra: readonly QuestionField[];
}

/**
 * The questions that matter for the lines a report found hit: those its findings miss, what was answered
 * already (to be changed), and what an answer given calls for. Nothing else is asked.
 */
export function claimFields(
  report: CheckReport | null,
  claim: Claim,
  pack: PolicyPack,
): ClaimFields {
  const asked = new Set<QuestionField>(answered(claim));
  if (report) {
    for (const field of openQuestions(report)) asked.add(field as QuestionField);
    for (const { verdict, missing } of report.findings) {
      if (verdict === null) for (const field of missing) asked.add(field as QuestionField);
    }
    // Papers differ by stage wherever there is a procedure.
    if (report.findings.some(({ procedure }) => procedure.length > 0)) asked.add('stage');
    for (const { field, onlyIf } of pack.questions) {
      const calls = onlyIf !== undefined && truthOf(onlyIf, claim).is === 'true';
      if (calls && conditionList(onlyIf).every(([other]) => asked.has(other))) asked.add(field);
    }
  }
  const known = inAskingOrder(asked, pack);
  const turning = decidingFields(pack);
  return {
    deciding: known.filter((field) => turning.has(field)),
    extra: known.filter((field) => !turning.has(field)),
  };
}

/** Fields on which any outcome of the pack can hang. */
export function decidingFields(pack: PolicyPack): ReadonlySet<QuestionField> {
  const fields = new Set<QuestionField>();
  const add = (conditions: Parameters<typeof conditionList>[0]) => {
    for (const [field] of conditionList(conditions)) fields.add(field);
  };
  for (const { asks, asksThen, entries, contradictions } of pack.decisions) {
    for (const field of asks) fields.add(field);
    for (const { field } of asksThen) fields.add(field);
    for (const entry of [...entries, ...contradictions]) add(entry.if);
  }
  for (const { role, when } of pack.rules) if (role === 'admission') add(when.claim);
  return fields;
}

function answered(claim: Claim): QuestionField[] {
  return (Object.keys(claim) as QuestionField[]).filter((field) => claim[field] !== undefined);
}
