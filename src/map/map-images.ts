import type { Map as MapLibreMap } from 'maplibre-gl';
import { HATCHES, type HatchId, hatchDensity, paintHatch, repeatsAt } from './hatches.ts';
import { paintOwnImage } from './own-images.ts';
import type { OwnImage } from './own-style.ts';
import type { MapTheme } from './theme.ts';

/**
 * Images that the style names, painted when first asked for. Those of one theme are not taken for
 * another's: names carry the number of the theme.
 */
export class MapImages {
  readonly #map: MapLibreMap;
  #theme: MapTheme;
  #revision = 0;
  #repeats: number;

  constructor(map: MapLibreMap, theme: MapTheme) {
    this.#map = map;
    this.#theme = theme;
    this.#repeats = repeatsAt(map.getZoom());
    map.setMissingStyleImageResolver((name) => this.#add(name));
    map.on('zoomend', () => this.#unstretch());
  }

  /** From here on names carry this number and are painted in this theme. */
  setTheme(theme: MapTheme, revision: number): void {
    this.#theme = theme;
    this.#revision = revision;
  }

  #add(name: string): void {
    const pixels = this.#paint(name);
    if (pixels && !this.#map.hasImage(name)) {
      this.#map.addImage(name, pixels, { pixelRatio: densityOf(name) });
    }
  }

  /** Textures have grown with the map while it moved; at rest they have their own size again. */
  #unstretch(): void {
    const repeats = repeatsAt(this.#map.getZoom());
    if (repeats === this.#repeats) return;
    this.#repeats = repeats;
    for (const hatch of Object.keys(HATCHES)) {
      const name = imageName(hatch, this.#revision);
      const pixels = this.#map.hasImage(name) ? this.#paint(name) : null;
      if (pixels) this.#map.updateImage(name, pixels);
    }
  }

  /** null for a name of a former theme. */
  #paint(name: string): ImageData | null {
    const [image = '', of] = name.split('|');
    if (of !== String(this.#revision)) return null;
    return isHatch(image)
      ? paintHatch(image, this.#theme, densityOf(name), this.#repeats)
      : paintOwnImage(image as OwnImage, this.#theme, densityOf(name));
  }
}

function isHatch(image: string): image is HatchId {
  return Object.hasOwn(HATCHES, image);
}

function densityOf(name: string): number {
  const pixelRatio = Math.max(1, Math.min(3, devicePixelRatio));
  return isHatch(name.split('|')[0] ?? '') ? hatchDensity(pixelRatio) : pixelRatio;
}

export function imageName(image: string, revision: number): string {
  return `${image}|${revision}`;
}
