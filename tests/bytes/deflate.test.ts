import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflate, inflate } from '../../src/bytes/deflate.ts';
import { seeded } from '../overlay/seeded.ts';

const random = seeded(7);
const samples = [0, 1, 2, 100, 65_535, 300_000].map((length) =>
  Uint8Array.from({ length }, (_, i) => (i % 5 ? i % 251 : Math.floor(256 * random()))),
);

test('zlib unpacks what was packed, and the other way round', () => {
  for (const sample of samples) {
    expect(new Uint8Array(inflateRawSync(deflate(sample)))).toEqual(sample);
    expect(inflate(new Uint8Array(deflateRawSync(sample)), sample.length)).toEqual(sample);
  }
});

test('another length than the one told is an error', () => {
  const packed = deflate(samples[3]!);
  for (const length of [0, 1, 99, 101, 5000]) expect(() => inflate(packed, length)).toThrow();
});

test('so are bytes that are not packed, and packed ones cut short', () => {
  expect(() => inflate(Uint8Array.of(7, 7, 7, 7), 10)).toThrow('unreadable');
  const packed = deflate(samples[4]!);
  for (const end of [0, 1, packed.length >> 1, packed.length - 1]) {
    expect(() => inflate(packed.subarray(0, end), 65_535), `${end}`).toThrow();
  }
});
