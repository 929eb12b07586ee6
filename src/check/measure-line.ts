import type { Reason, ZoneFacts } from '../domain/facts.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { URBAN_ZONES, type UrbanZone } from '../domain/zones.ts';
import { overlapMinus } from '../overlay/union-overlap.ts';
import { levelToTotal } from '../units/level.ts';
import { roundM2 } from '../units/round.ts';
import { type Coverage, coverageUnder, indexedCoverage } from './coverage.ts';
import { type LayerLook, stateOf, unionArea } from './look-at-layer.ts';
import type { LayerHit } from './measure-layer.ts';
import { nearestOfLine } from './nearest.ts';
import type { LineOutcome } from './outcome.ts';
import type { CheckSite } from './site.ts';

type Looked = LayerLook & { readonly measure: NonNullable<LayerLook['measure']> };

/** A kind that no current layer of the catalog stands for. */
export function lineNotLoaded(kind: LayerKind, required: boolean, site: CheckSite): LineOutcome {
  return {
    kind,
    required,
    state: 'not-loaded',
    reason: { code: 'not-loaded', params: {} },
    failures: [],
    coverageShare: 0,
    uncoveredM2: roundM2(site.areaM2),
    areaM2: 0,
    aboveThreshold: false,
    hits: 0,
    nearestM: null,
    nearestBeyondM: null,
    parcels: [],
    zones: [],
    stability: null,
  };
}

/** All layers of one kind, judged over their union. */
export function measureLine(
  kind: LayerKind,
  required: boolean,
  site: CheckSite,
  looks: readonly LayerLook[],
  thresholdM2: number,
): LineOutcome {
  const looked = looks.filter((look): look is Looked => look.measure !== null);
  const broken = looks.filter((look) => look.failure !== null);
  const failed = broken.filter((look) => look.responsible);
  const speaking = looked.filter((look) => look.responsible);
  const [only] = looks.length === 1 ? looked : [];
  // One layer alone is measured already; where it does not speak for the site, its coverage has no part in it.
  const coverage: Coverage = only
    ? { share: only.coverageShare, uncoveredM2: only.uncoveredM2 }
    : coverageUnder(
        site,
        speaking.map((look) => look.coverage),
        failed.map((look) => look.coverage),
      );
  const hits = looked.flatMap((look) => look.measure.hits);
  const areaM2 = only ? only.areaM2 : unionArea(site, looked);
  const touches = looked.reduce((count, look) => count + look.measure.touches, 0);
  const zones =
    kind === 'urban-development-boundary'
      ? urbanZones(site, looked, areaM2, coverage.uncoveredM2, thresholdM2)
      : [];
  // A site drawn on the urban boundary is inside; a sliver of the boundary is not an overlap of it.
  const aboveThreshold = roundM2(areaM2) > thresholdM2;
  const allFailed = broken.length > 0 && speaking.length === 0 && hits.length === 0;
  const state = stateOf({
    failed: allFailed,
    coverageShare: coverage.share,
    aboveThreshold,
    areaM2: roundM2(areaM2),
    touches: touches + hits.length,
  });
  const known = looks.filter(({ failure, nearest }) => failure === null && nearest.searched);
  const near = nearestOfLine(
    site,
    known.map((look) => look.nearest),
    known.map((look) => look.coverage),
  );
  const line = {
    kind,
    required,
    state,
    reason: reasonOf(state, coverage.uncoveredM2, broken),
    failures: broken.flatMap(({ failure }) => failure ?? []),
    coverageShare: coverage.share,
    uncoveredM2: coverage.uncoveredM2,
    areaM2: roundM2(areaM2),
    aboveThreshold,
    hits: hits.length,
    ...near,
    parcels: parcelsOf(site, hits),
    zones,
  };
  return { ...line, stability: null };
}

function reasonOf(state: string, uncoveredM2: number, failed: readonly LayerLook[]): Reason | null {
  const failure = failed[0]?.failure;
  if (failure) return failure;
  if (state === 'not-covered') return { code: 'not-covered', params: {} };
  return uncoveredM2 > 0 ? { code: 'partly-covered', params: { uncoveredM2 } } : null;
}

export function parcelsOf(site: CheckSite, hits: readonly LayerHit[]): string[] {
  const ids = new Set(hits.flatMap((hit) => hit.parcels));
  return site.parcels.map((parcel) => parcel.id).filter((id) => ids.has(id));
}

/**
 * Zones of the urban boundary; together with `outside` and `not-covered` they add up to the site.
 * Ground claimed by two zones counts for the less permissive one.
 */
const CAUTIOUS_FIRST: readonly UrbanZone[] = ['unknown', 'special-use', 'flexible', 'concentrated'];

function urbanZones(
  site: CheckSite,
  looked: readonly Looked[],
  insideM2: number,
  uncoveredM2: number,
  thresholdM2: number,
): ZoneFacts[] {
  const hits = looked.flatMap((look) => look.measure.hits);
  const byZone = new Map<UrbanZone, LayerHit[]>();
  for (const hit of hits) {
    const zone = hit.zone as UrbanZone;
    byZone.set(zone, [...(byZone.get(zone) ?? []), hit]);
  }
  const summed = hits.reduce((total, hit) => total + hit.areaM2, 0);
  const apart = Math.abs(summed - insideM2) < 0.005;
  const areas = new Map<UrbanZone, number>();
  const before: LayerHit[] = [];
  for (const zone of CAUTIOUS_FIRST) {
    const own = byZone.get(zone) ?? [];
    if (own.length === 0) continue;
    areas.set(
      zone,
      apart
        ? own.reduce((total, hit) => total + hit.areaM2, 0)
        : overlapMinus(
            site.prepared,
            own.map((hit) => hit.indexed),
            before.map((hit) => hit.indexed),
          ),
    );
    before.push(...own);
  }
  // Outside is what a coverage vouches for and no feature takes; a feature beyond its layer's coverage
  // is inside all the same.
  const outsideM2 =
    uncoveredM2 > 0
      ? overlapMinus(
          site.prepared,
          looked.filter((look) => look.responsible).map((look) => indexedCoverage(look.coverage)),
          hits.map((hit) => hit.indexed),
        )
      : Math.max(0, site.areaM2 - insideM2);
  if (looked.length > 0) areas.set('outside', outsideM2);
  if (uncoveredM2 > 0) {
    areas.set('not-covered', Math.max(0, site.areaM2 - insideM2 - outsideM2));
  }

  const insideParcels = new Map(
    site.parcels.map((parcel) => [
      parcel.id,
      looked
        .flatMap((look) => look.measure.overlaps)
        .filter((overlap) => overlap.parcel === parcel.id)
        .reduce((total, overlap) => total + overlap.areaM2, 0),
    ]),
  );
  const parcelsOutside = site.parcels
    .filter((parcel) => roundM2(parcel.areaM2 - (insideParcels.get(parcel.id) ?? 0)) > 0)
    .map((parcel) => parcel.id);
  const printed = levelledZones(areas, site.areaM2, insideM2);
  return URBAN_ZONES.filter((zone) => (printed.get(zone) ?? 0) > 0).map((zone) => {
    const own = byZone.get(zone) ?? [];
    const areaM2 = printed.get(zone)!;
    const everywhere = zone === 'outside' || zone === 'not-covered';
    return {
      zone,
      areaM2,
      aboveThreshold: areaM2 > thresholdM2,
      hits: own.length,
      parcels: everywhere ? parcelsOutside : parcelsOf(site, own),
    };
  });
}

/**
 * Zones rounded so that those inside add up to the line and all of them to the site, to the last 0.01 m².
 * A rest that is more than rounding is no rest: then each zone keeps its own rounding.
 */
function levelledZones(
  areas: ReadonlyMap<UrbanZone, number>,
  siteM2: number,
  insideM2: number,
): Map<UrbanZone, number> {
  const printed = new Map([...areas].map(([zone, areaM2]) => [zone, roundM2(areaM2)]));
  const inside = CAUTIOUS_FIRST.filter((zone) => areas.has(zone));
  const own = inside.map((zone) => areas.get(zone)!);
  const atMost = 0.01 * (areas.size + 1);
  if (Math.abs(own.reduce((sum, area) => sum + area, 0) - insideM2) > atMost) return printed;
  const levelled = levelToTotal(own, 2, roundM2(insideM2));
  for (const [i, zone] of inside.entries()) printed.set(zone, levelled[i]!);
  const outside = printed.get('outside');
  if (outside === undefined) return printed;
  const restM2 = roundM2(roundM2(siteM2) - roundM2(insideM2) - (printed.get('not-covered') ?? 0));
  if (restM2 >= 0 && Math.abs(restM2 - outside) <= atMost) printed.set('outside', restM2);
  return printed;
}
