import type { CrossFacts } from '../domain/facts.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { countyOf, landClassOf } from '../domain/land-class.ts';
import type { Clipper } from '../geometry/clip.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { nearPart } from '../overlay/near-part.ts';
import { overlapAll, overlapMinus } from '../overlay/union-overlap.ts';
import { roundM2 } from '../units/round.ts';
import { classesOf, type HitFeature, pairsOf } from './cross-parts.ts';
import { decideUnion, type NearFeature } from './decide-union.ts';
import type { LayerLook } from './look-at-layer.ts';
import { idOf } from './measure-layer.ts';
import type { CrossOutcome, LineOutcome } from './outcome.ts';
import type { CheckSite } from './site.ts';

export interface CrossWanted {
  readonly op: 'and' | 'minus';
  readonly of: readonly [LayerKind, LayerKind];
  readonly meaning?: 'data-conflict' | undefined;
  readonly byClass?: true | undefined;
}

/**
 * Overlaps of three: site ∩ A ∩ B and site ∩ A − B for the pairs a rule pack names.
 *
 * Where B was not looked at, A − B is all of A (`known: false`) and A ∩ B is not stated: a missing
 * core layer must not turn a red line into "outside the core".
 */
export function measureCrosses(
  site: CheckSite,
  wanted: readonly CrossWanted[],
  looks: ReadonlyMap<LayerKind, readonly LayerLook[]>,
  lines: ReadonlyMap<LayerKind, LineOutcome>,
  clipper: Clipper,
  options: { readonly thresholdM2: number; readonly geometry: 'full' | 'none' },
): CrossOutcome[] {
  return wanted.flatMap(({ op, of, meaning, byClass }) => {
    const [a, b] = of;
    if (!wasLookedAtFully(lines.get(a)) && (lines.get(a)?.hits ?? 0) === 0) return [];
    const knownB = wasLookedAtFully(lines.get(b));
    const knownA = wasLookedAtFully(lines.get(a));
    const hitsA = hitsUnder(looks.get(a));
    const hitsB = hitsUnder(looks.get(b));
    const featuresA = hitsA.map(({ indexed }) => indexed);
    const featuresB = hitsB.map(({ indexed }) => indexed);
    if (op === 'and' && !knownB && featuresB.length === 0) return [];
    const areaM2 = roundM2(
      op === 'and'
        ? featuresA.length && featuresB.length
          ? overlapAll(site.prepared, featuresA, featuresB)
          : 0
        : featuresB.length
          ? overlapMinus(site.prepared, featuresA, featuresB)
          : (lines.get(a)?.areaM2 ?? 0),
    );
    const facts: CrossFacts = {
      op,
      of,
      areaM2,
      aboveThreshold: areaM2 > options.thresholdM2,
      known: knownA && knownB,
      parcels: areaM2 > 0 ? parcelsIn(site, op, hitsA, hitsB) : [],
    };
    return [
      {
        ...facts,
        geometry:
          options.geometry === 'full' && areaM2 > 0
            ? crossGeometry(site, op, hitsA, hitsB, clipper)
            : null,
        ...(byClass && { classes: classesOf(site, op, hitsA, featuresB) }),
        ...(meaning && { features: areaM2 > 0 ? pairsOf(site, op, hitsA, hitsB) : [] }),
      },
    ];
  });
}

function wasLookedAtFully(line: LineOutcome | undefined): boolean {
  return line !== undefined && line.state !== 'failed' && line.uncoveredM2 === 0;
}

function hitsUnder(looks: readonly LayerLook[] | undefined): HitFeature[] {
  return (looks ?? []).flatMap(
    ({ entry, measure }) =>
      measure?.hits.map(({ feature, indexed }) => ({
        polygons: feature.polygons,
        indexed,
        id: idOf(entry, feature),
        landClass: landClassOf(entry.fields, feature.properties),
        county: countyOf(entry.fields, feature.properties),
      })) ?? [],
  );
}

function parcelsIn(
  site: CheckSite,
  op: 'and' | 'minus',
  hitsA: readonly NearFeature[],
  hitsB: readonly NearFeature[],
): string[] {
  const a = hitsA.map(({ indexed }) => indexed);
  const b = hitsB.map(({ indexed }) => indexed);
  const isSome = (areaM2: number): boolean => roundM2(areaM2) > 0;
  const area = op === 'and' ? overlapAll : overlapMinus;
  return site.parcels
    .filter(({ prepared }) =>
      op === 'minus' && b.length === 0
        ? decideUnion(prepared, hitsA, isSome)
        : isSome(area(prepared, a, b)),
    )
    .map((parcel) => parcel.id);
}

function crossGeometry(
  site: CheckSite,
  op: 'and' | 'minus',
  a: readonly NearFeature[],
  b: readonly NearFeature[],
  clipper: Clipper,
): FlatPolygons {
  const under = ({ polygons, indexed: { index, at } }: NearFeature): FlatPolygons =>
    clipper.intersection(site.polygons, nearPart(index, at, polygons, site.bbox));
  const inA = clipper.union(a.map(under));
  if (b.length === 0) return inA;
  const inB = clipper.union(b.map(under));
  return op === 'and' ? clipper.intersection(inA, inB) : clipper.difference(inA, inB);
}
