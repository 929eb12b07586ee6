import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { worldX, worldY } from '../../../src/tiles/mercator.ts';
import { layerArchive, layerTiles } from '../../../src/tiles/pmtiles/layer-tiles.ts';
import { writePmtiles } from '../../../src/tiles/pmtiles/write-pmtiles.ts';
import { tileLayer, tileOf } from '../../../src/tiles/tile-layer.ts';
import { decode } from '../decode.ts';
import { box, memoryLayer } from '../layer.ts';
import { collect, openArchive } from './archive.ts';

const zooms = { minzoom: 5, maxzoom: 12 };
const shapes = [
  { polygons: box(106.1, 38.1, 106.3, 38.2), properties: { MC: '甲', BSM: '1' } },
  { polygons: box(104.1, 35.2, 104.100011, 35.200009), properties: { MC: '乙', BSM: '2' } },
];
const layer = () =>
  tileLayer(memoryLayer(shapes, { extent: [104.1, 35.2, 106.3, 38.2], fields: { name: 'MC' } }));

test('an archive holds at every place and zoom what the map would draw there', async () => {
  const pieces = writePmtiles(layerTiles(layer(), zooms), {
    ...layerArchive(layer(), zooms),
    gzip: (bytes) => gzipSync(bytes),
  });
  const { archive } = openArchive(await collect(pieces));
  for (let z = zooms.minzoom; z <= zooms.maxzoom; z++) {
    for (const [lon, lat] of [
      [106.2, 38.15],
      [104.1, 35.2],
      [105.2, 37],
      [106.3, 38.2],
    ] as const) {
      const [x, y] = [worldX(lon), worldY(lat)].map((at) => Math.floor(at * 2 ** z));
      const stored = await archive.getZxy(z, x!, y!);
      const bytes = stored ? new Uint8Array(stored.data) : new Uint8Array(0);
      expect(bytes).toEqual(new Uint8Array(await tileOf(layer(), { z, x: x!, y: y! })));
    }
    // the parcel of one square metre is there
    const [x, y] = [worldX(104.1), worldY(35.2)].map((at) => Math.floor(at * 2 ** z));
    const speck = decode(new Uint8Array((await archive.getZxy(z, x!, y!))!.data));
    expect(speck.fill!.some(({ properties }) => properties.BSM === '2')).toBe(true);
  }
  expect(await archive.getMetadata()).toMatchObject({ name: '测试', type: 'overlay' });
});

test('a layer that cannot be read has no archive', async () => {
  const broken = tileLayer(memoryLayer(shapes, { features: 3 }));
  await expect(
    collect(writePmtiles(layerTiles(broken, zooms), layerArchive(broken, zooms))),
  ).rejects.toThrow('layer-truncated');
});

test('ends when told to', async () => {
  const stop = new AbortController();
  const tiles = layerTiles(layer(), { ...zooms, signal: stop.signal });
  await tiles.next();
  stop.abort();
  await expect(tiles.next()).rejects.toMatchObject({ name: 'AbortError' });
});
