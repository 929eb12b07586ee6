import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../geometry/shapes.ts';
import type { MapTheme } from './theme.ts';

/** What a tool of the map shows: a way that is measured, or a place that is marked. lon/lat. */
export interface Sketch {
  readonly path: readonly Position[];
  /** The way encloses an area. */
  readonly closed: boolean;
  /** Ends of edges to be seen; the last place of `path` may be the pointer, which is none. */
  readonly points: readonly Position[];
  readonly mark: Position | null;
}

const SOURCE = 'sx|sketch';
type Feature = GeoJSON.Feature;

/** Lies on top of the pile, and comes back with every new style. */
export class ToolSketch {
  readonly #map: MapLibreMap;
  readonly #themeOf: () => MapTheme;
  #sketch: Sketch | null = null;

  constructor(map: MapLibreMap, themeOf: () => MapTheme) {
    this.#map = map;
    this.#themeOf = themeOf;
    map.on('style.load', () => this.#show());
  }

  set(sketch: Sketch | null): void {
    this.#sketch = sketch;
    this.#show();
  }

  /** Takes the colours of the theme again. */
  repaint(): void {
    if (!this.#map.style) return;
    for (const { id, type, paint } of sketchLayers(this.#themeOf())) {
      if (!this.#map.getLayer(id)) continue;
      for (const [name, value] of Object.entries(paint ?? {})) {
        if (name.startsWith(type) && name.endsWith('color')) {
          this.#map.setPaintProperty(id, name as never, value as never);
        }
      }
    }
  }

  #show(): void {
    // a style that is still loading has no sources yet, and takes none
    if (!this.#map.style || !this.#map.getSource('project')) return;
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (source) source.setData(sketchData(this.#sketch));
    else if (this.#sketch) this.#add();
  }

  #add(): void {
    this.#map.addSource(SOURCE, {
      type: 'geojson',
      data: sketchData(this.#sketch),
      tolerance: 0,
      maxzoom: 20,
    });
    for (const layer of sketchLayers(this.#themeOf())) this.#map.addLayer(layer);
  }
}

/** The sketch as features told apart by `what`. */
export function sketchData(sketch: Sketch | null): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: sketch ? featuresOf(sketch) : [] };
}

function featuresOf({ path, closed, points, mark }: Sketch): Feature[] {
  const first = path[0];
  const last = path.at(-1);
  const line = (what: string, ...coordinates: readonly Position[]): Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: coordinates.map((at) => [...at]) },
    properties: { what },
  });
  const place = (what: string, at: Position): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: { what },
  });
  const area = closed && path.length > 2 && first && last;
  return [
    ...(area
      ? [
          {
            type: 'Feature' as const,
            geometry: {
              type: 'Polygon' as const,
              coordinates: [[...path, first].map((at) => [...at])],
            },
            properties: { what: 'area' },
          },
          line('closing', last, first),
        ]
      : []),
    ...(path.length > 1 ? [line('path', ...path)] : []),
    ...points.map((at) => place('point', at)),
    ...(mark ? [place('mark', mark)] : []),
  ];
}

function sketchLayers({ color }: MapTheme): LayerSpecification[] {
  const is = (what: string): ['==', ['get', 'what'], string] => ['==', ['get', 'what'], what];
  const common = (id: string, what: string) => ({
    id: `sx|sketch|${id}`,
    source: SOURCE,
    filter: is(what),
  });
  const casing = color['project-case'];
  return [
    {
      ...common('area', 'area'),
      type: 'fill',
      paint: { 'fill-color': color.focus, 'fill-opacity': 0.12, 'fill-antialias': false },
    },
    {
      ...common('path-case', 'path'),
      type: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': casing, 'line-width': 5.4 },
    },
    {
      ...common('path', 'path'),
      type: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color.focus, 'line-width': 2.6 },
    },
    {
      ...common('closing', 'closing'),
      type: 'line',
      paint: { 'line-color': color.focus, 'line-width': 1.6, 'line-dasharray': [3, 3] },
    },
    {
      ...common('point', 'point'),
      type: 'circle',
      paint: {
        'circle-radius': 4.5,
        'circle-color': casing,
        'circle-stroke-color': color.focus,
        'circle-stroke-width': 2,
      },
    },
    {
      ...common('mark-case', 'mark'),
      type: 'circle',
      paint: {
        'circle-radius': 11,
        'circle-color': casing,
        'circle-opacity': 0,
        'circle-stroke-color': casing,
        'circle-stroke-width': 6,
      },
    },
    {
      ...common('mark', 'mark'),
      type: 'circle',
      paint: {
        'circle-radius': 11,
        'circle-color': casing,
        'circle-opacity': 0,
        'circle-stroke-color': color.focus,
        'circle-stroke-width': 3,
      },
    },
    // the exact place is the dot in the ring
    {
      ...common('mark-dot', 'mark'),
      type: 'circle',
      paint: {
        'circle-radius': 2.5,
        'circle-color': color.focus,
        'circle-stroke-color': casing,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}
