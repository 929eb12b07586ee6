import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type PmtilesOptions,
  type PmtilesTile,
  writePmtiles,
} from '../../../src/tiles/pmtiles/write-pmtiles.ts';
import { tileNumber } from '../../../src/tiles/tile-number.ts';
import { seeded } from '../../files/sample-layer.ts';
import { collect, openArchive } from './archive.ts';

const options: PmtilesOptions = {
  minzoom: 0,
  maxzoom: 14,
  bounds: [104.25, 35.5, 107.75, 39.5],
  metadata: { name: '永久基本农田', vector_layers: [{ id: 'fill', fields: {} }] },
};
const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes);

/** Every tile of a zoom within a square, in order, each with bytes of its own. */
function square(z: number, side: number, bytesOf: (i: number) => Uint8Array): PmtilesTile[] {
  const tiles = Array.from({ length: side * side }, (_, i) => ({
    z,
    x: i % side,
    y: Math.floor(i / side),
  }));
  tiles.sort((a, b) => tileNumber(a) - tileNumber(b));
  return tiles.map((tile, i) => ({ ...tile, bytes: bytesOf(i) }));
}

describe.each([
  ['plain', options],
  ['gzip', { ...options, gzip }],
])('an archive, %s, read by the reference reader', (_, given) => {
  test('has its tiles, header and metadata', async () => {
    const random = seeded(9);
    const tiles = [0, 1, 2, 3].flatMap((z) =>
      square(z, 2 ** z, () =>
        Uint8Array.from({ length: 300 + 700 * random() }, () => 9 * random()),
      ),
    );
    const { archive, bytes } = openArchive(await collect(writePmtiles(tiles, given)));
    for (const { z, x, y, bytes } of tiles) {
      expect(new Uint8Array((await archive.getZxy(z, x, y))!.data)).toEqual(bytes);
    }
    expect(await archive.getZxy(4, 3, 3)).toBeUndefined();
    expect(await archive.getMetadata()).toEqual(options.metadata);
    const header = await archive.getHeader();
    expect(header).toMatchObject({
      specVersion: 3,
      clustered: true,
      tileType: 1,
      numAddressedTiles: 85,
      numTileEntries: 85,
      numTileContents: 85,
      minZoom: 0,
      maxZoom: 14,
      minLon: 104.25,
      minLat: 35.5,
      maxLon: 107.75,
      maxLat: 39.5,
      centerLon: 106,
      centerLat: 37.5,
    });
    expect(header.tileDataOffset + header.tileDataLength!).toBe(bytes.length);
  });

  test('of more tiles than the root can name has leaves; a tile is three reads', async () => {
    const random = seeded(4);
    const tiles = square(9, 120, () =>
      Uint8Array.from({ length: 257 + 900 * random() ** 2 }, () => 256 * random()),
    );
    const pieces = await collect(writePmtiles(tiles, given));
    const { archive } = openArchive(pieces);
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    for (let i = 0; i < tiles.length; i += 997) {
      const { z, x, y, bytes } = tiles[i]!;
      expect(new Uint8Array((await archive.getZxy(z, x, y))!.data)).toEqual(bytes);
    }
    const { archive: cold, reads } = openArchive(pieces);
    await cold.getZxy(9, 50, 50);
    expect(reads).toHaveLength(3);
  });
});

test('tiles that are alike are kept once, in a row they are one entry', async () => {
  const inside = Uint8Array.of(1, 2, 3);
  const tiles = square(3, 8, (i) => (i === 40 ? Uint8Array.of(9) : inside));
  const { archive, bytes } = openArchive(await collect(writePmtiles(tiles, options)));
  expect(await archive.getHeader()).toMatchObject({
    numAddressedTiles: 64,
    numTileEntries: 3,
    numTileContents: 2,
    tileDataLength: 4,
  });
  expect([...bytes.subarray(-4)]).toEqual([1, 2, 3, 9]);
  for (const { z, x, y, bytes } of tiles) {
    expect(new Uint8Array((await archive.getZxy(z, x, y))!.data)).toEqual(bytes);
  }
});

test('tiles without bytes are left out, and an archive may hold none', async () => {
  const empty = square(2, 4, () => new Uint8Array(0));
  const { archive } = openArchive(await collect(writePmtiles(empty, options)));
  expect(await archive.getHeader()).toMatchObject({ numAddressedTiles: 0, tileDataLength: 0 });
  expect(await archive.getZxy(2, 1, 1)).toBeUndefined();
});

test('a spool of one’s own holds the tile data', async () => {
  const spooled: Uint8Array[] = [];
  const spool = {
    append: async (bytes: Uint8Array) => void spooled.push(bytes.slice()),
    async *contents() {
      yield* spooled;
    },
  };
  const tiles = square(2, 4, (i) => Uint8Array.of(i));
  const own = await collect(writePmtiles(tiles, { ...options, spool }));
  expect(spooled).toHaveLength(16);
  expect(own).toEqual(await collect(writePmtiles(tiles, options)));
});

test.each([
  ['twice the same tile', [0, 0]],
  ['tiles out of order', [5, 4]],
])('%s is refused', async (_, [a, b]) => {
  const all = square(2, 4, (i) => Uint8Array.of(i));
  const tiles = [all[a!]!, all[b!]!];
  await expect(collect(writePmtiles(tiles, options))).rejects.toThrow(RangeError);
});

test('a zoom the header does not name is refused', async () => {
  const tiles = square(2, 1, () => Uint8Array.of(1));
  await expect(collect(writePmtiles(tiles, { ...options, maxzoom: 1 }))).rejects.toThrow('zooms');
});
