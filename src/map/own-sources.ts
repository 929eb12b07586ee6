import type { GeoJSONSourceSpecification } from 'maplibre-gl';

/** Sources for what the map is given as geometry, with every vertex kept. */
export const OWN_SOURCES = [
  'graticule',
  'project',
  'occupied',
  'badges',
  'uncovered',
  'ghosts',
  'drawing',
] as const;
export type OwnSource = (typeof OWN_SOURCES)[number];

/**
 * What is drawn as an overlap is the geometry that was measured: no simplification, and a maximal zoom
 * at which a tile unit is less than 4 mm.
 */
export function ownSource(): GeoJSONSourceSpecification {
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    tolerance: 0,
    maxzoom: 20,
    buffer: 64,
  };
}
