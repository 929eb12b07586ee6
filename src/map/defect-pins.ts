import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Severity } from '../domain/note.ts';
import type { MapTheme } from './theme.ts';

/** A place at which a file has a defect. */
export interface DefectPin {
  readonly at: readonly [number, number];
  readonly severity: Severity;
}

const SOURCE = 'sx|pins';
const RING = 'sx|pins|ring';
const DOT = 'sx|pins|dot';
const PAINTS = [
  [RING, 'circle-stroke-color', 'focus'],
  [DOT, 'circle-color', 'focus'],
  [DOT, 'circle-stroke-color', 'project-case'],
] as const;

/**
 * A ring around each defect and a dot at its very place; the ring of an error is larger. Which defect it
 * is stands in the panel. On top of the pile.
 */
export class DefectPins {
  readonly #map: MapLibreMap;
  readonly #themeOf: () => MapTheme;
  #pins: readonly DefectPin[] = [];

  constructor(map: MapLibreMap, themeOf: () => MapTheme) {
    this.#map = map;
    this.#themeOf = themeOf;
    // every new style begins without them
    map.on('style.load', () => this.#show());
  }

  set(pins: readonly DefectPin[]): void {
    if (sameKey(pins) === sameKey(this.#pins)) return;
    this.#pins = pins;
    this.#show();
  }

  /** Takes the colours of the theme again. */
  repaint(): void {
    if (!this.#map.style || !this.#map.getLayer(RING)) return;
    const { color } = this.#themeOf();
    for (const [layer, property, token] of PAINTS) {
      this.#map.setPaintProperty(layer, property, color[token]);
    }
  }

  #show(): void {
    // a style that is still loading has no sources yet, and takes none
    if (!this.#map.style || !this.#map.getSource('project')) return;
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (source) source.setData(pinsData(this.#pins));
    else if (this.#pins.length > 0) this.#add();
  }

  #add(): void {
    this.#map.addSource(SOURCE, { type: 'geojson', data: pinsData(this.#pins) });
    this.#map.addLayer({
      id: RING,
      type: 'circle',
      source: SOURCE,
      paint: {
        'circle-radius': ['match', ['get', 'severity'], 'error', 12, 9],
        'circle-opacity': 0,
        'circle-stroke-width': 3,
      },
    });
    this.#map.addLayer({
      id: DOT,
      type: 'circle',
      source: SOURCE,
      paint: { 'circle-radius': 3, 'circle-stroke-width': 1.5 },
    });
    this.repaint();
  }
}

export function pinsData(pins: readonly DefectPin[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: pins.map(({ at, severity }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties: { severity },
    })),
  };
}

function sameKey(pins: readonly DefectPin[]): string {
  return pins.map(({ at, severity }) => `${at.join()} ${severity}`).join(';');
}
