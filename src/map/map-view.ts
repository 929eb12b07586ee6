import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Catalog } from '../domain/catalog.ts';
import type { Project } from '../domain/project.ts';
import { metresPerDegree } from '../geometry/ellipsoid.ts';
import type { BBox, FlatPolygons, Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { BaseMap } from './base-map.ts';
import type { BaseUser } from './base-protocol.ts';
import { type DefectPin, DefectPins } from './defect-pins.ts';
import { type DrawingPicture, drawingData } from './drawing/drawing-picture.ts';
import type { Gestures } from './drawing/gesture-mode.ts';
import { extentOf } from './extent-of.ts';
import { joinFgbProtocol, TileFailure, type TilePort } from './fgb-protocol.ts';
import { FoundMark } from './found-mark.ts';
import { watchFrames } from './frame-watch.ts';
import { type GridZone, northNote } from './grid-north.ts';
import { identify } from './identify.ts';
import { makeMap } from './make-map.ts';
import type { Identified, MapEvents } from './map-events.ts';
import { MapFurniture } from './map-furniture.ts';
import { MapImages } from './map-images.ts';
import { adoptMapSheet } from './map-sheet.ts';
import { type Ghost, ghostsData, projectData, uncoveredData } from './own-data.ts';
import { OwnGeometry } from './own-geometry.ts';
import { PictureKeeper } from './picture-keeper.ts';
import type { DrawnPiece } from './pieces.ts';
import { scaleOf } from './scale-bar.ts';
import { type Sketch, ToolSketch } from './tool-sketch.ts';

export interface MapOptions {
  /** An element with a size; may stand in a shadow root. The `--sx-*` tokens are read from it. */
  readonly container: HTMLElement;
  readonly catalog: Pick<Catalog, 'layers'>;
  readonly port: TilePort;
  readonly language?: Language;
  /** Of MapLibre's own worker; default the one beside the module. */
  readonly workerUrl?: string;
  /** What to show first; default the extent of the layers. */
  readonly bbox?: BBox;
  readonly events?: MapEvents;
  /** Whether hands move it; default true. */
  readonly interactive?: boolean;
}

export interface FitOptions {
  /** CSS px to each side. */
  readonly padding?: number;
  readonly maxZoom?: number;
  /** Fly there; a person who prefers less motion is taken there at once. */
  readonly fly?: boolean;
}

const FLIGHT_MS = 400;

/**
 * The living map: MapLibre with the layers of a catalog, the project and what was measured of it. It
 * draws and never measures. Throws `MapUnavailable` where WebGL 2 is missing.
 */
export class SanxianMapView {
  readonly #map: MapLibreMap;
  readonly #container: HTMLElement;
  readonly #events: MapEvents;
  #language: Language;
  #project: Project | null = null;
  readonly #tiles: ReturnType<typeof joinFgbProtocol>;
  readonly #picture: PictureKeeper;
  readonly #own: OwnGeometry;
  readonly #furniture: MapFurniture;
  readonly #told = new Set<string>();
  readonly #sizes: ResizeObserver;
  readonly #found: FoundMark;
  readonly #pins: DefectPins;
  readonly #sketch: ToolSketch;
  #zone: GridZone | null = null;

  constructor(options: MapOptions) {
    const { container, catalog, port, language = 'zh', events = {}, interactive = true } = options;
    this.#container = container;
    this.#language = language;
    this.#events = events;
    this.#tiles = joinFgbProtocol({ port, onFailed: (id, reason) => this.#tellFailed(id, reason) });
    adoptMapSheet(container.getRootNode() as Document | ShadowRoot);
    this.#picture = new PictureKeeper(container, catalog.layers, this.#tiles.addressOf);
    const bbox = options.bbox ?? extentOf(catalog.layers);
    const { style, theme } = this.#picture;
    try {
      const { workerUrl } = options;
      const fonts = theme.fonts.join(', ');
      this.#map = makeMap({
        container,
        style,
        bbox,
        fonts,
        language,
        interactive,
        ...(workerUrl && { workerUrl }),
      });
    } catch (cause) {
      this.#tiles.leave();
      throw cause;
    }
    this.#picture.attach(this.#map, new MapImages(this.#map, theme));
    this.#own = new OwnGeometry(this.#map);
    this.#furniture = new MapFurniture(container);
    // Panels and drawers open beside the map without the window changing.
    this.#sizes = new ResizeObserver(() => this.#map.resize());
    this.#sizes.observe(container);
    this.#listen();
    this.#found = new FoundMark(this.#map, () => this.#picture.theme);
    this.#pins = new DefectPins(this.#map, () => this.#picture.theme);
    this.#sketch = new ToolSketch(this.#map, () => this.#picture.theme);
    this.#tellScale();
  }

  /** Other layers, or the same in a new edition. What the user chose for a layer id is kept. */
  setCatalog(catalog: Pick<Catalog, 'layers'>): void {
    this.#told.clear();
    this.#picture.setCatalog(catalog.layers);
  }

  setProject(project: Project | null): void {
    this.#project = project;
    this.#own.set('project', projectData(project, MAP_WORDS.parcel[this.#language]));
  }

  /** The occupied parts of a report (`pieces.ts`). */
  setOverlaps(pieces: readonly DrawnPiece[]): void {
    this.#own.setPieces(pieces);
    this.#picture.set({ pieces });
  }

  /** The drawing board; null: none. */
  setDrawing(picture: DrawingPicture | null): void {
    this.#own.set('drawing', drawingData(picture));
  }

  /** Tells what a hand does on the map until the result is called. What it takes is loaded first. */
  async openGestures(gestures: Gestures): Promise<() => void> {
    const { openGestures } = await import('./drawing/open-gestures.ts');
    return openGestures(this.#map, gestures);
  }

  setGhosts(ghosts: readonly Ghost[]): void {
    this.#own.set('ghosts', ghostsData(ghosts));
  }

  /** Hatches where these layers are not complete. */
  setUncovered(layerIds: readonly string[]): void {
    const layers = this.#picture.catalog.filter(({ id }) => layerIds.includes(id));
    this.#own.set('uncovered', uncoveredData(layers));
  }

  setLayerVisible(layer: string, visible: boolean): void {
    this.#picture.choose(layer, { visible });
  }

  /** 0 to 1. */
  setLayerOpacity(layer: string, opacity: number): void {
    this.#picture.choose(layer, { opacity });
  }

  /** Layers in the order a person gave them, top to bottom; each list is a group of its own. */
  setDrawOrder(orders: readonly (readonly string[])[]): void {
    this.#picture.setDrawOrder(orders);
  }

  /** Frames what was looked up; null: nothing. */
  setFound(box: BBox | null, outline?: FlatPolygons): void {
    this.#found.set(box, outline);
  }

  /** What a tool of the map shows; null: nothing. */
  setSketch(sketch: Sketch | null): void {
    this.#sketch.set(sketch);
  }

  /** Where the file of the project has defects. */
  setPins(pins: readonly DefectPin[]): void {
    this.#pins.set(pins);
  }

  /** Lights pieces; the other pieces and the layers of other kinds step back. null: all alike again. */
  highlight(pieceIds: readonly string[] | null): void {
    this.#picture.set({ lit: pieceIds });
  }

  /** Double outline around one piece; null: none. */
  select(pieceId: string | null): void {
    this.#picture.set({ selected: pieceId });
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

  /** There at once. */
  moveTo([lon, lat]: Position, zoom: number): void {
    this.#map.jumpTo({ center: [lon, lat], zoom });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: 150 });
  }

  /** Reads the `--sx-*` tokens again; call after the theme of the page has changed. */
  setTheme(): void {
    this.#picture.readTheme();
    this.#found.repaint();
    this.#pins.repaint();
    this.#sketch.repaint();
  }

  /** As a black-and-white copy would show it. */
  setForPrint(forPrint: boolean): void {
    this.#picture.setForPrint(forPrint);
    this.#found.repaint();
    this.#pins.repaint();
    this.#sketch.repaint();
  }

  /** Draws less, for machines that draw slowly. */
  setSparing(sparing: boolean): void {
    this.#picture.set({ sparing });
  }

  /** What lies beneath the layers; null: our own areas, waters and towns. */
  setBase(base: BaseMap | null, user: BaseUser): void {
    this.#picture.setBase(base, user);
  }

  /** The zone whose north is noted beside the scale; null: the 3° zone that the map is in. */
  setZone(zone: GridZone | null): void {
    this.#zone = zone;
    this.#tellScale();
  }

  /** Features of visible layers under a place, topmost first; within 3 px. */
  identifyAt(lonLat: Position): Identified[] {
    return identify(this.#map, this.#picture.catalog, this.#map.project([lonLat[0], lonLat[1]]));
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

  /** Ground that a CSS pixel shows, at the middle of the map. */
  get metresPerPx(): number {
    const degrees = 360 / (512 * 2 ** this.#map.getZoom());
    return degrees * metresPerDegree(this.center[1]).lon;
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  /** Of what the map itself writes. */
  setLanguage(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#tellScale();
    this.setProject(this.#project);
  }

  /** The name of the map for screen readers: site, scale and what is shown. */
  setLabel(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Asks for the tiles of a layer again after it failed. */
  retryLayer(layer: string): void {
    for (const key of this.#told) if (key.startsWith(`${layer} `)) this.#told.delete(key);
    if (this.#picture.isLoaded) this.#map.refreshTiles(layer);
  }

  resize(): void {
    this.#map.resize();
  }

  /** Resolves once everything asked for is drawn. For screenshots and tests. */
  async settled(): Promise<void> {
    if (this.#picture.isLoaded && this.#map.areTilesLoaded() && !this.#map.isMoving()) return;
    await this.#map.once('idle');
  }

  destroy(): void {
    this.#picture.leave();
    this.#sizes.disconnect();
    this.#tiles.leave();
    this.#furniture.remove();
    this.#map.remove();
  }

  #listen(): void {
    const map = this.#map;
    const { onCursor, onClick, onMoved, onContextLost } = this.#events;
    map.on('error', ({ error }) => {
      // Failed tiles were told through `onLayerFailed`; anything else is our fault and must be seen.
      if (!(error instanceof TileFailure)) reportError(error);
    });
    map.on('mousemove', ({ lngLat }) => onCursor?.([lngLat.lng, lngLat.lat]));
    map.on('mouseout', () => onCursor?.(null));
    map.on('click', ({ lngLat, point }) => {
      const [piece] = this.#map.queryRenderedFeatures(point, { layers: ['sx|occupied|fill'] });
      onClick?.([lngLat.lng, lngLat.lat], piece ? String(piece.properties.id) : null);
    });
    watchFrames(map, () => this.#events.onSlow?.());
    map.on('move', () => this.#tellScale());
    map.on('moveend', () => onMoved?.());
    map.on('webglcontextlost', () => onContextLost?.(true));
    map.on('webglcontextrestored', () => onContextLost?.(false));
  }

  #tellScale(): void {
    const scale = scaleOf(this.#map.getZoom(), this.center[1]);
    this.#furniture.show(scale.bar, northNote(this.center, this.#zone, this.#language));
    this.#events.onScale?.(scale);
  }

  #tellFailed(layer: string, reason: TileReason): void {
    const key = `${layer} ${reason.code}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#events.onLayerFailed?.(layer, reason);
  }
}
