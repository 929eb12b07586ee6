import type { TourPlacement } from '../../components/help/tour.ts';
import type { LayoutName } from '../layout.ts';
import type { Look } from '../look.ts';

/** What the tour shows, in order; the words are `TOUR_WORDS`. */
export const TOUR_STEPS = ['map', 'layers', 'verdict', 'card', 'pieces', 'next'] as const;
type TourStep = (typeof TOUR_STEPS)[number];

const PLACES: Readonly<Record<TourStep, readonly string[]>> = {
  map: ['.map-area'],
  layers: ['.left', '.rail button', '.tabs button:nth-child(3)'],
  verdict: ['sanxian-findings-panel >> sanxian-verdict-block'],
  card: ['sanxian-findings-panel >> sanxian-line-card'],
  pieces: ['.drawer'],
  next: ['.footer'],
};

/** Beside what it points at, and off the map where that is what is spoken of. */
const PLACEMENTS: Readonly<Record<TourStep, TourPlacement>> = {
  map: 'right-start',
  layers: 'right-start',
  verdict: 'left-start',
  card: 'left-start',
  pieces: 'top-start',
  next: 'left-end',
};

export function tourPlacement(step: number | null, layout: LayoutName): TourPlacement {
  const name = step === null ? undefined : TOUR_STEPS[step];
  if (layout !== 'phone') return name ? PLACEMENTS[name] : 'left-start';
  return name === 'map' ? 'bottom' : 'top-start';
}

/** This step or the next one that way which this layout has; null: the tour is over. */
export function nextTourStep(step: number, layout: LayoutName, by: 1 | -1): number | null {
  const isThere = (name: TourStep) => layout !== 'phone' || name !== 'pieces';
  for (let at = step; at >= 0 && at < TOUR_STEPS.length; at += by) {
    if (isThere(TOUR_STEPS[at]!)) return at;
  }
  return null;
}

/** What has to stand on screen for a step. */
export function prepareTour(step: number, look: Look): Partial<Look> {
  const name = TOUR_STEPS[step];
  const sheet = { sheetTab: 'findings', detent: name === 'map' ? 'peek' : 'half' } as const;
  return {
    mode: 'check',
    step: 'findings',
    help: null,
    welcoming: false,
    rightOpen: true,
    overOpen: false,
    ...(look.layout.name === 'phone' && sheet),
  };
}

/** The element that a step points at; null where it is not on screen. */
export function tourTarget(step: number, root: ParentNode): Element | null {
  const name = TOUR_STEPS[step];
  for (const place of name ? PLACES[name] : []) {
    const [outer, inner] = place.split(' >> ');
    const found = root.querySelector(outer!);
    const at = inner ? found?.shadowRoot?.querySelector(inner) : found;
    if (at) return at;
  }
  return null;
}
