import type { LayerKind } from '../domain/kinds.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';
import type { Site } from '../overlay/site.ts';
import { overlapAll, overlapMinus, unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { type Bounds, boundsOf, decideUnion, type NearFeature } from './decide-union.ts';
import type { LayerLook } from './look-at-layer.ts';

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
    measure: (site) => measureUnion(site, own, above),
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
        const { areaM2 } = site;
        const inside = measureUnion(site, features, (covered) => above(areaM2 - covered));
        return inside && { least: areaM2 - inside.most, most: areaM2 - inside.least };
      },
    };
    return [outside, ...[...zones.values()].map(covered)];
  }
  return [covered(features)];
}

/** Bounds as far as they decide, else the union itself. */
function measureUnion(
  site: Site,
  features: readonly NearFeature[],
  decide: (areaM2: number) => boolean,
): Bounds | null {
  const bounds = boundsOf(site, features);
  if (bounds === null || decide(bounds.least) === decide(bounds.most)) return bounds;
  const indexed = features.map((feature) => feature.indexed);
  return exactly(unionOverlapAreaM2(site, indexed));
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
