import type { Claim } from '../domain/claim.ts';
import type { PolicyDecision, PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import { type Answer, answerOf, answersTo, conditionList, meets, truthOf } from './answers.ts';

/** What a decision list says of a claim. */
export interface Decision {
  /** Rule that speaks; the list's `unresolved` where an open answer decides. */
  readonly rule: string;
  /** Open answers that can change the rule, in the order of the list. */
  readonly missing: readonly QuestionField[];
  /** Answers the outcome rests on. */
  readonly restsOn: readonly QuestionField[];
}

type Answers = Partial<Record<QuestionField, Answer | undefined>>;

/**
 * First entry that holds wins. Open answers are filled in in every possible way: one rule for all
 * of them is the outcome; otherwise the list stays unresolved and asks for exactly those answers
 * that change the rule in at least one of the ways.
 */
export function decide(decision: PolicyDecision, claim: Claim, pack: PolicyPack): Decision {
  const asked = askedFields(decision, claim);
  const answers: Answers = {};
  for (const entry of decision.entries)
    for (const [field] of conditionList(entry.if))
      answers[field] = answerOf(claim, field) ?? (asked.includes(field) ? undefined : 'present');
  const open = asked.filter((field) => field in answers && answers[field] === undefined);

  const choices = open.map((field) => distinguished(decision, field, pack));
  const strides = choices.map((_, i) => choices.slice(0, i).reduce((n, c) => n * c.length, 1));
  const ways = choices.reduce((n, values) => n * values.length, 1);
  const outcomes: number[] = [];
  for (let way = 0; way < ways; way++) {
    for (let i = 0; i < open.length; i++)
      answers[open[i]!] = choices[i]![Math.floor(way / strides[i]!) % choices[i]!.length]!;
    outcomes.push(firstEntry(decision, answers));
  }

  const ruleOf = (way: number) => decision.entries[outcomes[way]!]?.rule ?? decision.unresolved;
  const missing = open.filter((_, i) =>
    outcomes.some((_, way) => {
      const first = way - (Math.floor(way / strides[i]!) % choices[i]!.length) * strides[i]!;
      return ruleOf(way) !== ruleOf(first);
    }),
  );
  const rule = missing.length === 0 ? ruleOf(0) : decision.unresolved;
  const winners = new Set(
    outcomes.flatMap((i) => conditionList(decision.entries[i]?.if)).map(([f]) => f),
  );
  const restsOn = asked.filter(
    (field) => winners.has(field) && answerOf(claim, field) !== undefined,
  );
  return { rule, missing, restsOn };
}

function askedFields(decision: PolicyDecision, claim: Claim): QuestionField[] {
  const then = decision.asksThen.filter((ask) => truthOf(ask.if, claim).is === 'true');
  return [...decision.asks, ...then.map((ask) => ask.field)];
}

function firstEntry(decision: PolicyDecision, answers: Answers): number {
  return decision.entries.findIndex((entry) =>
    conditionList(entry.if).every(([field, condition]) => meets(condition, answers[field]!)),
  );
}

/** One answer for each group that no entry of the list tells apart. */
function distinguished(
  decision: PolicyDecision,
  field: QuestionField,
  pack: PolicyPack,
): readonly Answer[] {
  const conditions = decision.entries.flatMap((entry) => entry.if[field] ?? []);
  const seen = new Map<string, Answer>();
  for (const answer of answersTo(field, pack) ?? []) {
    const signature = conditions.map((condition) => +meets(condition, answer)).join('');
    if (!seen.has(signature)) seen.set(signature, answer);
  }
  return [...seen.values()];
}
