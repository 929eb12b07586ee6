import { ByteError } from '../../bytes/byte-source.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { type NameEntry, UNITS_PER_DEGREE } from './names-format.ts';

/** Writes the entries of one block; `finish` gives its bytes and begins another. */
export class BlockWriter {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;
  #before: Uint8Array = new Uint8Array(0);

  get length(): number {
    return this.#length;
  }

  add({ text, features, index, box }: NameEntry): void {
    const own = encoder.encode(text);
    let shared = 0;
    while (shared < own.length && own[shared] === this.#before[shared]) shared++;
    this.#room(own.length + 48);
    this.#varint(shared);
    this.#varint(own.length - shared);
    this.#bytes.set(own.subarray(shared), this.#length);
    this.#length += own.length - shared;
    this.#varint(features);
    this.#varint(index);
    const [west, south, east, north] = unitsOf(box);
    this.#u32(west);
    this.#u32(south);
    this.#varint(east - west);
    this.#varint(north - south);
    this.#before = own;
  }

  finish(): Uint8Array {
    const block = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#before = new Uint8Array(0);
    return block;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + bytes));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  #u32(value: number): void {
    new DataView(this.#bytes.buffer).setUint32(this.#length, value, true);
    this.#length += 4;
  }

  #varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
    }
    this.#bytes[this.#length++] = rest;
  }
}

const encoder = new TextEncoder();

/** West + 180 and south + 90 rounded down, east and north up. */
function unitsOf([west, south, east, north]: BBox): BBox {
  return [
    Math.floor((west + 180) * UNITS_PER_DEGREE),
    Math.floor((south + 90) * UNITS_PER_DEGREE),
    Math.ceil((east + 180) * UNITS_PER_DEGREE),
    Math.ceil((north + 90) * UNITS_PER_DEGREE),
  ];
}

/**
 * The entries of a block, in order.
 *
 * @throws ByteError `sha256` for a block that no writer made
 */
export function* readBlock(block: Uint8Array): Generator<NameEntry> {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  let before = new Uint8Array(0);

  function varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (factor > 2 ** 42) throw new RangeError('a number that does not end');
    }
  }

  function next(): NameEntry {
    const shared = varint();
    const following = varint();
    if (shared > before.length || at + following > block.length) {
      throw new RangeError('a text that is not there');
    }
    const own = new Uint8Array(shared + following);
    own.set(before.subarray(0, shared));
    own.set(block.subarray(at, at + following), shared);
    at += following;
    before = own;
    const features = varint();
    const index = varint();
    const west = view.getUint32(at, true);
    const south = view.getUint32(at + 4, true);
    at += 8;
    const east = west + varint();
    const north = south + varint();
    const box: BBox = [
      west / UNITS_PER_DEGREE - 180,
      south / UNITS_PER_DEGREE - 90,
      east / UNITS_PER_DEGREE - 180,
      north / UNITS_PER_DEGREE - 90,
    ];
    return { text: decoder.decode(own), features, index, box };
  }

  while (at < block.length) {
    try {
      yield next();
    } catch (error) {
      throw new ByteError('sha256', { of: 'block', reason: String(error) }, error);
    }
  }
}
