import { describe, expect, test } from 'vitest';
import { type Claim, claimSchema } from '../../src/domain/claim.ts';
import { decide } from '../../src/policy/decide.ts';
import { PACK } from './pack-file.ts';

/**
 * The list of the red line a second time, written by hand from the words of the rule table as plain
 * conditions over complete answers, and filled in by brute force over every number of both lists.
 */
interface Complete {
  temporaryLand: 'yes' | 'no';
  nationalMajor: number | 'none';
  limitedActivity: number | 'none';
  newConstructionLand: 'yes' | 'no';
  residentHousing: 'yes' | 'no';
  concreteConstruction: 'yes' | 'no';
  legacyExisting: 'yes' | 'no';
}

function ruleOf(a: Complete, kind9: 'given' | 'open'): string {
  const noneOfBoth = a.limitedActivity === 'none' && a.nationalMajor === 'none';
  if (a.legacyExisting === 'yes' && noneOfBoth) return 'ECO-8';
  const nine = kind9 === 'open' && a.limitedActivity === 9 && a.nationalMajor === 'none';
  if (a.temporaryLand === 'yes') return noneOfBoth ? 'ECO-1' : nine ? 'ECO-1U' : 'ECO-4';
  const land = a.newConstructionLand === 'yes';
  if (a.nationalMajor !== 'none') return land ? 'ECO-3A' : 'ECO-3B';
  if (a.limitedActivity === 2 && a.residentHousing === 'yes' && !land) return 'ECO-2D';
  if (a.limitedActivity !== 'none') {
    if (nine) return 'ECO-1U';
    if (land) return 'ECO-2A';
    return a.concreteConstruction === 'yes' ? 'ECO-2B' : 'ECO-2C';
  }
  return 'ECO-1';
}

const YES_NO = ['yes', 'no'] as const;
const DOMAINS = {
  temporaryLand: YES_NO,
  nationalMajor: [1, 2, 3, 4, 5, 6, 'none'],
  limitedActivity: [1, 2, 3, 4, 5, 6, 7, 8, 9, 'none'],
  newConstructionLand: YES_NO,
  residentHousing: YES_NO,
  concreteConstruction: YES_NO,
  legacyExisting: YES_NO,
} as const;
type Field = keyof typeof DOMAINS;
const FIELDS = Object.keys(DOMAINS) as Field[];

function bruteForce(claim: Claim): { rule: string; missing: string[] } {
  const bases =
    claim.limitedActivity === 9 && claim.kind9Basis === undefined
      ? (['given', 'open'] as const)
      : (['given'] as const);
  const open = FIELDS.filter((field) => claim[field] === undefined);
  let ways: Record<string, unknown>[] = [{ ...claim }];
  for (const field of open)
    ways = ways.flatMap((way) => DOMAINS[field].map((value) => ({ ...way, [field]: value })));
  const outcomes = ways.map((way) => bases.map((basis) => ruleOf(way as never, basis)));
  const missing: string[] = open.filter((field) => {
    const groups = new Map<string, string>();
    return ways.some((way, i) => {
      const rest = JSON.stringify(FIELDS.map((one) => (one === field ? null : way[one])));
      const rules = outcomes[i]!.join();
      const seen = groups.get(rest) ?? rules;
      groups.set(rest, rules);
      return seen !== rules;
    });
  });
  if (outcomes.some((rules) => new Set(rules).size > 1)) missing.push('kind9Basis');
  return { rule: missing.length === 0 ? outcomes[0]![0]! : 'ECO-1U', missing };
}

describe('red-line decision list', () => {
  const list = PACK.decisions[0]!;

  test('agrees with the list written by hand for every way of answering or not', () => {
    let compared = 0;
    const some = { ...DOMAINS, nationalMajor: [3, 'none'], limitedActivity: [2, 6, 9, 'none'] };
    let partial: Record<string, unknown>[] = [{}];
    for (const field of FIELDS)
      partial = partial.flatMap((claim) => [
        claim,
        ...some[field].map((value) => ({ ...claim, [field]: value })),
      ]);
    for (const claim of partial as Claim[]) {
      const { rule, missing } = decide(list, claim, PACK);
      const expected = bruteForce(claim);
      if (rule !== expected.rule || missing.join() !== expected.missing.join())
        expect({ claim, rule, missing }).toEqual({ claim, ...expected });
      compared++;
    }
    expect(compared).toBe(3645);
  });

  test('every number of both lists, all answered', () => {
    const fixed = { residentHousing: 'no', concreteConstruction: 'yes', legacyExisting: 'no' };
    for (const temporaryLand of YES_NO)
      for (const newConstructionLand of YES_NO)
        for (const nationalMajor of DOMAINS.nationalMajor)
          for (const limitedActivity of DOMAINS.limitedActivity) {
            const answers = {
              ...fixed,
              temporaryLand,
              newConstructionLand,
              nationalMajor,
              limitedActivity,
            };
            const claim = claimSchema.parse({
              ...answers,
              kind9Basis: { law: '甲', article: '一' },
            });
            expect(decide(list, claim, PACK)).toMatchObject({
              rule: ruleOf(answers as Complete, 'given'),
              missing: [],
            });
          }
  });

  test('names the answers an outcome rests on', () => {
    const claim: Claim = { nationalMajor: 3, newConstructionLand: 'yes', temporaryLand: 'no' };
    expect(decide(list, claim, PACK).restsOn).toEqual([
      'temporaryLand',
      'nationalMajor',
      'newConstructionLand',
    ]);
  });
});
