import type { Claim } from '../domain/claim.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type {
  Condition,
  PolicyDecision,
  PolicyPack,
  QuestionField,
} from '../domain/policy-pack.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { ZoneId } from '../domain/zones.ts';
import { type Answer, answerOf, answersTo, conditionList, meets } from './answers.ts';
import { decide } from './decide.ts';
import type { Ground } from './ground.ts';
import { partsOf } from './parts.ts';

/** An answer that would have to be another, or is still to be given; any one of `answers` will do. */
export interface Need {
  readonly field: QuestionField;
  readonly answers: readonly Answer[];
}

/** A rule of admission that would speak of a place if a few answers were others. */
export interface Road {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
}

/**
 * The other outcomes a place can have, each with the fewest answers that lead there. Answers already
 * given are kept wherever that is possible.
 */
export function roadsFrom(
  place: { readonly line: LayerKind; readonly zone: ZoneId | null },
  ground: Ground,
  claim: Claim,
  pack: PolicyPack,
): Road[] {
  const list = pack.decisions.find(
    ({ line, zones }) => line === place.line && (place.zone === null || zones.includes(place.zone)),
  );
  const ways = list ? waysThrough(list, claim, pack) : waysOfRules(place, ground, claim, pack);
  return ways
    .filter(({ needs }) => needs.length > 0)
    .sort((a, b) => taken(a) - taken(b) || a.needs.length - b.needs.length);

  function taken({ needs }: Road): number {
    return needs.filter(({ field }) => answerOf(claim, field) !== undefined).length;
  }
}

/** Rules that stand beside each other: one holds when its own conditions do. */
function waysOfRules(
  place: { readonly line: LayerKind; readonly zone: ZoneId | null },
  ground: Ground,
  claim: Claim,
  pack: PolicyPack,
): Road[] {
  return pack.rules.flatMap((rule) => {
    const { role, when, verdict } = rule;
    if (role !== 'admission' || when.decision || when.unresolved || verdict === undefined)
      return [];
    const here = partsOf(rule, ground).some(
      ({ part }) => part.line === place.line && (part.zone ?? null) === place.zone,
    );
    if (!here) return [];
    const needs: Need[] = [];
    for (const [field, condition] of conditionList(when.claim)) {
      const given = answerOf(claim, field);
      if (given !== undefined && meets(condition, given)) continue;
      const answers = (answersTo(field, pack) ?? []).filter((one) => meets(condition, one));
      if (answers.length === 0) return [];
      needs.push({ field, answers });
    }
    return [{ rule: rule.id, verdict: verdict as Verdict, needs }];
  });
}

type Allowed = ReadonlyMap<QuestionField, readonly Answer[]>;

/** One way to each entry of a decision list: it holds, and none before it that says otherwise. */
function waysThrough(list: PolicyDecision, claim: Claim, pack: PolicyPack): Road[] {
  const entries = list.entries.map((entry) => conditionList(entry.if));
  return list.entries
    .flatMap(({ rule }, index) => {
      if (rule === list.unresolved) return [];
      let allowed: Allowed | null = new Map();
      for (const [field, condition] of entries[index]!)
        allowed = allowed && narrowed(allowed, field, (one) => meets(condition, one), pack);
      const others = entries.filter((_, i) => i < index && list.entries[i]!.rule !== rule);
      const found = allowed && pastEarlier(others, allowed, claim, pack);
      if (!found) return [];
      const verdict = pack.rules.find(({ id }) => id === rule)!.verdict as Verdict;
      return [
        { rule, verdict, needs: withoutIdle(needsIn(found, list, claim), rule, list, claim, pack) },
      ];
    })
    .filter((road, index, all) => all.findIndex((one) => isSame(one, road)) === index);
}

/** Another entry may lead to the same rule without some of the answers. */
function withoutIdle(
  needs: readonly Need[],
  rule: string,
  list: PolicyDecision,
  claim: Claim,
  pack: PolicyPack,
): readonly Need[] {
  return needs.reduce((kept, need) => {
    const rest = kept.filter((one) => one !== need);
    return decide(list, claimWith(claim, rest), pack).rule === rule ? rest : kept;
  }, needs);
}

/** A claim in which the first answer of each need is given. */
export function claimWith(claim: Claim, needs: readonly Need[]): Claim {
  const given = needs.map(({ field, answers }) => [
    field,
    field === 'kind9Basis' ? { law: '…', article: '…' } : answers[0],
  ]);
  return { ...claim, ...Object.fromEntries(given) } as Claim;
}

function isSame(a: Road, b: Road): boolean {
  return a.rule === b.rule && JSON.stringify(a.needs) === JSON.stringify(b.needs);
}

/** The cheapest answers under which every one of these entries fails; null where there are none. */
function pastEarlier(
  entries: readonly (readonly (readonly [QuestionField, Condition])[])[],
  allowed: Allowed,
  claim: Claim,
  pack: PolicyPack,
): Allowed | null {
  const [entry, ...rest] = entries;
  if (entry === undefined) return allowed;
  const fails = entry.some(([field, condition]) =>
    allowed.get(field)?.every((one) => !meets(condition, one)),
  );
  if (fails) return pastEarlier(rest, allowed, claim, pack);
  let best: Allowed | null = null;
  for (const [field, condition] of entry) {
    const next = narrowed(allowed, field, (one) => !meets(condition, one), pack);
    // What is answered so that the entry fails stays as it is answered.
    const given = answerOf(claim, field);
    const kept = next && given !== undefined && next.get(field)!.includes(given);
    const chosen = kept ? new Map(next).set(field, [given]) : next;
    const found = chosen && pastEarlier(rest, chosen, claim, pack);
    if (found && (best === null || cost(found, claim) < cost(best, claim))) best = found;
  }
  return best;
}

function narrowed(
  allowed: Allowed,
  field: QuestionField,
  isMeant: (answer: Answer) => boolean,
  pack: PolicyPack,
): Allowed | null {
  const answers = (allowed.get(field) ?? answersTo(field, pack) ?? []).filter(isMeant);
  return answers.length === 0 ? null : new Map(allowed).set(field, answers);
}

function isGiven(field: QuestionField, answers: readonly Answer[], claim: Claim): boolean {
  const given = answerOf(claim, field);
  return given !== undefined && answers.includes(given);
}

/** An answer taken back costs more than any number of answers that are still open. */
function cost(allowed: Allowed, claim: Claim): number {
  return [...allowed]
    .filter(([field, answers]) => !isGiven(field, answers, claim))
    .reduce((sum, [field]) => sum + (answerOf(claim, field) === undefined ? 1 : 100), 0);
}

/** In the order of the list; what comes up only after another answer stands after it. */
function needsIn(allowed: Allowed, list: PolicyDecision, claim: Claim): Need[] {
  const order = [...list.asks, ...list.asksThen.map(({ field }) => field)];
  return [...allowed]
    .filter(([field, answers]) => !isGiven(field, answers, claim))
    .map(([field, answers]) => ({ field, answers }))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
