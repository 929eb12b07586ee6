import type { LayerLook } from './look-at-layer.ts';
import type { LineOutcome, Stability } from './outcome.ts';
import type { CheckSite } from './site.ts';

/**
 * Would the state change if the drawing were off by the layer's accuracy?
 *
 * Near misses and hair-thin overlaps are `marginal`; `flipsAtM` is the displacement that changes the
 * state. A touch is always marginal, at 0 m.
 */
export function stabilityOf(
  line: Omit<LineOutcome, 'stability'>,
  looks: readonly LayerLook[],
  site: CheckSite,
): Stability | null {
  if (looks.length === 0) return null;
  if (line.state === 'touch') return { state: 'marginal', flipsAtM: 0 };
  const accuracyM = Math.max(...looks.map((look) => look.entry.accuracyM));
  const flipsAtM = line.state === 'clear' ? line.nearestM : deepestReachM(looks, site);
  if (flipsAtM === null) return { state: 'stable', flipsAtM: null };
  return flipsAtM <= accuracyM
    ? { state: 'marginal', flipsAtM }
    : { state: 'stable', flipsAtM: null };
}

/**
 * How far the site would have to move to be free of the layer, at least: the largest mean width among
 * the overlaps. Exact for strips; for compact pieces smaller than what would be needed, so that the
 * answer errs towards `marginal`.
 */
function deepestReachM(looks: readonly LayerLook[], _site: CheckSite): number | null {
  const widths = looks.flatMap((look) =>
    (look.measure?.overlaps ?? []).flatMap(({ widthM }) => (widthM === null ? [] : [widthM])),
  );
  return widths.length > 0 ? Math.max(...widths) : null;
}
