import type { ScaleBar } from './scale-bar.ts';

/** The scale bar, and under it where the north of the grid is. Above the canvas, in the map's corner. */
export class MapFurniture {
  readonly #box: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #north: HTMLElement;

  constructor(container: HTMLElement) {
    this.#box = document.createElement('div');
    this.#box.className = 'sx-furniture';
    this.#bar = this.#box.appendChild(document.createElement('div'));
    this.#bar.className = 'sx-scale-bar';
    this.#bar.setAttribute('part', 'scale');
    this.#north = this.#box.appendChild(document.createElement('div'));
    this.#north.className = 'sx-north';
    this.#north.setAttribute('part', 'north');
    container.append(this.#box);
  }

  show({ label, widthPx }: ScaleBar, north: string): void {
    this.#bar.textContent = label;
    this.#bar.style.width = `${widthPx}px`;
    if (this.#north.textContent !== north) this.#north.textContent = north;
  }

  remove(): void {
    this.#box.remove();
  }
}
