import { walkCells } from './cell-walk.ts';
import type { FlatRing } from './clip.ts';
import { EXTENT } from './mercator.ts';

/**
 * The cells of a tile that something touches. A cell counts when any part of it is touched, not only its
 * centre: an isolated parcel smaller than a pixel must not vanish from a map of control lines.
 */
export class TouchedCells {
  readonly #step: number;
  readonly #side: number;
  readonly #cells: Uint8Array;

  /** `step`: side of a cell in tile units; divides the extent. */
  constructor(step: number) {
    this.#step = step;
    this.#side = EXTENT / step;
    this.#cells = new Uint8Array(this.#side * this.#side);
  }

  /** The cells that the rings of one polygon enclose or touch (even-odd), in tile units. */
  markPolygon(rings: readonly FlatRing[]): void {
    for (const ring of rings) this.markOutline(ring);
    this.#markInside(rings);
  }

  /** Every cell that a polyline passes. */
  markOutline(line: FlatRing): void {
    const step = this.#step;
    for (let i = 0; i + 3 < line.length; i += 2) {
      walkCells(
        line[i]! / step,
        line[i + 1]! / step,
        line[i + 2]! / step,
        line[i + 3]! / step,
        this.#mark,
      );
    }
  }

  readonly #mark = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= this.#side || row >= this.#side) return;
    this.#cells[row * this.#side + column] = 1;
  };

  #markInside(rings: readonly FlatRing[]): void {
    const side = this.#side;
    const [top, bottom] = rowSpan(rings, this.#step);
    for (let row = Math.max(0, top); row <= Math.min(side - 1, bottom); row++) {
      const crossings = crossingsAt(rings, (row + 0.5) * this.#step);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.floor(crossings[i]! / this.#step));
        const to = Math.min(side - 1, Math.floor(crossings[i + 1]! / this.#step));
        if (from <= to) this.#cells.fill(1, row * side + from, row * side + to + 1);
      }
    }
  }

  /** The touched cells as few rectangles [left, top, right, bottom], in tile units. */
  rectangles(): [number, number, number, number][] {
    const side = this.#side;
    const step = this.#step;
    const done: [number, number, number, number][] = [];
    let open = new Map<number, [number, number, number, number]>();
    for (let row = 0; row < side; row++) {
      const next = new Map<number, [number, number, number, number]>();
      for (let from = 0; from < side; from++) {
        if (this.#cells[row * side + from] === 0) continue;
        let to = from + 1;
        while (to < side && this.#cells[row * side + to] === 1) to++;
        const key = from * (side + 1) + to;
        const above = open.get(key);
        if (above) above[3] += step;
        else done.push([from * step, row * step, to * step, (row + 1) * step]);
        next.set(key, above ?? done[done.length - 1]!);
        from = to;
      }
      open = next;
    }
    return done;
  }
}

function rowSpan(rings: readonly FlatRing[], step: number): [number, number] {
  let top = Infinity;
  let bottom = -Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      if (ring[i]! < top) top = ring[i]!;
      if (ring[i]! > bottom) bottom = ring[i]!;
    }
  }
  return [Math.floor(top / step), Math.floor(bottom / step)];
}

function crossingsAt(rings: readonly FlatRing[], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const y0 = ring[i + 1]!;
      const y1 = ring[i + 3]!;
      if (y0 <= y === y1 <= y) continue;
      crossings.push(ring[i]! + ((y - y0) / (y1 - y0)) * (ring[i + 2]! - ring[i]!));
    }
  }
  return crossings.sort((a, b) => a - b);
}
