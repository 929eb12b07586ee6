import type { FeaturePair } from '../domain/facts.ts';
import { boxOfIndexed, type IndexedFeature } from '../overlay/indexed-feature.ts';
import { sideOfBox } from '../overlay/lies-within.ts';
import { overlapAll, overlapMinus, unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { roundM2 } from '../units/round.ts';
import type { NearFeature } from './decide-union.ts';
import type { ClassPart } from './outcome.ts';
import type { CheckSite } from './site.ts';

/** A feature under the site with the layer it came from. */
export interface HitFeature extends NearFeature {
  readonly id: string;
  readonly landClass: string | null;
  readonly county: string | null;
}

/** The part by class and county: features of one class together, so that none counts twice in it. */
export function classesOf(
  site: CheckSite,
  op: 'and' | 'minus',
  a: readonly HitFeature[],
  b: readonly IndexedFeature[],
): ClassPart[] {
  const groups = new Map<string, HitFeature[]>();
  for (const hit of a) {
    const key = JSON.stringify([hit.landClass, hit.county]);
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups.values()]
    .map((own) => {
      const features = own.map(({ indexed }) => indexed);
      const { landClass, county } = own[0]!;
      return { landClass, county, areaM2: roundM2(areaOf(site, op, features, b)) };
    })
    .filter(({ areaM2 }) => areaM2 > 0)
    .sort((x, y) => order(x.landClass, y.landClass) || order(x.county, y.county));
}

/** By code unit: the same on every machine. Untold last. */
function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Which features meet under the site. More than a page of them says no more than the largest do. */
const MOST_PAIRS = 50;

export function pairsOf(
  site: CheckSite,
  op: 'and' | 'minus',
  a: readonly HitFeature[],
  b: readonly HitFeature[],
): FeaturePair[] {
  const inB = b.map(({ indexed }) => indexed);
  const pairs = a.flatMap((one): FeaturePair[] => {
    if (op === 'minus') {
      return [{ a: one.id, b: null, areaM2: roundM2(areaOf(site, op, [one.indexed], inB)) }];
    }
    return b.map((other) => {
      const areaM2 = roundM2(pairAreaM2(site, one.indexed, other.indexed));
      return { a: one.id, b: other.id, areaM2 };
    });
  });
  return pairs
    .filter(({ areaM2 }) => areaM2 > 0)
    .sort((x, y) => y.areaM2 - x.areaM2 || order(x.a, y.a) || order(x.b, y.b))
    .slice(0, MOST_PAIRS);
}

/** Where no edge of B comes near A, all of A lies in B or nothing of it; a red line is large beside a field. */
function pairAreaM2(site: CheckSite, a: IndexedFeature, b: IndexedFeature): number {
  const side = sideOfBox(boxOfIndexed(a), b.index, b.at);
  if (side === 'outside') return 0;
  if (side === 'inside') return unionOverlapAreaM2(site.prepared, [a]);
  return overlapAll(site.prepared, [a], [b]);
}

function areaOf(
  site: CheckSite,
  op: 'and' | 'minus',
  a: readonly IndexedFeature[],
  b: readonly IndexedFeature[],
): number {
  if (op === 'and') return a.length && b.length ? overlapAll(site.prepared, a, b) : 0;
  return b.length ? overlapMinus(site.prepared, a, b) : unionOverlapAreaM2(site.prepared, a);
}
