import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { isLayerKind } from '../../src/domain/kinds.ts';
import { type WriteFeature, writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { buildOverviews } from '../../src/layers/overviews/build-overviews.ts';
import { deliverOverview } from '../../src/layers/overviews/deliver-overview.ts';
import { type LayerFile, openLayerFile } from '../../src/layers/overviews/layer-file.ts';
import { type ProvinceLayer, province } from './province.ts';

/**
 * Seconds, bytes and memory of the level-of-detail files of the seeded province: 500,000 parcels of 25
 * vertices, a red line of a million vertices, 300 urban polygons. `SHARE` makes it smaller; `STREAM=10`
 * gives the parcels that many times over, from memory, as one layer (5,000,000). `OUT` keeps the files.
 */
const share = Number(process.env.SHARE ?? 1);
const times = Number(process.env.STREAM ?? 0);
const folder = resolve(process.env.BENCH_FOLDER ?? '.', '../../node_modules/.cache/bench/pyramid');
mkdirSync(folder, { recursive: true });
const fileOf = (layer: ProvinceLayer): string => resolve(folder, `${layer.id}-${share}.fgb`);

if (process.env.MAKE) makeFiles();
else await measure();

function makeFiles(): void {
  for (const layer of province(share)) {
    if (existsSync(fileOf(layer))) continue;
    const bytes = writeFlatGeobuf({
      name: layer.id,
      columns: layer.columns,
      crs: 4490,
      features: layer.features(),
      index: true,
      geometryType: 'Polygon',
    });
    writeFileSync(`${fileOf(layer)}.part`, bytes);
    renameSync(`${fileOf(layer)}.part`, fileOf(layer));
  }
}

async function measure(): Promise<void> {
  // in a process of its own: its memory is not the builder's
  const env = { ...process.env, MAKE: '1' };
  spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' });
  const start = performance.now();
  for (const layer of times > 0 ? province(share).slice(0, 1) : province(share)) {
    const file = await open(fileOf(layer), 'r');
    const opened = await (times > 0 ? repeated(layer) : openLayerFile(await fileSource(file)));
    const seconds = await build(layer, opened);
    await file.close();
    console.log(`${layer.id}: ${seconds.toFixed(1)} s, ${opened.all.count} features\n`);
  }
  const seconds = (performance.now() - start) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `all layers ${seconds.toFixed(1)} s, of both cores ${cpu.toFixed(1)} s, ` +
      `peak RSS ${(maxRSS / 2 ** 20).toFixed(2)} GB, load average ${load}`,
  );
}

async function build(layer: ProvinceLayer, file: LayerFile): Promise<number> {
  if (!isLayerKind(layer.kind)) throw new Error(layer.kind);
  const start = performance.now();
  let last = start;
  let shown = '';
  let sum = { files: 0, bytes: 0, holds: 0, ms: 0 };
  const tell = (): void => {
    if (sum.files === 0) return;
    const rss = process.memoryUsage.rss() / 2 ** 20;
    console.log(
      `${layer.id} ${shown.padEnd(7)} ${String(sum.files).padStart(3)} files ${(sum.bytes / 2 ** 20).toFixed(2).padStart(8)} MB ${String(sum.holds).padStart(7)} tiles or pieces ${(sum.ms / 1000).toFixed(1).padStart(5)} s  RSS ${rss.toFixed(0)} MB`,
    );
  };
  const { id, kind, fields } = layer;
  const options = { id, kind, fields, sha256: '0'.repeat(64) };
  for await (const overview of buildOverviews(file, options)) {
    const out = process.env.OUT ? outFile(resolve(process.env.OUT, overview.file)) : null;
    const entry = await deliverOverview(overview, (bytes) => {
      if (out !== null) writeSync(out, bytes);
    });
    if (out !== null) closeSync(out);
    const zooms = `z${entry.minzoom}-${entry.maxzoom}`;
    if (zooms !== shown) {
      tell();
      sum = { files: 0, bytes: 0, holds: 0, ms: 0 };
      shown = zooms;
    }
    const now = performance.now();
    sum = {
      files: sum.files + 1,
      bytes: sum.bytes + entry.bytes!,
      holds: sum.holds + (entry.tiles ?? entry.features!),
      ms: sum.ms + now - last,
    };
    last = now;
  }
  tell();
  return (performance.now() - start) / 1000;
}

function outFile(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}

/** Degrees between one of the repeated layers and the next. */
const APART = 1.5;

/** The parcels again and again, each time beside the last, without a file. */
async function repeated(layer: ProvinceLayer): Promise<LayerFile> {
  const bytes = readFileSync(fileOf(layer));
  const one = await openLayerFile({ name: layer.id, size: async () => bytes.length, read: slice });
  async function slice(offset: number, length: number): Promise<Uint8Array> {
    return bytes.subarray(offset, offset + length);
  }
  const count = one.all.count!;
  const moved = (feature: WriteFeature, i: number): WriteFeature => {
    if (!('polygons' in feature)) return feature;
    const xy = feature.polygons.xy.map((v, at) => (at % 2 ? v : v - APART * i));
    return { ...feature, polygons: { ...feature.polygons, xy } };
  };
  return {
    all: {
      ...one.all,
      count: times * count,
      async *batches(signal) {
        for (let i = 0; i < times; i++) {
          for await (const batch of one.all.batches(signal)) {
            yield batch.map((feature) => moved(feature, i));
          }
        }
      },
    },
    async *featuresIn([west, south, east, north], signal) {
      for (let i = 0; i < times; i++) {
        const box = [west + APART * i, south, east + APART * i, north] as const;
        for await (const { index, feature } of one.featuresIn(box, signal)) {
          yield { index: index + i * count, feature: moved(feature, i) };
        }
      }
    },
  };
}

async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    name: 'layer',
    size: async () => size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, offset);
      return bytes;
    },
  };
}
