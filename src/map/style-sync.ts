import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

type Values = Readonly<Record<string, unknown>>;

/**
 * Brings the drawing instructions of a loaded style from `before` to `after` by changing only what
 * differs. Both must hold the same layers in the same order.
 */
export function syncLayers(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  for (const [i, layer] of after.entries()) {
    const old = before[i];
    if (old?.id !== layer.id) throw new Error(`layer ${layer.id} is not where it was`);
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
}

function changes(before: unknown, after: unknown): [string, unknown][] {
  const old = (before ?? {}) as Values;
  const now = (after ?? {}) as Values;
  return Object.entries(now).filter(([name, value]) => !same(old[name], value));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
