import { deflateSync } from 'node:zlib';

/** A square PNG of one colour, 0 to 255 each. */
export function plainPng(side: number, [r, g, b]: readonly [number, number, number]): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(3 * side, Buffer.of(r, g, b))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
}

/** PNG specification, annex D. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export interface Archive {
  readonly type: 'mvt' | 'png';
  readonly maxzoom: number;
  /** west, south, east, north */
  readonly extent: readonly [number, number, number, number];
  readonly metadata: object;
  /** By ascending tile id: zoom 0 is 0, zoom 1 is 1 to 4. */
  readonly tiles: readonly { readonly id: number; readonly bytes: Uint8Array }[];
}

/**
 * A small PMTiles archive after the specification of version 3: header of 127 bytes, root directory,
 * metadata, tiles; nothing compressed.
 */
export function pmtilesArchive({ type, maxzoom, extent, metadata, tiles }: Archive): Uint8Array {
  const ids = tiles.flatMap(({ id }, i) => varint(i === 0 ? id : id - tiles[i - 1]!.id));
  const runs = tiles.flatMap(() => varint(1));
  const lengths = tiles.flatMap(({ bytes }) => varint(bytes.length));
  const offsets = tiles.flatMap((_, i) => varint(i === 0 ? 1 : 0));
  const root = Uint8Array.from([...varint(tiles.length), ...ids, ...runs, ...lengths, ...offsets]);
  const meta = new TextEncoder().encode(JSON.stringify(metadata));
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
  const head = Buffer.alloc(127);
  head.write('PMTiles', 0, 'latin1');
  head[7] = 3;
  const metaAt = 127 + root.length;
  const places = [127, root.length, metaAt, meta.length, 0, 0, metaAt + meta.length, data.length];
  const counts = [tiles.length, tiles.length, tiles.length];
  for (const [i, value] of [...places, ...counts].entries()) {
    head.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  }
  // clustered; no compression inside or of tiles; kind of tile; zooms
  head.set([1, 1, 1, type === 'mvt' ? 1 : 2, 0, maxzoom], 96);
  for (const [i, degrees] of extent.entries()) {
    head.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
  }
  return Buffer.concat([head, root, meta, data]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
