import type { CatalogLayer } from '../../domain/catalog.ts';
import type { SanxianMapView } from '../../map/map-view.ts';

/** Ids of the two layers, or editions, that are compared; all others are on both sides. */
export interface MapSides {
  readonly left: string;
  readonly right: string;
}

/** The catalog of one side: what is current, and of the two compared the one of this side. */
export function sideOf(
  layers: readonly CatalogLayer[],
  sides: MapSides,
  side: keyof MapSides,
): CatalogLayer[] {
  const own = sides[side];
  const compared: readonly string[] = [sides.left, sides.right];
  return layers.filter(({ id, role }) => (compared.includes(id) ? id === own : role === 'current'));
}

/**
 * Two pictures of one place: a second map lies over the first, cut off at the line, and follows it. Hands
 * reach the first one alone. It costs a second WebGL context with the tiles of its view, and is let go of,
 * context and all, when the tool is put away.
 */
export class SwipeMaps {
  readonly left: SanxianMapView;
  readonly #main: SanxianMapView;
  readonly #layers: readonly CatalogLayer[];
  readonly #overlay: HTMLElement;
  #part = 0.5;

  /** @param makeLeft makes a still map with these layers in a container; what it throws is thrown here */
  constructor(
    main: SanxianMapView,
    container: HTMLElement,
    layers: readonly CatalogLayer[],
    sides: MapSides,
    makeLeft: (container: HTMLElement, layers: CatalogLayer[]) => SanxianMapView,
  ) {
    this.#main = main;
    this.#layers = layers;
    this.#overlay = document.createElement('div');
    this.#overlay.className = 'sx-swipe';
    // the first map speaks for both
    this.#overlay.inert = true;
    this.#overlay.setAttribute('aria-hidden', 'true');
    container.append(this.#overlay);
    try {
      this.left = makeLeft(this.#overlay, sideOf(layers, sides, 'left'));
    } catch (cause) {
      this.#overlay.remove();
      throw cause;
    }
    main.setCatalog({ layers: sideOf(layers, sides, 'right') });
    this.setPart(this.#part);
    this.follow();
  }

  setSides(sides: MapSides): void {
    this.left.setCatalog({ layers: sideOf(this.#layers, sides, 'left') });
    this.#main.setCatalog({ layers: sideOf(this.#layers, sides, 'right') });
  }

  /** Share of the width that the left picture takes. */
  setPart(part: number): void {
    this.#part = part;
    this.#overlay.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
  }

  /** Brings the left map to where the first one is. */
  follow(): void {
    this.left.moveTo(this.#main.center, this.#main.zoom);
  }

  close(): void {
    this.left.destroy();
    this.#overlay.remove();
    this.#main.setCatalog({ layers: this.#layers.filter(({ role }) => role === 'current') });
  }
}
