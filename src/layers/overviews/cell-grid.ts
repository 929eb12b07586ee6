import { walkCells } from '../../tiles/cell-walk.ts';

/** Side of a block, cells. */
export const BLOCK = 256;
const WORDS = BLOCK / 32;
/** More blocks to a side than any grid has. */
const STRIDE = 2 ** 26;

/** The marked cells of a square of BLOCK x BLOCK cells: bits, row by row, the first cell lowest. */
export type BlockBits = Uint32Array;

/**
 * The cells of a grid over the world that something touches, in memory only where there are any. A cell
 * counts when any part of it is touched, not only its centre: an isolated parcel much smaller than a cell
 * must not vanish from a map of control lines.
 *
 * Cells are pixels of a zoom: `perWorld` of them to a side of the world square (`tiles/mercator.ts`).
 */
export class CellGrid {
  readonly perWorld: number;
  readonly #blocks: Map<number, BlockBits>;
  #lastKey = -1;
  #last: BlockBits = new Uint32Array(0);

  constructor(perWorld: number, blocks = new Map<number, BlockBits>()) {
    this.perWorld = perWorld;
    this.#blocks = blocks;
  }

  /** Marks what the rings of one polygon enclose or touch (even-odd); flat, closed, in cells. */
  markPolygon(rings: readonly ArrayLike<number>[]): void {
    for (const ring of rings) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        walkCells(ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!, this.#mark);
      }
    }
    this.#markInside(rings);
  }

  has(column: number, row: number): boolean {
    const bits = this.#blocks.get(Math.floor(row / BLOCK) * STRIDE + Math.floor(column / BLOCK));
    if (!bits) return false;
    const at = (row % BLOCK) * BLOCK + (column % BLOCK);
    return ((bits[at >> 5]! >>> (at & 31)) & 1) === 1;
  }

  /** Blocks with marked cells, in the order of their rows and columns. */
  *blocks(): Generator<{
    readonly column: number;
    readonly row: number;
    readonly bits: BlockBits;
  }> {
    for (const key of [...this.#blocks.keys()].sort((a, b) => a - b)) {
      const row = Math.floor(key / STRIDE);
      yield { column: key - row * STRIDE, row, bits: this.#blocks.get(key)! };
    }
  }

  /** The grid of half as many cells to a side: a cell is touched where one of its four parts is. */
  halved(): CellGrid {
    const half = new CellGrid(this.perWorld / 2);
    for (const { column, row, bits } of this.blocks()) {
      const target = half.#blockOf(Math.floor(column / 2), Math.floor(row / 2));
      const firstRow = (row & 1) * (BLOCK / 2);
      const firstWord = (column & 1) * (WORDS / 2);
      for (let y = 0; y < BLOCK; y += 2) {
        const to = (firstRow + y / 2) * WORDS + firstWord;
        for (let word = 0; word < WORDS; word++) {
          const both = bits[y * WORDS + word]! | bits[(y + 1) * WORDS + word]!;
          if (both !== 0) target[to + (word >> 1)]! |= pairs(both) << (16 * (word & 1));
        }
      }
    }
    return half;
  }

  readonly #mark = (column: number, row: number): void => {
    const bits = this.#blockOf(Math.floor(column / BLOCK), Math.floor(row / BLOCK));
    const at = (row % BLOCK) * BLOCK + (column % BLOCK);
    bits[at >> 5]! |= 1 << (at & 31);
  };

  #blockOf(column: number, row: number): BlockBits {
    const key = row * STRIDE + column;
    if (key === this.#lastKey) return this.#last;
    let bits = this.#blocks.get(key);
    if (!bits) {
      bits = new Uint32Array(BLOCK * WORDS);
      this.#blocks.set(key, bits);
    }
    this.#lastKey = key;
    this.#last = bits;
    return bits;
  }

  /** Cells between an edge and the next on each row's middle; the edges' own cells are marked already. */
  #markInside(rings: readonly ArrayLike<number>[]): void {
    const rows = crossingsByRow(rings);
    if (rows === null) return;
    for (let i = 0; i + 1 < rows.ends.length; i++) {
      const { x, ends, first } = rows;
      const from = ends[i]!;
      const end = ends[i + 1]!;
      if (end - from > 2) x.subarray(from, end).sort();
      else if (end > from && x[from]! > x[from + 1]!) x.subarray(from, end).reverse();
      for (let c = from; c + 1 < end; c += 2) {
        this.#markRun(first + i, Math.floor(x[c]!), Math.floor(x[c + 1]!));
      }
    }
  }

  /** The cells [from, to] of a row. */
  #markRun(row: number, from: number, to: number): void {
    const blockRow = Math.floor(row / BLOCK);
    const y = (row % BLOCK) * WORDS;
    for (let column = from; column <= to; ) {
      const block = Math.floor(column / BLOCK);
      const last = Math.min(to, block * BLOCK + BLOCK - 1);
      const bits = this.#blockOf(block, blockRow);
      for (let x = column % BLOCK; x <= last % BLOCK; x = (x | 31) + 1) {
        const end = Math.min(x | 31, last % BLOCK);
        bits[y + (x >> 5)]! |= (-1 >>> (31 - (end - x))) << (x & 31);
      }
      column = last + 1;
    }
  }
}

/** Bit i of the answer is set where bit 2i or 2i + 1 is. */
function pairs(word: number): number {
  let v = (word | (word >>> 1)) & 0x55555555;
  v = (v | (v >>> 1)) & 0x33333333;
  v = (v | (v >>> 2)) & 0x0f0f0f0f;
  v = (v | (v >>> 4)) & 0x00ff00ff;
  return (v | (v >>> 8)) & 0x0000ffff;
}

interface Crossings {
  /** The row that `ends[0]` and `ends[1]` enclose. */
  readonly first: number;
  readonly ends: Uint32Array;
  readonly x: Float64Array;
}

/** Where the edges cross the middles of the rows; null when there is no such place. */
function crossingsByRow(rings: readonly ArrayLike<number>[]): Crossings | null {
  let top = Infinity;
  let bottom = -Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      if (ring[i]! < top) top = ring[i]!;
      if (ring[i]! > bottom) bottom = ring[i]!;
    }
  }
  // the rows whose middle, row + 0.5, lies between top and bottom
  const first = Math.ceil(top - 0.5);
  const end = Math.ceil(bottom - 0.5);
  if (!(first < end)) return null;
  const ends = new Uint32Array(end - first + 1);
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [from, to] = rowsOf(ring[i + 1]!, ring[i + 3]!);
      for (let row = from; row < to; row++) ends[row - first + 1]!++;
    }
  }
  for (let row = 1; row < ends.length; row++) ends[row]! += ends[row - 1]!;
  const x = new Float64Array(ends[ends.length - 1]!);
  const at = ends.slice();
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const y0 = ring[i + 1]!;
      const [from, to] = rowsOf(y0, ring[i + 3]!);
      if (from >= to) continue;
      const slope = (ring[i + 2]! - ring[i]!) / (ring[i + 3]! - y0);
      for (let row = from; row < to; row++) {
        x[at[row - first]!++] = ring[i]! + (row + 0.5 - y0) * slope;
      }
    }
  }
  return { first, ends, x };
}

/** Rows whose middle an edge crosses: [from, to). Both ends of all edges round alike, so counts are even. */
function rowsOf(y0: number, y1: number): readonly [number, number] {
  const a = Math.ceil(y0 - 0.5);
  const b = Math.ceil(y1 - 0.5);
  return a < b ? [a, b] : [b, a];
}
