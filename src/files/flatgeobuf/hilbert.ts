import type { BBox } from '../../geometry/shapes.ts';

const MAX = 0xffff;

/**
 * Position on a 16-bit Hilbert curve, as in the FlatGeobuf reference code (after
 * https://github.com/rawrunprotected/hilbert_curves, public domain). Integers only.
 */
export function hilbert(x: number, y: number): number {
  let a = x ^ y;
  let b = MAX ^ a;
  let c = MAX ^ (x | y);
  let d = x & (y ^ MAX);

  let A = a | (b >> 1);
  let B = (a >> 1) ^ a;
  let C = (c >> 1) ^ (b & (d >> 1)) ^ c;
  let D = (a & (c >> 1)) ^ (d >> 1) ^ d;

  for (const shift of [2, 4]) {
    a = A;
    b = B;
    c = C;
    d = D;
    A = (a & (a >> shift)) ^ (b & (b >> shift));
    B = (a & (b >> shift)) ^ (b & ((a ^ b) >> shift));
    C ^= (a & (c >> shift)) ^ (b & (d >> shift));
    D ^= (b & (c >> shift)) ^ ((a ^ b) & (d >> shift));
  }

  a = A;
  b = B;
  c = C;
  d = D;
  C ^= (a & (c >> 8)) ^ (b & (d >> 8));
  D ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8));

  a = C ^ (C >> 1);
  b = D ^ (D >> 1);
  const low = x ^ y;
  const high = b | (MAX ^ (low | a));
  return ((spread(high) << 1) | spread(low)) >>> 0;
}

/** The 16 bits of `value` on the even bits of 32. */
function spread(value: number): number {
  let v = value;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/**
 * Order of boxes along the curve, descending, ties in given order; `boxes` holds west, south, east,
 * north of each, `extent` those of all.
 */
export function hilbertOrder(boxes: Float64Array, extent: BBox): Uint32Array {
  const [west, south, east, north] = extent;
  const width = east - west;
  const height = north - south;
  const count = boxes.length / 4;
  // one 64-bit sort key per box: inverted curve position above, place below
  const keys = new BigUint64Array(count);
  const halves = new Uint32Array(keys.buffer);
  for (let i = 0; i < count; i++) {
    const cx = (boxes[4 * i]! + boxes[4 * i + 2]!) / 2;
    const cy = (boxes[4 * i + 1]! + boxes[4 * i + 3]!) / 2;
    const x = width > 0 ? Math.floor((MAX * (cx - west)) / width) : 0;
    const y = height > 0 ? Math.floor((MAX * (cy - south)) / height) : 0;
    halves[2 * i] = i;
    halves[2 * i + 1] = ~hilbert(x, y);
  }
  keys.sort();
  return Uint32Array.from({ length: count }, (_, i) => halves[2 * i]!);
}
