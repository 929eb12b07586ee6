const FREE = 0;
const JUNCTION = 0xffff_ffff;
const SMALLEST = 2 ** 16;
/** Places of the largest table; one takes eight bytes. */
const LARGEST = 2 ** 27;
/** A table filled further than this grows. */
const FILLED = 0.6;
/** One that cannot grow takes nothing more in from here on. */
const FULL = 0.95;

/**
 * Where borders meet: vertices whose neighbours along the ring are not the same in every ring that passes.
 * What lies between two junctions belongs to the same rings from end to end, so a border simplified
 * between its junctions stays shared.
 *
 * The table keeps a 32-bit hash of each vertex and of its neighbours, not the vertices: two of them with one
 * hash count as junctions without being any, and so does all that a full table has not taken in. Such a
 * vertex is kept by every ring alike; the reverse, a junction taken for none, needs two equal sums.
 */
export class Junctions {
  #keys = new Uint32Array(SMALLEST);
  #sums = new Uint32Array(SMALLEST);
  #count = 0;
  readonly #largest: number;

  /** `largest`: places at most, a power of two. */
  constructor(largest = LARGEST) {
    this.#largest = largest;
  }

  /** Notes the vertices of a ring; flat, closed. */
  add(ring: Float64Array): void {
    const hashes = hashesOf(ring);
    const count = ring.length / 2 - 1;
    if (this.#count + count > FILLED * this.#keys.length) this.#grow();
    const full = FULL * this.#keys.length;
    let before = hashes[count - 1]!;
    for (let i = 0; i < count; i++) {
      const key = hashes[i]!;
      const sum = sumOf(before, hashes[i + 1 === count ? 0 : i + 1]!);
      before = key;
      const place = this.#placeOf(key);
      if (this.#keys[place] === key) {
        if (this.#sums[place] !== sum) this.#sums[place] = JUNCTION;
      } else if (this.#count < full) {
        this.#keys[place] = key;
        this.#sums[place] = sum;
        this.#count++;
      }
    }
  }

  /** For each vertex of a ring but the closing one whether it is a junction. */
  of(ring: Float64Array): Uint8Array {
    const hashes = hashesOf(ring);
    const out = new Uint8Array(ring.length / 2 - 1);
    for (let i = 0; i < out.length; i++) {
      const sum = this.#sums[this.#placeOf(hashes[i]!)]!;
      out[i] = sum === JUNCTION || sum === FREE ? 1 : 0;
    }
    return out;
  }

  /** Where a key is, or else where it would be. */
  #placeOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let place = key & mask;
    while (keys[place] !== FREE && keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    if (this.#keys.length >= this.#largest) return;
    const keys = this.#keys;
    const sums = this.#sums;
    this.#keys = new Uint32Array(2 * keys.length);
    this.#sums = new Uint32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === FREE) continue;
      const place = this.#placeOf(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#sums[place] = sums[i]!;
    }
  }
}

/** The same for a pair in either order; neither FREE nor JUNCTION. */
function sumOf(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  const sum = mixed(Math.imul(low, 0x85ebca6b) ^ high);
  return sum === FREE || sum === JUNCTION ? 1 : sum;
}

/** Used again by every ring. */
let scratch = new Uint32Array(1024);

/** Of every vertex but the closing one, from the bits of its coordinates; never 0. Valid until the next. */
export function hashesOf(ring: Float64Array): Uint32Array {
  const count = ring.length / 2 - 1;
  if (scratch.length < count) scratch = new Uint32Array(2 * count);
  const words = new Uint32Array(ring.buffer, ring.byteOffset, 2 * ring.length);
  for (let i = 0; i < count; i++) {
    const w = 4 * i;
    const x = mixed(words[w]! ^ Math.imul(words[w + 1]!, 0x9e3779b1));
    const y = Math.imul(words[w + 2]! ^ Math.imul(words[w + 3]!, 0x27d4eb2f), 0xc2b2ae35);
    scratch[i] = mixed(x ^ y) || 1;
  }
  return scratch;
}

/** Spreads every bit over the word (the last steps of MurmurHash3). */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
