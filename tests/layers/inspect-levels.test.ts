import { expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { inspectLevels } from '../../src/layers/inspect-levels.ts';
import { packLevels } from '../../src/tiles/levels/write-levels.ts';
import { tileNumber } from '../../src/tiles/tile-number.ts';
import { withFlipped } from './stored-layer.ts';

const layerSha256 = '5a'.repeat(32);

async function file(): Promise<Uint8Array> {
  const places = [
    { z: 0, x: 0, y: 0 },
    { z: 3, x: 0, y: 0 },
    { z: 3, x: 7, y: 7 },
    { z: 13, x: 8191, y: 8191 },
  ];
  const tiles = places
    .map((id) => ({ ...id, bytes: new Uint8Array(100 + id.x).fill(id.z + 1) }))
    .sort((a, b) => tileNumber(a) - tileNumber(b));
  const packed = await packLevels(tiles, { minzoom: 0, maxzoom: 13, layerSha256 });
  const pieces: Uint8Array[] = [];
  for await (const piece of packed.contents()) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

test('how many tiles of each zoom, and what they weigh', async () => {
  const bytes = await file();
  const told = await inspectLevels(memorySource('a.levels', bytes));
  expect(told).toMatchObject({ layerSha256, tiles: 4, bytes: bytes.length });
  expect(told.zooms.map(({ zoom, tiles, unpacked }) => [zoom, tiles, unpacked])).toEqual([
    [0, 1, 100],
    [3, 2, 207],
    [13, 1, 8291],
  ]);
  // head and page: 52 + 24, and four entries of 8 bytes of sum and some varints
  const packed = told.zooms.reduce((sum, zoom) => sum + zoom.bytes, 0);
  const rest = bytes.length - packed - 76;
  expect(rest).toBeGreaterThan(4 * 11);
  expect(rest).toBeLessThan(4 * 16);
});

test('one that is damaged is told', async () => {
  const bytes = await file();
  for (const at of [0, 50, 80, bytes.length - 1]) {
    const source = memorySource('a.levels', withFlipped(bytes, at));
    await expect(inspectLevels(source)).rejects.toThrow(/^[a-z ]+$/);
  }
});
