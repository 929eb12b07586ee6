import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { type BBox, type FlatPolygons, toNested } from '../geometry/shapes.ts';
import type { MapTheme } from './theme.ts';

const SOURCE = 'sx|found';
const LINES = [
  ['sx|found|case', 'project-case', 4.5],
  ['sx|found|line', 'focus', 2],
] as const;

/**
 * A dashed line around what was looked up, on top of the pile: its outline where that is known, else a frame
 * around its box.
 */
export class FoundMark {
  readonly #map: MapLibreMap;
  readonly #themeOf: () => MapTheme;
  #box: BBox | null = null;
  #outline: FlatPolygons | null = null;

  constructor(map: MapLibreMap, themeOf: () => MapTheme) {
    this.#map = map;
    this.#themeOf = themeOf;
    // every new style begins without it
    map.on('style.load', () => this.#show());
  }

  set(box: BBox | null, outline: FlatPolygons | null = null): void {
    this.#box = box;
    this.#outline = outline;
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
    if (source) source.setData(linesOf(this.#box, this.#outline));
    else if (this.#box) this.#add();
  }

  #add(): void {
    const { color } = this.#themeOf();
    this.#map.addSource(SOURCE, { type: 'geojson', data: linesOf(this.#box, this.#outline) });
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

function linesOf(box: BBox | null, outline: FlatPolygons | null): GeoJSON.FeatureCollection {
  if (!box) return { type: 'FeatureCollection', features: [] };
  const [west, south, east, north] = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const rings = outline ? toNested(outline).flat() : [ring];
  const lines = rings.map((one) => one.map((position) => [...position]));
  const geometry: GeoJSON.MultiLineString = { type: 'MultiLineString', coordinates: lines };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] };
}
