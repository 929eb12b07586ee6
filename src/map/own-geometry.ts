import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { badgesData, graticuleData, piecesData } from './own-data.ts';
import type { OwnSource } from './own-sources.ts';
import type { DrawnPiece } from './pieces.ts';

/** What the map was given as geometry; kept, so that it comes back with every new style. */
export class OwnGeometry {
  readonly #data = new Map<OwnSource, GeoJSON.FeatureCollection>([['graticule', graticuleData()]]);
  readonly #map: MapLibreMap;
  #pieces: readonly DrawnPiece[] = [];

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on('style.load', () => {
      for (const [source, data] of this.#data) this.#hand(source, data);
    });
    map.on('zoomend', () => this.#placeBadges());
  }

  get pieces(): readonly DrawnPiece[] {
    return this.#pieces;
  }

  set(source: OwnSource, data: GeoJSON.FeatureCollection): void {
    this.#data.set(source, data);
    this.#hand(source, data);
  }

  setPieces(pieces: readonly DrawnPiece[]): void {
    this.#pieces = pieces;
    this.set('occupied', piecesData(pieces));
    this.#placeBadges();
  }

  /** Which numbers stand inside their piece depends on the zoom. */
  #placeBadges(): void {
    const degreesPerPx = 360 / (512 * 2 ** this.#map.getZoom());
    this.set('badges', badgesData(this.#pieces, degreesPerPx));
  }

  /** While a style is loading there is no source yet. */
  #hand(source: OwnSource, data: GeoJSON.FeatureCollection): void {
    if (this.#map.style) this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
