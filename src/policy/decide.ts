import type { Claim } from '../domain/claim.ts';
import type { PolicyDecision, PolicyPack, QuestionField } from '../domain/policy-pack.ts';
import { type Answer, answerOf, answersTo, conditionList, meets, truthOf } from './answers.ts';

/** What a decision list says of a claim. */
export interface Decision {
  /** Rule that speaks; the list's `unresolved` where an open answer decides. */
  readonly rule: string;
  /** Open answers that can change the rule, in the order of the list. */
  readonly missing: readonly QuestionField[];
  /** Given answers that would change the rule if they were others. */
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
  const key = asked.map((field) => answerOf(claim, field) ?? '').join('|');
  const known = remembered(decision);
  let outcome = known.get(key);
  if (outcome === undefined) {
    outcome = work(decision, asked, claim, pack);
    known.set(key, outcome);
  }
  return outcome;
}

/** Filling in is the slow part of judging, and a thousand sites of one project ask the same. */
const memory = new WeakMap<PolicyDecision, Map<string, Decision>>();

function remembered(decision: PolicyDecision): Map<string, Decision> {
  let known = memory.get(decision);
  if (known === undefined || known.size > 10_000) {
    known = new Map();
    memory.set(decision, known);
  }
  return known;
}

function work(
  decision: PolicyDecision,
  asked: readonly QuestionField[],
  claim: Claim,
  pack: PolicyPack,
): Decision {
  const isOpen = (field: QuestionField): boolean => answerOf(claim, field) === undefined;
  const entries = decision.entries.map((entry) => conditionList(entry.if));
  const used = new Set(entries.flat().map(([field]) => field));
  const given: Answers = {};
  for (const field of used)
    given[field] = answerOf(claim, field) ?? (asked.includes(field) ? undefined : 'present');

  /** Rules over every way of answering `fields`, and those of them that change the rule. */
  function vary(fields: readonly QuestionField[]): { rule: string; changing: QuestionField[] } {
    const answers = { ...given };
    const choices = fields.map((field) => distinguished(decision, field, pack));
    const strides = choices.map((_, i) => choices.slice(0, i).reduce((n, c) => n * c.length, 1));
    const ways = choices.reduce((n, values) => n * values.length, 1);
    const digit = (way: number, i: number) => Math.floor(way / strides[i]!) % choices[i]!.length;
    const rules: string[] = [];
    for (let way = 0; way < ways; way++) {
      for (const [i, field] of fields.entries()) answers[field] = choices[i]![digit(way, i)];
      const winner = entries.findIndex((entry) =>
        entry.every(([field, condition]) => meets(condition, answers[field]!)),
      );
      rules.push(decision.entries[winner]?.rule ?? decision.unresolved);
    }
    const changing = fields.filter((_, i) =>
      rules.some((rule, way) => rule !== rules[way - digit(way, i) * strides[i]!]),
    );
    return { rule: rules[0]!, changing };
  }

  const open = asked.filter((field) => used.has(field) && isOpen(field));
  const { rule, changing } = vary(open);
  return {
    rule: changing.length === 0 ? rule : decision.unresolved,
    missing: changing,
    restsOn: asked.filter(
      (field) =>
        used.has(field) && !isOpen(field) && vary([...open, field]).changing.includes(field),
    ),
  };
}

/** Questions of the list; some come up only once another is answered. */
function askedFields(decision: PolicyDecision, claim: Claim): QuestionField[] {
  const then = decision.asksThen.filter((ask) => truthOf(ask.if, claim).is === 'true');
  return [...decision.asks, ...then.map((ask) => ask.field)];
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
