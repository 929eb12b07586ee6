import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/bytes/crc32.ts';
import { indexedPng } from '../../src/report/indexed-png.ts';

/** RGB of every pixel, read back by the rules of the format; sums checked. */
function read(png: Uint8Array): { width: number; height: number; rgb: number[][] } {
  const view = new DataView(png.buffer, png.byteOffset);
  const parts = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length), type).toBe(
      crc32(png.subarray(at + 4, at + 8 + length)),
    );
    parts.set(type, png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const head = parts.get('IHDR')!;
  const size = new DataView(head.buffer, head.byteOffset);
  const [width, height] = [size.getUint32(0), size.getUint32(4)];
  expect([...head.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const rows = inflateSync(parts.get('IDAT')!);
  const table = parts.get('PLTE')!;
  const rgb: number[][] = [];
  for (let y = 0; y < height; y++) {
    expect(rows[y * (width + 1)]).toBe(0);
    for (let x = 0; x < width; x++) {
      const number = rows[y * (width + 1) + 1 + x]!;
      rgb.push([...table.subarray(3 * number, 3 * number + 3)]);
    }
  }
  return { width, height, rgb };
}

/** Pixels of a drawing: `colourAt` gives RGB. */
function drawn(width: number, height: number, colourAt: (x: number, y: number) => number[]) {
  const pixels = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    pixels.set([...colourAt(i % width, Math.floor(i / width)), 255], 4 * i);
  }
  return pixels;
}

describe('a picture with a palette', () => {
  it('keeps flat colours as they are, also two that are nearly the same', () => {
    const flat = [
      [255, 255, 255],
      [254, 250, 253],
      [20, 24, 29],
      [0, 127, 219],
    ];
    const pixels = drawn(40, 8, (x) => flat[Math.floor(x / 10)]!);
    const { width, height, rgb } = read(indexedPng(pixels, 40, 8));
    expect([width, height]).toEqual([40, 8]);
    rgb.forEach((colour, i) => {
      expect(colour).toEqual(flat[Math.floor((i % 40) / 10)]);
    });
  });

  it('puts no colour off by more than a shade where there are thousands between few', () => {
    // ink and paper of six symbols, every mixture of two of them as edges have them
    const inks = [
      [255, 255, 255],
      [20, 24, 29],
      [0, 127, 219],
      [147, 128, 0],
      [0, 86, 42],
      [191, 17, 117],
    ];
    const mixed = (a: number[], b: number[], t: number) =>
      a.map((value, i) => Math.round(value + t * (b[i]! - value)));
    const colourAt = (x: number, y: number) =>
      x < 64 ? inks[y % 6]! : mixed(inks[y % 6]!, inks[Math.floor(y / 6) % 6]!, (x - 64) / 191);
    const { rgb } = read(indexedPng(drawn(256, 72, colourAt), 256, 72));
    const offs = rgb.map((colour, i) => {
      const right = colourAt(i % 256, Math.floor(i / 256));
      return Math.hypot(...colour.map((value, k) => value - right[k]!));
    });
    expect(Math.max(...offs)).toBeLessThan(32);
    expect(offs.reduce((sum, off) => sum + off, 0) / offs.length).toBeLessThan(6);
  });
});
