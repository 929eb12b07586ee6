/**
 * A hash table from points to the numbers filed under them, without an object for any: a cell has a
 * quarter of a million edges.
 */
export class PointTable {
  readonly #xy: Float64Array;
  readonly #slots: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  /** @param count numbers to be filed, at most; number n belongs to the point xy[n * stride], xy[n * stride + 1] */
  constructor(xy: Float64Array, count: number, stride: number) {
    let size = 16;
    while (size < 2 * count) size *= 2;
    this.#xy = xy;
    this.#slots = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(count).fill(-1);
    this.#mask = size - 1;
    for (let n = 0; n < count; n++) {
      const slot = hashPoint(xy[n * stride]!, xy[n * stride + 1]!) & this.#mask;
      this.#next[n] = this.#slots[slot]!;
      this.#slots[slot] = n;
    }
    this.#stride = stride;
  }
  readonly #stride: number;

  /** Visits the numbers filed under a point. */
  visit(x: number, y: number, found: (n: number) => void): void {
    for (let n = this.#slots[hashPoint(x, y) & this.#mask]!; n >= 0; n = this.#next[n]!) {
      if (this.#xy[n * this.#stride] === x && this.#xy[n * this.#stride + 1] === y) found(n);
    }
  }
}

const scratch = new Float64Array(2);
const words = new Int32Array(scratch.buffer);

export function hashPoint(x: number, y: number): number {
  // adding nothing makes -0 the same as 0
  scratch[0] = x + 0;
  scratch[1] = y + 0;
  let hash = Math.imul(words[0]!, 0x9e3779b1) ^ Math.imul(words[1]!, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(words[2]!, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1) ^ Math.imul(words[3]!, 0x9e3779b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}
