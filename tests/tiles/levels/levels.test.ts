import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { sha256Hex } from '../../../src/bytes/sha256.ts';
import { TILES_IN_PAGE } from '../../../src/tiles/levels/levels-format.ts';
import { openLevels } from '../../../src/tiles/levels/open-levels.ts';
import { type LevelTile, packLevels } from '../../../src/tiles/levels/write-levels.ts';
import type { TileId } from '../../../src/tiles/mercator.ts';
import { tileNumber } from '../../../src/tiles/tile-number.ts';
import { seeded } from '../../overlay/seeded.ts';

const LAYER = 'ab'.repeat(32);
const options = { minzoom: 0, maxzoom: 7, layerSha256: LAYER };

/** Every third tile of a zoom, and those of the lesser zooms above, each with bytes of its own. */
function someTiles(maxzoom: number): LevelTile[] {
  const random = seeded(3);
  const tiles: LevelTile[] = [];
  for (let z = 0; z <= maxzoom; z++) {
    for (let i = 0; i < 4 ** z; i += z === maxzoom ? 3 : 1) {
      const [x, y] = [i % 2 ** z, Math.floor(i / 2 ** z)];
      const length = 1 + Math.floor(300 * random());
      const bytes = Uint8Array.from({ length }, () => Math.floor(9 * random()));
      tiles.push({ z, x, y, bytes });
    }
  }
  return tiles.sort((a, b) => tileNumber(a) - tileNumber(b));
}

async function file(tiles: readonly LevelTile[], own = options) {
  const packed = await packLevels(tiles, own);
  const pieces: Uint8Array[] = [];
  for await (const piece of packed.contents()) pieces.push(piece);
  const bytes = Uint8Array.from(Buffer.concat(pieces));
  expect(bytes.length).toBe(packed.bytes);
  return { bytes, headSha256: sha256Hex(packed.head), packed };
}

const open = ({ bytes, headSha256 }: { bytes: Uint8Array; headSha256: string }) =>
  openLevels(memorySource('some.levels', bytes), headSha256);

test('every tile comes back as it was, and what was not there is empty', async () => {
  const tiles = someTiles(7);
  expect(tiles.length).toBeGreaterThan(6 * TILES_IN_PAGE);
  const levels = await open(await file(tiles));
  expect(levels.head).toMatchObject({ ...options, tiles: tiles.length });
  expect(levels.head.pages).toHaveLength(Math.ceil(tiles.length / TILES_IN_PAGE));
  for (const { bytes, ...id } of tiles) {
    if (Buffer.compare(await levels.tileAt(id), bytes) !== 0) throw new Error(JSON.stringify(id));
  }
  const there = new Set(tiles.map(tileNumber));
  let absent = 0;
  for (let i = 0; i < 4 ** 7; i++) {
    const id: TileId = { z: 7, x: i % 128, y: Math.floor(i / 128) };
    if (there.has(tileNumber(id))) continue;
    absent++;
    if ((await levels.tileAt(id)).length > 0) throw new Error(JSON.stringify(id));
  }
  expect(absent).toBeGreaterThan(10_000);
});

test('one tile, and none at all', async () => {
  const lone = await open(await file([{ z: 0, x: 0, y: 0, bytes: Uint8Array.of(7) }]));
  expect(await lone.tileAt({ z: 0, x: 0, y: 0 })).toEqual(Uint8Array.of(7));
  expect(await lone.tileAt({ z: 7, x: 127, y: 0 })).toEqual(new Uint8Array(0));
  const none = await open(await file([]));
  expect(none.head.tiles).toBe(0);
  expect(await none.tileAt({ z: 3, x: 1, y: 1 })).toEqual(new Uint8Array(0));
});

test('tiles without bytes take no place, and the same tiles give the same file', async () => {
  const tiles = someTiles(4);
  const nothing = tiles.map((tile, i) => (i % 2 ? { ...tile, bytes: new Uint8Array(0) } : tile));
  const half = await file(nothing);
  expect(half.packed.tiles).toBe(Math.ceil(tiles.length / 2));
  expect((await file(nothing)).bytes).toEqual(half.bytes);
});

test('numbers of the closest zooms', async () => {
  const ids = [
    { z: 24, x: 0, y: 0 },
    { z: 24, x: 2 ** 24 - 1, y: 2 ** 24 - 1 },
  ];
  const tiles = ids
    .map((id, i) => ({ ...id, bytes: Uint8Array.of(i + 1) }))
    .sort((a, b) => tileNumber(a) - tileNumber(b));
  const levels = await open(await file(tiles, { ...options, minzoom: 14, maxzoom: 24 }));
  for (const { bytes, ...id } of tiles) expect(await levels.tileAt(id)).toEqual(bytes);
});

test('tiles out of order or beyond the zooms are refused', async () => {
  const [a, b] = someTiles(1);
  await expect(packLevels([b!, a!], options)).rejects.toThrow(RangeError);
  await expect(packLevels([a!, a!], options)).rejects.toThrow(RangeError);
  await expect(packLevels([{ ...a!, z: 8 }], options)).rejects.toThrow(RangeError);
});

describe('damage', () => {
  const tiles = someTiles(2);

  test('a flipped bit anywhere is told', async () => {
    const good = await file(tiles);
    for (let at = 0; at < good.bytes.length; at++) {
      const bytes = good.bytes.slice();
      bytes[at]! ^= 1 << (at % 8);
      const read = async (): Promise<void> => {
        const levels = await open({ ...good, bytes });
        for (const tile of tiles) await levels.tileAt(tile);
      };
      const told = await read().catch(({ name }: Error) => name);
      expect([at, told]).toEqual([at, expect.stringMatching(/^(LevelsError|ByteError)$/)]);
    }
  });

  test('cut short or made longer', async () => {
    const good = await file(tiles);
    for (let end = 0; end < good.bytes.length; end += 1 + (end >> 4)) {
      await expect(open({ ...good, bytes: good.bytes.subarray(0, end) })).rejects.toThrow();
    }
    const longer = new Uint8Array(good.bytes.length + 1);
    longer.set(good.bytes);
    await expect(open({ ...good, bytes: longer })).rejects.toThrow('length');
  });

  test('a head that was signed over never leads outside the file, nor to an endless answer', async () => {
    const good = await file(tiles);
    const headBytes = good.packed.head.length;
    const random = seeded(11);
    for (let round = 0; round < 1000; round++) {
      const bytes = good.bytes.slice();
      for (let k = 0; k <= round % 3; k++) {
        bytes[Math.floor(headBytes * random())] = Math.floor(256 * random());
      }
      const headSha256 = sha256Hex(bytes.subarray(0, headBytes));
      const opened = await open({ bytes, headSha256 }).catch((error: Error) => error);
      if (opened instanceof Error) {
        expect(opened.name).toMatch(/^(LevelsError|ByteError)$/);
        continue;
      }
      for (const { bytes: wanted, ...id } of tiles) {
        const found = await opened.tileAt(id).catch((error: Error) => error.name);
        if (typeof found === 'string') expect(found).toMatch(/^(LevelsError|ByteError)$/);
        else if (found.length > 0) expect(Buffer.compare(found, wanted)).toBe(0);
      }
    }
  });
});
