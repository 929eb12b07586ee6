import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import type { ByteSource } from '../../src/bytes/byte-source.ts';
import { isLayerKind } from '../../src/domain/kinds.ts';
import { writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import type { FeatureStream } from '../../src/layers/feature-stream.ts';
import { flatGeobufStream } from '../../src/layers/flatgeobuf-stream.ts';
import { buildOverviews } from '../../src/layers/overviews/build-overviews.ts';
import { describeOverview } from '../../src/layers/overviews/overview-file.ts';
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
    const stream = times > 0 ? repeated(layer) : await flatGeobufStream(await fileSource(file));
    const seconds = await build(layer, stream);
    await file.close();
    console.log(`${layer.id}: ${seconds.toFixed(1)} s, ${stream.count} features\n`);
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

async function build(layer: ProvinceLayer, stream: FeatureStream): Promise<number> {
  if (!isLayerKind(layer.kind)) throw new Error(layer.kind);
  const start = performance.now();
  let last = start;
  let shown = '';
  let sum = { files: 0, bytes: 0, features: 0, ms: 0 };
  const tell = (): void => {
    if (sum.files === 0) return;
    const rss = process.memoryUsage.rss() / 2 ** 20;
    console.log(
      `${layer.id} ${shown.padEnd(7)} ${String(sum.files).padStart(3)} files ${(sum.bytes / 2 ** 20).toFixed(2).padStart(8)} MB ${String(sum.features).padStart(7)} features ${(sum.ms / 1000).toFixed(1).padStart(5)} s  RSS ${rss.toFixed(0)} MB`,
    );
  };
  const { id, kind, fields } = layer;
  for await (const overview of buildOverviews(stream, { id, kind, fields })) {
    const entry = await describeOverview(overview);
    const zooms = `z${entry.minzoom}-${entry.maxzoom}`;
    if (zooms !== shown) {
      tell();
      sum = { files: 0, bytes: 0, features: 0, ms: 0 };
      shown = zooms;
    }
    const now = performance.now();
    sum = {
      files: sum.files + 1,
      bytes: sum.bytes + overview.bytes.length,
      features: sum.features + overview.features,
      ms: sum.ms + now - last,
    };
    last = now;
    if (process.env.OUT) {
      mkdirSync(resolve(process.env.OUT, 'lod'), { recursive: true });
      writeFileSync(resolve(process.env.OUT, overview.file), overview.bytes);
    }
  }
  tell();
  return (performance.now() - start) / 1000;
}

/** The parcels again and again, each time beside the last, without a file. */
function repeated(layer: ProvinceLayer): FeatureStream {
  const bytes = readFileSync(fileOf(layer));
  const source = { name: layer.id, size: async () => bytes.length, read: slice };
  async function slice(offset: number, length: number): Promise<Uint8Array> {
    return bytes.subarray(offset, offset + length);
  }
  return {
    name: layer.id,
    columns: layer.columns,
    geometryType: 'Polygon',
    count: times * Math.round(500_000 * share),
    async *batches(signal) {
      for (let i = 0; i < times; i++) {
        const one = await flatGeobufStream(source, signal);
        for await (const batch of one.batches(signal)) {
          yield batch.map((feature) => {
            if (!('polygons' in feature)) return feature;
            const xy = feature.polygons.xy.map((v, at) => (at % 2 ? v : v - 1.5 * i));
            return { ...feature, polygons: { ...feature.polygons, xy } };
          });
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
