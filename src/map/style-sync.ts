import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

type Values = Readonly<Record<string, unknown>>;

/**
 * Brings the drawing instructions of a loaded style from `before` to `after` by changing only what
 * differs. Both must hold the same layers; those that lie elsewhere are moved.
 */
export function syncLayers(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  const known = new Map(before.map((layer) => [layer.id, layer]));
  for (const layer of after) {
    const old = known.get(layer.id);
    if (!old) throw new Error(`layer ${layer.id} was not there before`);
    for (const [name, value] of changes(old.paint, layer.paint)) {
      map.setPaintProperty(layer.id, name as never, value as never, { validate: false });
    }
    for (const [name, value] of changes(old.layout, layer.layout)) {
      map.setLayoutProperty(layer.id, name as never, value as never, { validate: false });
    }
    if ('filter' in layer && 'filter' in old && !same(old.filter, layer.filter)) {
      map.setFilter(layer.id, layer.filter, { validate: false });
    }
  }
  const ids = (layers: readonly LayerSpecification[]) => layers.map(({ id }) => id);
  for (const [id, above] of movesBetween(ids(before), ids(after))) map.moveLayer(id, above);
}

/**
 * Moves that bring one order of ids to another, bottom to top: each id with the one it then lies right
 * below. What is in order already stays.
 */
export function movesBetween(
  before: readonly string[],
  after: readonly string[],
): [id: string, above: string | undefined][] {
  const pile = [...before];
  const moves: [string, string | undefined][] = [];
  for (let i = after.length - 1; i >= 0; i--) {
    const id = after[i]!;
    if (pile[i] === id) continue;
    pile.splice(pile.indexOf(id), 1);
    pile.splice(i, 0, id);
    moves.push([id, after[i + 1]]);
  }
  return moves;
}

function changes(before: unknown, after: unknown): [string, unknown][] {
  const old = (before ?? {}) as Values;
  const now = (after ?? {}) as Values;
  return Object.entries(now).filter(([name, value]) => !same(old[name], value));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
