import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileSource } from '../../src/cli/file-source.ts';
import { folderStore } from '../../src/cli/folder-store.ts';
import { nativeSha256 } from '../../src/cli/native-sha256.ts';
import { checkRings } from '../../src/files/flatgeobuf/check-geometry.ts';
import { FlatWriter } from '../../src/files/flatgeobuf/flat-writer.ts';
import { GeometryType, MAGIC } from '../../src/files/flatgeobuf/format.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import { writeFeature } from '../../src/files/flatgeobuf/write-feature.ts';
import { writeHeader } from '../../src/files/flatgeobuf/write-header.ts';
import { propertyEncoder } from '../../src/files/flatgeobuf/write-properties.ts';
import { type BuildStage, buildLayer } from '../../src/layers/build-layer.ts';
import { flatGeobufStream } from '../../src/layers/flatgeobuf-stream.ts';
import { PARCEL_COLUMNS, PARCELS_SOUTH, PARCELS_WEST, parcels } from './parcels.ts';

/**
 * Building a layer of `BUILD_FEATURES` parcels (500,000) of 25 vertices from a FlatGeobuf file without
 * index, against `ogr2ogr -f FlatGeobuf` on the same file in the same run, `BUILD_ROUNDS` times in turn.
 * Each build runs in a process of its own, whose peak memory is printed. `BUILD_ALL=0` leaves out looking
 * for defects and drawing overviews, which come after the layer file.
 */
const count = Number(process.env.BUILD_FEATURES ?? 500_000);
const rounds = Number(process.env.BUILD_ROUNDS ?? 3);
const folder = resolve(process.env.BENCH_FOLDER ?? '.', '../../node_modules/.cache/bench/build');
const source = resolve(folder, `parcels-${count}.fgb`);
const out = resolve(folder, 'out');
const byOgr = resolve(folder, 'ogr.fgb');

switch (process.env.BUILD_ROLE) {
  case 'make':
    makeSource();
    break;
  case 'build':
    await build();
    break;
  default:
    await compare();
}

function makeSource(): void {
  mkdirSync(folder, { recursive: true });
  const file = openSync(`${source}.part`, 'w');
  writeSync(file, MAGIC);
  const geometryType = GeometryType.Polygon;
  const shape = { name: 'parcels', columns: PARCEL_COLUMNS, crs: 4490 as const, geometryType };
  writeSync(file, writeHeader({ ...shape, features: count, nodeSize: 0, extent: null }));
  const encode = propertyEncoder(PARCEL_COLUMNS);
  let piece = new FlatWriter(1 << 22);
  const flush = (): void => {
    writeSync(file, piece.bytes, 0, piece.length);
    piece = new FlatWriter(1 << 22);
  };
  for (const feature of parcels(count)) {
    if ('polygons' in feature) checkRings(feature.polygons, 'parcel');
    writeFeature(piece, 'Polygon', feature, encode(feature.properties), 'parcel');
    if (piece.length > 1 << 21) flush();
  }
  flush();
  closeSync(file);
  renameSync(`${source}.part`, source);
}

async function build(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const stages: Record<string, Spent> = {};
  let stage: BuildStage | 'start' = 'start';
  let since = spent();
  const enter = (next: BuildStage | 'start'): void => {
    const now = spent();
    const before = stages[stage] ?? { wall: 0, cpu: 0 };
    stages[stage] = {
      wall: before.wall + now.wall - since.wall,
      cpu: before.cpu + now.cpu - since.cpu,
    };
    [stage, since] = [next, now];
  };
  const result = await buildLayer(
    {
      kind: 'permanent-basic-farmland',
      id: null,
      title: null,
      owner: '示例单位（虚构数据）',
      edition: 'bench',
      approval: null,
      security: null,
      accuracyM: null,
      fields: { featureId: 'BSM', county: 'XZQDM' },
      coverage: {
        type: 'Polygon',
        coordinates: [
          [
            [100, 30],
            [110, 30],
            [110, 40],
            [100, 40],
            [100, 30],
          ],
        ],
      },
      streams: [await flatGeobufStream(fileSource(source))],
      replaceWhere: null,
      dryRun: false,
      policy: null,
      region: null,
      pmtiles: false,
    },
    {
      store: folderStore(out),
      createHash: nativeSha256,
      skip: process.env.BUILD_ALL === '0' ? ['quality', 'overviews'] : [],
      onProgress: (progress) => {
        if (progress.stage !== stage) enter(progress.stage);
      },
    },
  );
  enter('start');
  const rssMB = process.resourceUsage().maxRSS / 1024;
  const { entry } = result;
  process.stdout.write(`${JSON.stringify({ stages, rssMB, entry })}\n`);
}

/** Seconds on the clock and of processors; the second tells more on a machine that others use too. */
interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

function spent(): Spent {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}

interface Built {
  readonly stages: Record<string, Spent>;
  readonly rssMB: number;
  readonly entry: { file: string; features: number; overlapsItself: boolean };
}

async function compare(): Promise<void> {
  if (!existsSync(source)) runSelf('make');
  const size = (statSync(source).size / 2 ** 20).toFixed(0);
  console.log(`${count} parcels of 25 vertices, ${size} MB, load ${loadavg()[0]!.toFixed(1)}`);
  const ratios: Spent[] = [];
  let last: Built | null = null;
  for (let round = 0; round < rounds; round++) {
    rmSync(byOgr, { force: true });
    const ogr = ogr2ogr();
    last = JSON.parse(runSelf('build')) as Built;
    const layerFile = ['start', 'read', 'sort'].map((stage) => last!.stages[stage]!);
    const sum = (of: keyof Spent): number => layerFile.reduce((all, one) => all + one[of], 0);
    const ours = { wall: sum('wall'), cpu: sum('cpu') };
    ratios.push({ wall: ours.wall / ogr.wall, cpu: ours.cpu / ogr.cpu });
    const inWords = ({ wall, cpu }: Spent): string =>
      `${wall.toFixed(2)} s (cpu ${cpu.toFixed(2)})`;
    console.log(
      `ogr2ogr ${inWords(ogr)}, ${ogr.rssMB.toFixed(0)} MB | ours ${inWords(ours)}, peak ${last.rssMB.toFixed(0)} MB`,
    );
    const each = Object.entries(last.stages).map(([name, one]) => `${name} ${inWords(one)}`);
    console.log(`    ${each.join(', ')}`);
  }
  await agree(last!);
  const median = (of: keyof Spent): string =>
    ratios
      .map((one) => one[of])
      .sort((a, b) => a - b)
      [Math.floor(ratios.length / 2)]!.toFixed(2);
  console.log(
    `median ratio to ogr2ogr: ${median('wall')} on the clock, ${median('cpu')} of processors (bar 1.5); ` +
      `peak ${last!.rssMB.toFixed(0)} MB (bar 1536; 4096 for 5,000,000)`,
  );
}

/** Counts, extent and what lies in boxes, by GDAL on its own file and on ours, and by our reader. */
async function agree({ entry }: Built): Promise<void> {
  const file = resolve(out, entry.file);
  const { header, search } = await openFlatGeobuf(fileSource(file));
  const counts = (path: string, spat: readonly string[]): string => {
    const said = execFileSync('ogrinfo', ['-so', '-al', ...spat, path]).toString();
    return /Feature Count: (\d+)/.exec(said)![1]!;
  };
  const all = [header.features, Number(counts(file, [])), Number(counts(byOgr, [])), count];
  if (new Set(all).size !== 1) throw new Error(`features: ${all.join(' ')}`);
  for (const [x, y, size] of [
    [0.1, 0.1, 0.05],
    [0.02, 0.03, 0.011],
    [0.0007, 0.0007, 0.0001],
  ] as const) {
    const [west, south] = [PARCELS_WEST + x, PARCELS_SOUTH + y];
    const box = [west, south, west + size, south + size] as const;
    const spat = ['-spat', ...box.map(String)];
    const [ours, theirs] = [counts(file, spat), counts(byOgr, spat)];
    const hits = (await search(box)).length;
    // GDAL looks at the shapes, the index at their boxes
    if (ours !== theirs || hits < Number(ours)) {
      throw new Error(`in ${box.join(' ')}: ${ours}, ogr2ogr's ${theirs}, index ${hits}`);
    }
    console.log(`in a box of ${size}°: ${ours} parcels by GDAL in both files, ${hits} boxes`);
  }
  if (entry.features !== count) throw new Error(`catalog: ${entry.features}`);
}

function ogr2ogr(): Spent & { readonly rssMB: number } {
  const report = resolve(folder, 'time.txt');
  const ogr = ['ogr2ogr', '-f', 'FlatGeobuf', byOgr, source];
  const start = performance.now();
  execFileSync('/usr/bin/time', ['-f', '%U %S %M', '-o', report, ...ogr]);
  const wall = (performance.now() - start) / 1000;
  const [user, system, kB] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user! + system!, rssMB: kB! / 1024 };
}

function runSelf(role: string): string {
  const env = { ...process.env, BUILD_ROLE: role };
  const run = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) throw new Error(`${role} ended with ${run.status}`);
  return run.stdout.toString();
}
