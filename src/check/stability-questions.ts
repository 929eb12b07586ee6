import type { LayerKind } from '../domain/kinds.ts';
import { lengthM } from '../geometry/ellipsoid.ts';
import { visitEdges } from '../overlay/edges-in-box.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';
import type { Site } from '../overlay/site.ts';
import { overlapAll, overlapMinus } from '../overlay/union-overlap.ts';
import { type Bounds, boundsOf, decideUnion, type NearFeature } from './decide-union.ts';
import { growBox } from './grow-box.ts';
import type { LayerLook } from './look-at-layer.ts';
import type { CheckSite } from './site.ts';

/** One thing that a rule could ask of a line: is this part of a site above the threshold? */
export interface StabilityQuestion {
  /** The features that the part is made of. */
  readonly features: readonly IndexedFeature[];
  ask(site: Site): boolean;
  /** What the part of a site is at least and at most, m²; null where features cross themselves. */
  measure(site: Site): Bounds | null;
}

/** What a rule could ask of a line, of any site shape. */
export function questionsOf(
  kind: LayerKind,
  looks: ReadonlyMap<LayerKind, readonly LayerLook[]>,
  thresholdM2: number,
): StabilityQuestion[] {
  const features = near(looks.get(kind));
  const above = (areaM2: number) => areaM2 > thresholdM2;
  const covered = (own: readonly NearFeature[]): StabilityQuestion => ({
    features: own.map(({ indexed }) => indexed),
    ask: (site) => decideUnion(site, own, above),
    measure: (site) => boundsOf(site, own),
  });
  if (kind === 'ecological-red-line') {
    const cores = near(looks.get('nature-reserve-core'));
    if (cores.length > 0) {
      const [a, b] = [features, cores].map((own) => own.map(({ indexed }) => indexed));
      return [overlapMinus, overlapAll].map((area) => ({
        features: [...a!, ...b!],
        ask: (site) => above(area(site, a!, b!)),
        measure: (site) => exactly(area(site, a!, b!)),
      }));
    }
  }
  if (kind === 'urban-development-boundary') {
    const zones = new Map<string | null, NearFeature[]>();
    for (const look of looks.get(kind) ?? []) {
      for (const { feature, zone, indexed } of look.measure?.within ?? []) {
        const found = { polygons: feature.polygons, indexed };
        zones.set(zone, [...(zones.get(zone) ?? []), found]);
      }
    }
    const outside: StabilityQuestion = {
      ...covered(features),
      ask: (site) => decideUnion(site, features, (areaM2) => above(site.areaM2 - areaM2)),
      measure: (site) => {
        const inside = boundsOf(site, features);
        const { areaM2 } = site;
        return inside && { least: areaM2 - inside.most, most: areaM2 - inside.least };
      },
    };
    return [outside, ...[...zones.values()].map(covered)];
  }
  return [covered(features)];
}

function exactly(areaM2: number): Bounds {
  return { least: areaM2, most: areaM2 };
}

function near(looks: readonly LayerLook[] | undefined): NearFeature[] {
  return (looks ?? []).flatMap(
    (look) =>
      look.measure?.within.map(({ feature, indexed }) => ({
        polygons: feature.polygons,
        indexed,
      })) ?? [],
  );
}

/** Thresholds below this are within what sums of areas may err by, m²: there nothing is settled unasked. */
const LEAST_THRESHOLD_M2 = 0.01;

/**
 * Whether no displacement of a site up to some metres can change the answer. Two reasons:
 *
 * - Ground that a site gains or loses lies along its outline, at most as wide as it is displaced: a strip
 *   beside each edge and a sector at each corner. A part differs from the threshold by more than that.
 * - No edge of the features comes within reach: they cover all of any displaced site or nothing of it. Then
 *   the part is all of it or nothing; it stays above the threshold as long as the site itself does.
 */
export function isSettled(
  question: StabilityQuestion,
  site: CheckSite,
  metres: number,
  thresholdM2: number,
): boolean {
  if (thresholdM2 < LEAST_THRESHOLD_M2) return false;
  // Twice as much: of features drawn wrong, outside the site and unseen, ground may count twice.
  const strayM2 = 2 * alongOutlineM2(site, metres);
  const part = question.measure(site.prepared);
  if (part === null) return false;
  if (part.least - strayM2 > thresholdM2 || part.most + strayM2 <= thresholdM2) return true;
  return site.areaM2 - strayM2 > thresholdM2 && !hasEdgeNear(question.features, site, metres);
}

/** At least the ground within some metres of a site's outline, on either side of it. */
function alongOutlineM2({ polygons }: CheckSite, metres: number): number {
  const corners = polygons.xy.length / 2;
  return lengthM(polygons) * metres + (corners * Math.PI * metres ** 2) / 2;
}

function hasEdgeNear(
  features: readonly IndexedFeature[],
  site: CheckSite,
  metres: number,
): boolean {
  const reach = growBox(site.bbox, metres);
  let isNear = false;
  for (const { index, at } of features) {
    visitEdges(index, at, reach, () => {
      isNear = true;
    });
  }
  return isNear;
}
