import type { Claim } from '../domain/claim.ts';
import type { Facts } from '../domain/facts.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import { judge } from '../policy/judge.ts';
import type { WordsFor } from '../policy/special-findings.ts';
import type { CheckOutcome, ParcelOutcome } from './outcome.ts';
import { factsOfParcel } from './parcel-facts.ts';

/** The verdict on each parcel: the facts it has a part in, judged like those of the site. */
export function judgeParcels(
  facts: Facts,
  parcels: readonly { readonly id: string; readonly areaM2: number }[],
  claim: Claim,
  pack: PolicyPack,
  wordsFor: WordsFor,
): ParcelOutcome[] {
  return parcels.map(({ id, areaM2 }) => ({
    id,
    areaM2,
    verdict: judge(factsOfParcel(facts, { id, areaM2 }), claim, pack, wordsFor).verdict,
  }));
}

/** What was measured, judged by other answers. Nothing is measured here. */
export function judgeOutcome(
  outcome: CheckOutcome,
  claim: Claim,
  pack: PolicyPack,
  wordsFor: WordsFor,
): CheckOutcome {
  const { facts, parcels } = outcome;
  return {
    ...outcome,
    judgement: judge(facts, claim, pack, wordsFor),
    parcels: judgeParcels(facts, parcels, claim, pack, wordsFor),
  };
}
