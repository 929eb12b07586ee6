import { crc32 } from '../bytes/crc32.ts';
import { deflateZlib } from '../bytes/deflate.ts';

/** A PNG holds at most this many colours by number. */
const MOST = 256;
/** Colours nearer than this to one that is held need no place of their own, in steps of 255, squared. */
const APART = 16 ** 2;
/** The most frequent colours, among them all flat ones, are kept however near they are. */
const FLAT = 64;
/** Bins of 5, 6 and 5 bits. */
const BINS = 1 << 16;

/**
 * Pixels as PNG with a palette: a third of the bytes of true colour, for drawings, whose many colours are
 * the edges between few. Every flat colour is kept as it is; an edge may be off by a shade.
 *
 * @param pixels RGBA, opaque, row by row
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const { bins, colours, counts } = binned(pixels);
  const used: number[] = [];
  for (let bin = 0; bin < BINS; bin++) if (counts[bin]! > 0) used.push(bin);
  used.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const held = palette(used, colours);
  const numberOf = new Uint8Array(BINS);
  for (const bin of used) numberOf[bin] = nearest(colours[bin]!, held);
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0, at = 0, to = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++) rows[to++] = numberOf[bins[at++]!]!;
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 3, 0, 0, 0], 8);
  const table = Uint8Array.from(held.flatMap((c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255]));
  return joined([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', table),
    chunk('IDAT', deflateZlib(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** The bin of every pixel, and of every bin how many pixels it holds and the colour of its longest run. */
function binned(pixels: Uint8Array) {
  const size = pixels.length / 4;
  const bins = new Uint16Array(size);
  const counts = new Uint32Array(BINS);
  const colours = new Uint32Array(BINS);
  const longest = new Uint32Array(BINS);
  for (let i = 0; i < size; ) {
    const red = pixels[4 * i]!;
    const green = pixels[4 * i + 1]!;
    const blue = pixels[4 * i + 2]!;
    const bin = ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);
    const from = i;
    do bins[i++] = bin;
    while (
      i < size &&
      pixels[4 * i] === red &&
      pixels[4 * i + 1] === green &&
      pixels[4 * i + 2] === blue
    );
    const run = i - from;
    counts[bin]! += run;
    if (run > longest[bin]!) {
      longest[bin] = run;
      colours[bin] = red | (green << 8) | (blue << 16);
    }
  }
  return { bins, counts, colours };
}

/** The most frequent colours, others that stand apart from all held, then the most frequent of the rest. */
function palette(used: readonly number[], colours: Uint32Array): number[] {
  const held: number[] = [];
  const rest: number[] = [];
  for (const bin of used) {
    const colour = colours[bin]!;
    const isNew =
      held.length < FLAT ||
      (held.length < MOST && held.every((one) => distance(one, colour) >= APART));
    (isNew ? held : rest).push(colour);
  }
  return [...held, ...rest.slice(0, MOST - held.length)];
}

function nearest(colour: number, held: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < held.length && least > 0; i++) {
    const far = distance(held[i]!, colour);
    if (far < least) {
      best = i;
      least = far;
    }
  }
  return best;
}

function distance(a: number, b: number): number {
  const red = (a & 255) - (b & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a >> 16) - (b >> 16);
  return red * red + green * green + blue * blue;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
