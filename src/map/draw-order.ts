import type { CatalogLayer } from '../domain/catalog.ts';
import { kindRank } from '../domain/kinds.ts';
import { SYMBOLS } from './symbols.ts';

/** Where a layer lies: its fills in a tier, everything of it by rank among the layers of that tier. */
export interface Place {
  readonly tier: number;
  /** Higher lies on top; 0 to 1. */
  readonly rank: number;
}

type Drawn = Pick<CatalogLayer, 'id' | 'kind'>;

/** As the symbols say; within a tier the kinds that come first in every table lie on top. */
export function usualPlace({ kind }: Pick<CatalogLayer, 'kind'>): Place {
  return { tier: SYMBOLS[kind].tier, rank: 1 - kindRank(kind) / 100 };
}

/**
 * Places of layers that a person has put in an order, by id. Each list names layers from top to bottom;
 * they exchange the places they usually have, and the layers of no list keep theirs. Lines stay above
 * all fills, labels above all lines: an order never hides a control line beneath another's fill.
 */
export function placesOf(
  layers: readonly Drawn[],
  orders: readonly (readonly string[])[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const order of orders) {
    const named = order.flatMap((id) => layers.find((layer) => layer.id === id) ?? []);
    const usual = named.map(usualPlace);
    const tiers = usual.map(({ tier }) => tier).sort((a, b) => b - a);
    const ranks = usual.map(({ rank }) => rank).sort((a, b) => b - a);
    for (const [i, { id }] of named.entries()) {
      // two layers of one kind share a rank: the list decides
      places.set(id, { tier: tiers[i]!, rank: ranks[i]! - 1e-4 * i });
    }
  }
  return places;
}

/** From which zoom on anything of a kind is drawn; 0: always. */
export function drawnFrom(kind: CatalogLayer['kind']): number {
  const { fill, lines } = SYMBOLS[kind];
  return fill ? 0 : Math.min(...lines.map(({ minzoom }) => minzoom ?? 0));
}
