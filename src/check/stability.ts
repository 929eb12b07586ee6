import type { LayerKind } from '../domain/kinds.ts';
import type { Clipper } from '../geometry/clip.ts';
import { prepareSite, type Site } from '../overlay/site.ts';
import { overlapAll, overlapMinus } from '../overlay/union-overlap.ts';
import { decideUnion, type NearFeature } from './decide-union.ts';
import { displacedSites } from './displace-site.ts';
import type { LayerLook } from './look-at-layer.ts';
import type { LineOutcome, Stability } from './outcome.ts';
import type { CheckSite } from './site.ts';

const STABLE: Stability = { state: 'stable', flipsAtM: null };
/** Halvings of the accuracy when the flipping distance is searched: 0.5 m to a quarter millimetre. */
const HALVINGS = 11;

export interface StabilityInput {
  readonly site: CheckSite;
  readonly clipper: Clipper;
  readonly thresholdM2: number;
  /** Looks of every kind: a red line depends on the cores inside it. */
  readonly looks: ReadonlyMap<LayerKind, readonly LayerLook[]>;
}

/**
 * Would the judgement change if the drawing were off by the layer's accuracy?
 *
 * The site is moved, grown and shrunk by up to that much, and what a rule could ask of the line (its
 * overlap and zones above the threshold) is measured again. `flipsAtM` is the smallest displacement
 * found that changes the answer. A touch is always marginal, at 0 m; a line that is clear changes when
 * its nearest feature is reached.
 */
export function stabilityOf(
  line: Pick<LineOutcome, 'kind' | 'state' | 'nearestM' | 'nearestBeyondM' | 'zones'>,
  input: StabilityInput,
): Stability | null {
  const looks = input.looks.get(line.kind) ?? [];
  const asked = looks.filter((look) => look.measure !== null);
  if (asked.length === 0) return null;
  if (line.state === 'touch') return { state: 'marginal', flipsAtM: 0 };
  const accuracyM = Math.max(...asked.map((look) => look.entry.accuracyM));
  if (accuracyM <= 0) return STABLE;
  if (line.state === 'clear') {
    if (line.nearestM === null && line.nearestBeyondM === null) {
      // Nobody vouches for the ground beside the site.
      return { state: 'marginal', flipsAtM: null };
    }
    return line.nearestM !== null && line.nearestM <= accuracyM
      ? { state: 'marginal', flipsAtM: line.nearestM }
      : STABLE;
  }
  if (line.state !== 'overlap' && line.state !== 'below-threshold') return null;
  const mayDependOnMore = isZoned(line, input.looks, accuracyM);
  if (!mayDependOnMore && holdsWideDisc(asked, accuracyM, input.thresholdM2)) return STABLE;

  const answer = answersOf(line.kind, input);
  const now = answer(input.site.prepared);
  const flips = (metres: number) =>
    displacedSites(input.site, input.clipper, metres).some(
      (shape) => answer(prepareSite(shape)) !== now,
    );
  if (!flips(accuracyM)) return STABLE;
  let stable = 0;
  let flipped = accuracyM;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (stable + flipped) / 2;
    if (flips(middle)) flipped = middle;
    else stable = middle;
  }
  return { state: 'marginal', flipsAtM: flipped };
}

/** Zones can change though the overlap as such cannot: sub-zones of a town, a core inside a red line. */
function isZoned(
  line: Pick<LineOutcome, 'kind' | 'zones'>,
  looks: StabilityInput['looks'],
  accuracyM: number,
): boolean {
  if (line.kind === 'urban-development-boundary') return true;
  if (line.kind !== 'ecological-red-line') return false;
  const cores = looks.get('nature-reserve-core') ?? [];
  return cores.some(({ nearest }) => nearest.nearestM !== null && nearest.nearestM <= accuracyM);
}

/** A disc wider than the displacement and the threshold survives the displacement. */
function holdsWideDisc(
  looks: readonly LayerLook[],
  accuracyM: number,
  thresholdM2: number,
): boolean {
  const needed = accuracyM + Math.sqrt(thresholdM2 / Math.PI);
  return looks.some((look) =>
    look.measure?.overlaps.some(({ discRadiusM }) => discRadiusM > needed),
  );
}

/** What a rule could ask of the line, as one string, for any site shape. */
function answersOf(
  kind: LayerKind,
  { looks, thresholdM2 }: StabilityInput,
): (site: Site) => string {
  const features = near(looks.get(kind));
  const above = (areaM2: number) => areaM2 > thresholdM2;
  if (kind === 'ecological-red-line') {
    const cores = near(looks.get('nature-reserve-core'));
    if (cores.length > 0) {
      const [a, b] = [features, cores].map((own) => own.map(({ indexed }) => indexed));
      return (site) => `${above(overlapMinus(site, a!, b!))} ${above(overlapAll(site, a!, b!))}`;
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
    return (site) => {
      const outside = decideUnion(site, features, (areaM2) => above(site.areaM2 - areaM2));
      const each = [...zones.values()].map((own) => decideUnion(site, own, above));
      return `${outside} ${each.join(' ')}`;
    };
  }
  return (site) => String(decideUnion(site, features, above));
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
