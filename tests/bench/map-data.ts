import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { blockCached } from '../../src/bytes/block-cache.ts';
import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { ByteStore } from '../../src/bytes/byte-store.ts';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { type Catalog, type CatalogLayer, catalogSchema } from '../../src/domain/catalog.ts';
import { describeLayer } from '../../src/files/describe-layer.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { layerPmtiles } from '../../src/layers/layer-pmtiles.ts';
import { buildOverviews } from '../../src/layers/overviews/build-overviews.ts';
import { deliverOverview } from '../../src/layers/overviews/deliver-overview.ts';
import { openLayerFile } from '../../src/layers/overviews/layer-file.ts';
import type { TileSpool } from '../../src/tiles/tile-spool.ts';
import { entryOf, type ProvinceLayer, province } from './province.ts';

/** Makes the layers, their catalog and their archives in a folder, or finds them there. */
export async function mapData(folder: string, share: number): Promise<Catalog> {
  mkdirSync(join(folder, 'lod'), { recursive: true });
  const layers: unknown[] = [];
  for (const layer of province(share)) {
    const entryFile = join(folder, `${layer.id}.json`);
    if (!existsSync(entryFile)) {
      const entry = await writeLayer(folder, layer);
      rmSync(join(folder, `${layer.id}.pmtiles`), { force: true });
      writeFileSync(entryFile, JSON.stringify(entry));
    }
    layers.push(JSON.parse(readFileSync(entryFile, 'utf8')));
  }
  const title = { zh: '基准', en: 'bench' };
  const catalog = catalogSchema.parse({
    schema: 'sanxian/catalog@1',
    title,
    region: '64',
    synthetic: true,
    layers,
  });
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  for (const entry of catalog.layers) {
    if (!existsSync(join(folder, `${entry.id}.pmtiles`))) await writeArchive(folder, entry);
  }
  return catalog;
}

/** The layer with its level-of-detail files; gives its catalog entry. */
async function writeLayer(folder: string, layer: ProvinceLayer): Promise<object> {
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
  const entry = entryOf(layer, await describeLayer(bytes));
  tell(entry.file, bytes.length, start);

  const begun = performance.now();
  const lod: object[] = [];
  const file = await openLayerFile(memorySource(entry.file, bytes));
  for await (const overview of buildOverviews(file, entry)) {
    const out = await open(join(folder, overview.file), 'w');
    lod.push(await deliverOverview(overview, async (piece) => void (await out.write(piece))));
    await out.close();
  }
  const total = lod.reduce((sum: number, one) => sum + (one as { bytes: number }).bytes, 0);
  tell(`${lod.length} level-of-detail files of ${entry.id}`, total, begun);
  return { ...entry, lod };
}

async function writeArchive(folder: string, entry: CatalogLayer): Promise<void> {
  const start = performance.now();
  const store = new ByteStore(256 << 20);
  const opened: Closable[] = [];
  const archive = join(folder, `${entry.id}.pmtiles`);
  const file = await open(`${archive}.part`, 'w');
  let length = 0;
  for await (const piece of layerPmtiles(entry, cached, {
    gzip: (bytes) => gzipSync(bytes),
    spool: await fileSpool(`${archive}.spool`),
  })) {
    await file.write(piece);
    length += piece.length;
  }
  await file.close();
  for (const source of opened) await source.close();
  renameSync(`${archive}.part`, archive);
  rmSync(`${archive}.spool`);
  tell(`${entry.id}.pmtiles`, length, start);

  function cached(name: string): ByteSource {
    const source = fileSource(join(folder, name));
    opened.push(source);
    return blockCached(source, { store });
  }
}

interface Closable {
  close(): Promise<void>;
}

export function fileSource(path: string): ByteSource & Closable {
  const opening = open(path, 'r');
  return {
    name: path,
    size: async () => (await (await opening).stat()).size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await (await opening).read(bytes, 0, length, offset);
      if (bytesRead !== length) throw new Error(`${path} is short`);
      return bytes;
    },
    close: async () => (await opening).close(),
  };
}

async function fileSpool(path: string): Promise<TileSpool> {
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
