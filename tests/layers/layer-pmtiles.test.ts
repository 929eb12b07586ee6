import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { layerPmtiles, PMTILES_ZOOMS } from '../../src/layers/layer-pmtiles.ts';
import { worldX, worldY } from '../../src/tiles/mercator.ts';
import { entryOf, sampleFeatures, sampleFile } from '../files/sample-layer.ts';
import { decode } from '../tiles/decode.ts';
import { collect, openArchive } from '../tiles/pmtiles/archive.ts';

const bytes = sampleFile(60);
const bytesOf = () => memorySource('farmland.fgb', bytes);

test('every feature of a layer file is in its archive at every zoom', async () => {
  const entry = await entryOf(bytes);
  const pieces = await collect(
    layerPmtiles(entry, bytesOf, { gzip: (raw) => gzipSync(raw), maxzoom: 11 }),
  );
  const { archive, bytes: file } = openArchive(pieces);
  const header = await archive.getHeader();
  expect(header).toMatchObject({ minZoom: PMTILES_ZOOMS.minzoom, maxZoom: 11, tileCompression: 2 });
  // tiles lie in the file as gzip
  expect([...file.subarray(header.tileDataOffset, header.tileDataOffset + 2)]).toEqual([
    0x1f, 0x8b,
  ]);
  for (const { polygons, properties } of sampleFeatures(60) as never as {
    polygons: { xy: Float64Array };
    properties: { BSM: string };
  }[]) {
    for (let z = 5; z <= 11; z++) {
      const [x, y] = [worldX(polygons.xy[0]!), worldY(polygons.xy[1]!)].map((at) =>
        Math.floor(at * 2 ** z),
      );
      const tile = decode(new Uint8Array((await archive.getZxy(z, x!, y!))!.data));
      const drawn = tile.fill!.map((feature) => feature.properties.BSM);
      expect(drawn, `${properties.BSM} at ${z}`).toContain(properties.BSM);
    }
  }
});

test('a layer that is not the one in the catalog has no archive', async () => {
  const entry = await entryOf(bytes, { headSha256: '0'.repeat(64) });
  await expect(collect(layerPmtiles(entry, bytesOf))).rejects.toMatchObject({
    code: 'layer-sha256',
  });
});
