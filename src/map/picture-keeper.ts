import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { BaseMap } from './base-map.ts';
import { type BaseUser, serveBase } from './base-protocol.ts';
import type { LayerChoice } from './catalog-style.ts';
import { placesOf } from './draw-order.ts';
import type { MapImages } from './map-images.ts';
import { layersOf, type Picture, styleOf } from './map-picture.ts';
import { printTheme } from './print-theme.ts';
import { syncLayers } from './style-sync.ts';
import { type MapTheme, themeOf } from './theme.ts';

const UNTOUCHED: LayerChoice = { visible: true, opacity: 1 };

/** Holds what the map is to look like, and brings the living map to it with as little as possible. */
export class PictureKeeper {
  readonly #container: HTMLElement;
  readonly #addressOf: (layer: string) => string;
  readonly #choices = new Map<string, LayerChoice>();
  #picture: Picture;
  #base: ReturnType<typeof serveBase> | null = null;
  #forPrint = false;
  #applied: readonly LayerSpecification[];
  #map: MapLibreMap | null = null;
  #images: MapImages | null = null;
  #loaded = false;

  constructor(
    container: HTMLElement,
    catalog: readonly CatalogLayer[],
    addressOf: (layer: string) => string,
  ) {
    this.#container = container;
    this.#addressOf = addressOf;
    this.#picture = {
      catalog,
      base: null,
      choiceOf: (layer) => this.#choices.get(layer) ?? UNTOUCHED,
      theme: this.#readTheme(null),
      revision: 0,
      pieces: [],
      selected: null,
      lit: null,
    };
    this.#applied = layersOf(this.#picture);
  }

  get catalog(): readonly CatalogLayer[] {
    return this.#picture.catalog;
  }

  get theme(): MapTheme {
    return this.#picture.theme;
  }

  /** A style that is loading takes no changes; they are made up for when it is there. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  /** From here on changes reach this map, which was made with `style`. */
  attach(map: MapLibreMap, images: MapImages): void {
    this.#map = map;
    this.#images = images;
    map.on('style.load', () => {
      this.#loaded = true;
      this.#sync();
    });
  }

  leave(): void {
    this.#loaded = false;
    this.#base?.leave();
  }

  set(change: Partial<Pick<Picture, 'pieces' | 'selected' | 'lit' | 'sparing'>>): void {
    this.#picture = { ...this.#picture, ...change };
    this.#sync();
  }

  choose(layer: string, change: Partial<LayerChoice>): void {
    this.#choices.set(layer, { ...this.#picture.choiceOf(layer), ...change });
    this.#sync();
  }

  /** Layers in the order a person gave them, top to bottom; each list is a group of its own. */
  setDrawOrder(orders: readonly (readonly string[])[]): void {
    const places = placesOf(this.catalog, orders);
    for (const { id } of this.catalog) {
      this.#choices.set(id, { ...this.#picture.choiceOf(id), place: places.get(id) });
    }
    this.#sync();
  }

  /** Other layers, or the same in a new edition. What was chosen for a layer id is kept. */
  setCatalog(catalog: readonly CatalogLayer[]): void {
    this.#picture = { ...this.#picture, catalog };
    this.#reload();
  }

  setBase(base: BaseMap | null, user: BaseUser): void {
    this.#base?.leave();
    this.#base = base && serveBase(base, user);
    this.#container.dataset.base = base?.look ?? 'own';
    this.#picture = { ...this.#picture, base };
    this.#repaint();
    this.#reload();
  }

  setForPrint(forPrint: boolean): void {
    if (forPrint === this.#forPrint) return;
    this.#forPrint = forPrint;
    this.readTheme();
  }

  /** Reads the colours again. */
  readTheme(): void {
    this.#repaint();
    this.#sync();
  }

  get style(): StyleSpecification {
    return styleOf(this.#picture, this.#applied, {
      ofLayer: this.#addressOf,
      ofBase: (sheet) => this.#base?.addressOf(sheet) ?? '',
    });
  }

  #repaint(): void {
    const revision = this.#picture.revision + 1;
    const theme = this.#readTheme(this.#picture.base);
    this.#images?.setTheme(theme, revision);
    this.#picture = { ...this.#picture, theme, revision };
  }

  #readTheme(base: BaseMap | null): MapTheme {
    const tokens = getComputedStyle(this.#container);
    const ground = base?.look === 'imagery' ? 'imagery' : 'plain';
    const theme = themeOf((property) => tokens.getPropertyValue(property), ground);
    return this.#forPrint ? printTheme(theme.fonts) : theme;
  }

  /** Another ground has other layers: then the style is made anew. */
  #sync(): void {
    if (!this.#loaded || !this.#map) return;
    const wanted = layersOf(this.#picture);
    if (!holdsTheSame(this.#applied, wanted)) {
      this.#reload();
      return;
    }
    syncLayers(this.#map, this.#applied, wanted);
    this.#applied = wanted;
  }

  #reload(): void {
    this.#loaded = false;
    this.#applied = layersOf(this.#picture);
    this.#map?.setStyle(this.style, { diff: false });
  }
}

function holdsTheSame(a: readonly LayerSpecification[], b: readonly LayerSpecification[]): boolean {
  const ids = new Set(a.map(({ id }) => id));
  return a.length === b.length && b.every(({ id }) => ids.has(id));
}
