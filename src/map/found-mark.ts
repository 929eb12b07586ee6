import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { BBox } from '../geometry/shapes.ts';
import type { MapTheme } from './theme.ts';

const SOURCE = 'sx|found';
const LINES = [
  ['sx|found|case', 'project-case', 4.5],
  ['sx|found|line', 'focus', 2],
] as const;

/** A dashed frame around what was looked up: its box, no outline of the feature. On top of the pile. */
export class FoundMark {
  readonly #map: MapLibreMap;
  readonly #themeOf: () => MapTheme;
  #box: BBox | null = null;

  constructor(map: MapLibreMap, themeOf: () => MapTheme) {
    this.#map = map;
    this.#themeOf = themeOf;
    // every new style begins without it
    map.on('style.load', () => this.#show());
  }

  set(box: BBox | null): void {
    this.#box = box;
    this.#show();
  }

  /** Takes the colours of the theme again. */
  repaint(): void {
    const { color } = this.#themeOf();
    for (const [id, token] of LINES) {
      if (this.#map.style && this.#map.getLayer(id)) {
        this.#map.setPaintProperty(id, 'line-color', color[token]);
      }
    }
  }

  #show(): void {
    // a style that is still loading has no sources yet, and takes none
    if (!this.#map.style || !this.#map.getSource('project')) return;
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (source) source.setData(frameOf(this.#box));
    else if (this.#box) this.#add();
  }

  #add(): void {
    const { color } = this.#themeOf();
    this.#map.addSource(SOURCE, { type: 'geojson', data: frameOf(this.#box) });
    for (const [id, token, width] of LINES) {
      this.#map.addLayer({
        id,
        type: 'line',
        source: SOURCE,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': color[token],
          'line-width': width,
          ...(id.endsWith('line') ? { 'line-dasharray': [3, 2] } : {}),
        },
      });
    }
  }
}

function frameOf(box: BBox | null): GeoJSON.FeatureCollection {
  if (!box) return { type: 'FeatureCollection', features: [] };
  const [west, south, east, north] = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry: GeoJSON.LineString = { type: 'LineString', coordinates: ring };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] };
}
