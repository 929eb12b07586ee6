import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { FILL, LINE } from '../tiles/build-tile.ts';
import type { Identified } from './map-events.ts';

const REACH_PX = 3;

/**
 * Features of the catalog's layers around a place on the screen, topmost first, each once. Lines without
 * a fill are found by their line.
 */
export function identify(
  map: MapLibreMap,
  layers: readonly CatalogLayer[],
  { x, y }: Pick<Point, 'x' | 'y'>,
): Identified[] {
  const known = new Set(layers.map(({ id }) => id));
  const found = new Map<string, Identified>();
  const around: [[number, number], [number, number]] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  for (const { id, source, sourceLayer, properties } of map.queryRenderedFeatures(around)) {
    if (!known.has(source) || (sourceLayer !== FILL && sourceLayer !== LINE)) continue;
    const index = typeof id === 'number' ? id : null;
    const key = `${source} ${index}`;
    if (!found.has(key)) found.set(key, { layer: source, index, properties: own(properties) });
  }
  return [...found.values()];
}

/** Without what the tiles worked out for the symbols. */
function own(properties: Identified['properties']): Identified['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith('_')));
}
