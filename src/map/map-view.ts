import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl';
import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import type { Project } from '../domain/project.ts';
import type { BBox, Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { LayerShow } from './catalog-style.ts';
import { placesOf } from './draw-order.ts';
import { joinFgbProtocol, TileFailure, type TilePort } from './fgb-protocol.ts';
import { FoundMark } from './found-mark.ts';
import { identify } from './identify.ts';
import { makeMap } from './make-map.ts';
import type { Identified, MapEvents, MapScale } from './map-events.ts';
import { layersOf, paintImage, styleOf } from './map-picture.ts';
import { adoptMapSheet } from './map-sheet.ts';
import {
  badgesData,
  type Ghost,
  ghostsData,
  graticuleData,
  piecesData,
  projectData,
  uncoveredData,
} from './own-data.ts';
import type { OwnSource } from './own-style.ts';
import type { DrawnPiece } from './pieces.ts';
import { metresPerPixel, scaleBar, scaleDenominator } from './scale-bar.ts';
import { syncLayers } from './style-sync.ts';
import { type MapTheme, themeOf } from './theme.ts';

export interface MapOptions {
  /** An element with a size; may stand in a shadow root. The `--sx-*` tokens are read from it. */
  readonly container: HTMLElement;
  readonly catalog: Pick<Catalog, 'layers'>;
  readonly port: TilePort;
  readonly language?: Language;
  /** What to show first; default the extent of the layers. */
  readonly bbox?: BBox;
  readonly events?: MapEvents;
}

export interface FitOptions {
  /** CSS px to each side. */
  readonly padding?: number;
  readonly maxZoom?: number;
  /** Fly there; a person who prefers less motion is taken there at once. */
  readonly fly?: boolean;
}

const FLIGHT_MS = 400;
const SCALE_BAR_PX = 110;
const CHINA: BBox = [73, 18, 135, 54];

/**
 * The living map: MapLibre with the layers of a catalog, the project and what was measured of it. It
 * draws and never measures. Throws `MapUnavailable` where WebGL 2 is missing.
 */
export class SanxianMapView {
  readonly #map: MapLibreMap;
  readonly #container: HTMLElement;
  readonly #events: MapEvents;
  readonly #language: Language;
  readonly #tiles: ReturnType<typeof joinFgbProtocol>;
  readonly #scaleBar: HTMLElement;
  readonly #told = new Set<string>();
  readonly #data = new Map<OwnSource, GeoJSON.FeatureCollection>();
  readonly #sizes: ResizeObserver;
  readonly #found: FoundMark;
  #catalog: readonly CatalogLayer[];
  #shows = new Map<string, LayerShow>();
  #theme: MapTheme;
  /** Counts themes, so that textures of one are not taken for another's. */
  #revision = 0;
  #applied: readonly LayerSpecification[] = [];
  #ready = false;
  #pieces: readonly DrawnPiece[] = [];
  #selected: string | null = null;
  #lit: readonly string[] | null = null;

  constructor(options: MapOptions) {
    const { container, catalog, port, language = 'zh', events = {} } = options;
    this.#container = container;
    this.#catalog = catalog.layers;
    this.#language = language;
    this.#events = events;
    this.#theme = readTheme(container);
    this.#tiles = joinFgbProtocol({ port, onFailed: (id, reason) => this.#tellFailed(id, reason) });
    this.#data.set('graticule', graticuleData());
    adoptMapSheet(container.getRootNode() as Document | ShadowRoot);
    this.#applied = this.#wantedLayers();
    const bbox = options.bbox ?? extentOf(this.#catalog);
    try {
      const fonts = this.#theme.fonts.join(', ');
      this.#map = makeMap({ container, style: this.#style(), bbox, fonts, language });
    } catch (cause) {
      this.#tiles.leave();
      throw cause;
    }
    this.#scaleBar = container.appendChild(document.createElement('div'));
    this.#scaleBar.className = 'sx-scale-bar';
    this.#scaleBar.setAttribute('part', 'scale');
    // Panels and drawers open beside the map without the window changing.
    this.#sizes = new ResizeObserver(() => this.#map.resize());
    this.#sizes.observe(container);
    this.#listen();
    this.#found = new FoundMark(this.#map, () => this.#theme);
    this.#tellScale();
  }

  /** Other layers, or the same in a new edition. What the user chose for a layer id is kept. */
  setCatalog(catalog: Pick<Catalog, 'layers'>): void {
    this.#catalog = catalog.layers;
    this.#told.clear();
    this.#reload();
  }

  setProject(project: Project | null): void {
    this.#setData('project', projectData(project, MAP_WORDS.parcel[this.#language]));
  }

  /** The occupied parts of a report (`pieces.ts`). */
  setOverlaps(pieces: readonly DrawnPiece[]): void {
    this.#pieces = pieces;
    this.#setData('occupied', piecesData(pieces));
    this.#placeBadges();
  }

  setGhosts(ghosts: readonly Ghost[]): void {
    this.#setData('ghosts', ghostsData(ghosts));
  }

  /** Hatches where these layers are not complete. */
  setUncovered(layerIds: readonly string[]): void {
    const layers = this.#catalog.filter(({ id }) => layerIds.includes(id));
    this.#setData('uncovered', uncoveredData(layers));
  }

  setLayerVisible(layer: string, visible: boolean): void {
    this.#shows.set(layer, { ...this.#showOf(layer), visible });
    this.#sync();
  }

  /** 0 to 1. */
  setLayerOpacity(layer: string, opacity: number): void {
    this.#shows.set(layer, { ...this.#showOf(layer), opacity });
    this.#sync();
  }

  /** Layers in the order a person gave them, top to bottom; each list is a group of its own. */
  setDrawOrder(orders: readonly (readonly string[])[]): void {
    const places = placesOf(this.#catalog, orders);
    for (const { id } of this.#catalog) {
      this.#shows.set(id, { ...this.#showOf(id), place: places.get(id) });
    }
    this.#sync();
  }

  /** Frames what was looked up; null: nothing. */
  setFound(box: BBox | null): void {
    this.#found.set(box);
  }

  /** Lights pieces; the other pieces and the layers of other kinds step back. null: all alike again. */
  highlight(pieceIds: readonly string[] | null): void {
    this.#lit = pieceIds;
    this.#sync();
  }

  /** Double outline around one piece; null: none. */
  select(pieceId: string | null): void {
    this.#selected = pieceId;
    this.#sync();
  }

  fitTo(bbox: BBox, { padding = 48, maxZoom = 18, fly = true }: FitOptions = {}): void {
    const duration = fly ? FLIGHT_MS : 0;
    const room = Math.min(this.#container.clientWidth, this.#container.clientHeight);
    this.#map.fitBounds([bbox[0], bbox[1], bbox[2], bbox[3]], {
      padding: Math.min(padding, room / 4),
      maxZoom,
      duration,
    });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: 150 });
  }

  /** Reads the `--sx-*` tokens again; call after the theme of the page has changed. */
  setTheme(): void {
    this.#theme = readTheme(this.#container);
    this.#revision++;
    this.#sync();
    this.#found.repaint();
  }

  /** Features of visible layers under a place, topmost first; within 3 px. */
  identifyAt(lonLat: Position): Identified[] {
    return identify(this.#map, this.#catalog, this.#map.project([lonLat[0], lonLat[1]]));
  }

  /** Where a place lies in the container, CSS px from its top left; may be outside. */
  toScreen(lonLat: Position): { readonly x: number; readonly y: number } {
    const { x, y } = this.#map.project([lonLat[0], lonLat[1]]);
    return { x, y };
  }

  get center(): Position {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  /** What the map shows now. */
  get bbox(): BBox {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  /** The name of the map for screen readers: site, scale and what is shown. */
  setLabel(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Asks for the tiles of a layer again after it failed. */
  retryLayer(layer: string): void {
    for (const key of this.#told) if (key.startsWith(`${layer} `)) this.#told.delete(key);
    if (this.#ready) this.#map.refreshTiles(layer);
  }

  resize(): void {
    this.#map.resize();
  }

  /** Resolves once everything asked for is drawn. For screenshots and tests. */
  async settled(): Promise<void> {
    if (this.#ready && this.#map.areTilesLoaded() && !this.#map.isMoving()) return;
    await this.#map.once('idle');
  }

  destroy(): void {
    this.#ready = false;
    this.#sizes.disconnect();
    this.#tiles.leave();
    this.#scaleBar.remove();
    this.#map.remove();
  }

  #listen(): void {
    const map = this.#map;
    const { onCursor, onClick, onMoved, onContextLost } = this.#events;
    map.setMissingStyleImageResolver((name) => this.#paintImage(name));
    map.on('style.load', () => {
      this.#ready = true;
      for (const [source, data] of this.#data) this.#setData(source, data);
      this.#sync();
    });
    map.on('error', ({ error }) => {
      // Failed tiles were told through `onLayerFailed`; anything else is our fault and must be seen.
      if (!(error instanceof TileFailure)) reportError(error);
    });
    map.on('mousemove', ({ lngLat }) => onCursor?.([lngLat.lng, lngLat.lat]));
    map.on('mouseout', () => onCursor?.(null));
    map.on('click', ({ lngLat, point }) => {
      const [piece] = this.#map.queryRenderedFeatures(point, { layers: ['sx|occupied|fill'] });
      onClick?.([lngLat.lng, lngLat.lat], {
        piece: piece ? String(piece.properties.id) : null,
        features: identify(map, this.#catalog, point),
      });
    });
    map.on('move', () => this.#tellScale());
    map.on('moveend', () => onMoved?.());
    map.on('zoomend', () => this.#placeBadges());
    map.on('webglcontextlost', () => onContextLost?.(true));
    map.on('webglcontextrestored', () => onContextLost?.(false));
  }

  #reload(): void {
    this.#ready = false;
    this.#applied = this.#wantedLayers();
    this.#map.setStyle(this.#style(), { diff: false });
  }

  #style(): StyleSpecification {
    return styleOf(this.#catalog, this.#applied, this.#tiles.addressOf);
  }

  #wantedLayers(): LayerSpecification[] {
    return layersOf({
      catalog: this.#catalog,
      showOf: (layer) => this.#showOf(layer),
      theme: this.#theme,
      revision: this.#revision,
      pieces: this.#pieces,
      selected: this.#selected,
      lit: this.#lit,
    });
  }

  #sync(): void {
    if (!this.#ready) return;
    const wanted = this.#wantedLayers();
    syncLayers(this.#map, this.#applied, wanted);
    this.#applied = wanted;
  }

  #showOf(layer: string): LayerShow {
    return this.#shows.get(layer) ?? { visible: true, opacity: 1, dimmed: false };
  }

  #setData(source: OwnSource, data: GeoJSON.FeatureCollection): void {
    this.#data.set(source, data);
    if (this.#ready) this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #placeBadges(): void {
    const degreesPerPx = 360 / (512 * 2 ** this.#map.getZoom());
    this.#setData('badges', badgesData(this.#pieces, degreesPerPx));
  }

  #paintImage(name: string): void {
    const pixelRatio = Math.max(1, Math.min(3, devicePixelRatio));
    const pixels = paintImage(name, this.#theme, this.#revision, pixelRatio);
    if (pixels && !this.#map.hasImage(name)) this.#map.addImage(name, pixels, { pixelRatio });
  }

  #tellScale(): void {
    const scale = this.#scale();
    this.#scaleBar.textContent = scale.bar.label;
    this.#scaleBar.style.width = `${scale.bar.widthPx}px`;
    this.#events.onScale?.(scale);
  }

  #scale(): MapScale {
    const zoom = this.#map.getZoom();
    const perPixel = metresPerPixel(zoom, this.#map.getCenter().lat);
    return {
      zoom,
      metresPerPixel: perPixel,
      denominator: scaleDenominator(perPixel),
      bar: scaleBar(perPixel, SCALE_BAR_PX),
    };
  }

  #tellFailed(layer: string, reason: TileReason): void {
    const key = `${layer} ${reason.code}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#events.onLayerFailed?.(layer, reason);
  }
}

function readTheme(element: HTMLElement): MapTheme {
  const style = getComputedStyle(element);
  return themeOf((property) => style.getPropertyValue(property));
}

function extentOf(layers: readonly CatalogLayer[]): BBox {
  if (layers.length === 0) return CHINA;
  return [
    Math.min(...layers.map(({ extent }) => extent[0])),
    Math.min(...layers.map(({ extent }) => extent[1])),
    Math.max(...layers.map(({ extent }) => extent[2])),
    Math.max(...layers.map(({ extent }) => extent[3])),
  ];
}
