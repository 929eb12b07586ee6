import type { Claim } from '../domain/claim.ts';
import type { Facts } from '../domain/facts.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import { type Judgement, judge } from '../policy/judge.ts';
import type { WordsFor } from '../policy/special-findings.ts';
import type { CheckOutcome, ParcelOutcome } from './outcome.ts';
import { factsOfParcel } from './parcel-facts.ts';

/**
 * The verdict on each parcel: the facts it has a part in, judged like those of the site.
 *
 * @param judgement of the site, by the same claim and pack
 */
export function judgeParcels(
  facts: Facts,
  judgement: Judgement,
  parcels: readonly { readonly id: string; readonly areaM2: number }[],
  claim: Claim,
  pack: PolicyPack,
  wordsFor: WordsFor,
): ParcelOutcome[] {
  return parcels.map(({ id, areaM2 }) => {
    const own = factsOfParcel(facts, { id, areaM2 });
    const { verdict } = own === facts ? judgement : judge(own, claim, pack, wordsFor);
    return { id, areaM2, verdict };
  });
}

/** What was measured, judged by other answers. Nothing is measured here. */
export function judgeOutcome(
  outcome: CheckOutcome,
  claim: Claim,
  pack: PolicyPack,
  wordsFor: WordsFor,
): CheckOutcome {
  const { facts, parcels } = outcome;
  const judgement = judge(facts, claim, pack, wordsFor);
  return {
    ...outcome,
    judgement,
    parcels: judgeParcels(facts, judgement, parcels, claim, pack, wordsFor),
  };
}
