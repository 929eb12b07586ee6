import type { LayerKind } from '../domain/kinds.ts';
import type { Clipper } from '../geometry/clip.ts';
import { prepareSite } from '../overlay/site.ts';
import { displacedSites } from './displace-site.ts';
import type { LayerLook } from './look-at-layer.ts';
import type { LineOutcome, Stability } from './outcome.ts';
import { settledWithin } from './settled.ts';
import type { CheckSite } from './site.ts';
import { questionsOf } from './stability-questions.ts';

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
 * overlap and zones above the threshold) is measured again, but for what no displacement so small can change.
 * `flipsAtM` is the smallest displacement
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

  const { site, clipper, thresholdM2 } = input;
  const questions = questionsOf(line.kind, input.looks, thresholdM2);
  const flips = (metres: number): boolean => {
    const settled = settledWithin(site, clipper, metres, thresholdM2);
    const open = questions.filter((question) => !settled.has(question));
    if (open.length === 0) return false;
    const now = open.map((question) => question.ask(site.prepared));
    for (const shape of displacedSites(site, clipper, metres)) {
      const displaced = prepareSite(shape);
      if (open.some((question, i) => question.ask(displaced) !== now[i])) return true;
    }
    return false;
  };
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
