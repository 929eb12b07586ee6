/** A place in the table that nothing has claimed. */
const FREE = 0;
const JUNCTION = 0xffff_ffff;

/**
 * Where borders meet: vertices whose neighbours along the ring are not the same in every ring that passes.
 * What lies between two junctions belongs to the same rings from end to end, so a border simplified
 * between its junctions stays shared.
 *
 * The table keeps four bytes a place, not the vertices: two of them may fall on one place and then count
 * as junctions without being any. Such a vertex is kept by every ring alike; the reverse, a junction taken
 * for none, needs two equal 32-bit sums.
 */
export class Junctions {
  readonly #sums: Uint32Array;
  readonly #mask: number;

  /** `places`: rounded up to a power of two; four or more a vertex keep false ones rare. */
  constructor(places: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, places)));
    this.#sums = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Notes the vertices of a ring; flat, closed. */
  add(ring: Float64Array): void {
    const hashes = hashesOf(ring);
    const count = hashes.length;
    for (let i = 0; i < count; i++) {
      const before = hashes[i === 0 ? count - 1 : i - 1]!;
      const after = hashes[i === count - 1 ? 0 : i + 1]!;
      const sum = sumOf(before, after);
      const place = hashes[i]! & this.#mask;
      const known = this.#sums[place]!;
      if (known === FREE) this.#sums[place] = sum;
      else if (known !== sum) this.#sums[place] = JUNCTION;
    }
  }

  /** For each vertex of a ring but the closing one whether it is a junction. */
  of(ring: Float64Array): Uint8Array {
    const hashes = hashesOf(ring);
    const out = new Uint8Array(hashes.length);
    for (let i = 0; i < out.length; i++) {
      out[i] = this.#sums[hashes[i]! & this.#mask] === JUNCTION ? 1 : 0;
    }
    return out;
  }
}

/** The same for a pair in either order; neither FREE nor JUNCTION. */
function sumOf(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  const sum = mixed(Math.imul(low, 0x85ebca6b) ^ high);
  return sum === FREE || sum === JUNCTION ? 1 : sum;
}

/** Of every vertex but the closing one, from the bits of its coordinates. */
export function hashesOf(ring: Float64Array): Uint32Array {
  const words = new Uint32Array(ring.buffer, ring.byteOffset, 2 * ring.length);
  const out = new Uint32Array(ring.length / 2 - 1);
  for (let i = 0; i < out.length; i++) {
    const w = 4 * i;
    const x = mixed(words[w]! ^ Math.imul(words[w + 1]!, 0x9e3779b1));
    out[i] = mixed(x ^ Math.imul(words[w + 2]! ^ Math.imul(words[w + 3]!, 0x27d4eb2f), 0xc2b2ae35));
  }
  return out;
}

/** Spreads every bit over the word (the last steps of MurmurHash3). */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
