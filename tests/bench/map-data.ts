import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { blockCached } from '../../src/bytes/block-cache.ts';
import { BlockStore } from '../../src/bytes/block-store.ts';
import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { type Catalog, catalogSchema } from '../../src/domain/catalog.ts';
import { describeLayer } from '../../src/files/describe-layer.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { layerArchive, layerTiles } from '../../src/tiles/pmtiles/layer-tiles.ts';
import { type PmtilesSpool, writePmtiles } from '../../src/tiles/pmtiles/write-pmtiles.ts';
import { tileLayer } from '../../src/tiles/tile-layer.ts';
import { entryOf, province } from './province.ts';

/** Zooms of the archives; closer in, their last tiles are enlarged. */
export const ARCHIVE = { minzoom: 5, maxzoom: 14 } as const;

/** Makes the layers, their catalog and their archives in a folder, or finds them there. */
export async function mapData(folder: string, share: number): Promise<Catalog> {
  mkdirSync(folder, { recursive: true });
  const catalogFile = join(folder, 'catalog.json');
  if (!existsSync(catalogFile)) {
    const layers: object[] = [];
    for (const layer of province(share)) {
      const start = performance.now();
      const bytes = writeFlatGeobuf({
        name: layer.id,
        columns: layer.columns,
        crs: 4490,
        features: layer.features(),
        index: true,
        geometryType: 'Polygon',
      });
      writeFileSync(join(folder, `${layer.id}.fgb`), bytes);
      layers.push(entryOf(layer, await describeLayer(bytes)));
      tell(`${layer.id}.fgb`, bytes.length, start);
    }
    const title = { zh: '基准', en: 'bench' };
    writeFileSync(
      catalogFile,
      JSON.stringify({
        schema: 'sanxian/catalog@1',
        title,
        region: '64',
        synthetic: true,
        layers,
      }),
    );
  }
  const catalog = catalogSchema.parse(JSON.parse(readFileSync(catalogFile, 'utf8')));
  for (const entry of catalog.layers) {
    const archive = join(folder, `${entry.id}.pmtiles`);
    if (existsSync(archive)) continue;
    const start = performance.now();
    const source = blockCached(await fileSource(join(folder, entry.file)), {
      store: new BlockStore(64 << 20),
    });
    const layer = tileLayer(openLayerSource(entry, source, { integrity: 'declared' }));
    const file = await open(`${archive}.part`, 'w');
    let length = 0;
    const zooms = { ...ARCHIVE, minzoom: entry.lod.length > 0 ? ARCHIVE.minzoom : 13 };
    for await (const piece of writePmtiles(layerTiles(layer, zooms), {
      ...layerArchive(layer, zooms),
      gzip: (bytes) => gzipSync(bytes),
      spool: await fileSpool(`${archive}.spool`),
    })) {
      await file.write(piece);
      length += piece.length;
    }
    await file.close();
    const { rename, rm } = await import('node:fs/promises');
    await rename(`${archive}.part`, archive);
    await rm(`${archive}.spool`);
    tell(`${entry.id}.pmtiles`, length, start);
  }
  return catalog;
}

export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    name: path,
    size: async () => size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, offset);
      return bytes;
    },
  };
}

async function fileSpool(path: string): Promise<PmtilesSpool> {
  const file = await open(path, 'w');
  return {
    append: async (bytes) => void (await file.write(bytes)),
    async *contents() {
      await file.close();
      yield* createReadStream(path);
    },
  };
}

function tell(file: string, bytes: number, start: number): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${file} ${(bytes / 2 ** 20).toFixed(1)} MB in ${seconds} s`);
}
