import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { runGeos } from './geos.ts';
import { printGrowth } from './growth.ts';
import { printIndex } from './index-row.ts';
import { buildBest, checkAll, checkCuts, cutAll } from './kernel.ts';
import { farmland, sites as makeSites, redLine, urban } from './layers.ts';
import { printLive } from './live.ts';
import { measure } from './measure.ts';
import { bestOf, type PeerRun } from './peer.ts';
import { runPostgis } from './postgis.ts';
import { runTurf } from './turf.ts';

/*
 * Exact areas per feature of many sites against three layers, kernel and peers in one run on one machine.
 * BENCH_SITES (default 1,000; the full size is 10,000) and TURF_SITES (default 10). A ratio is the peer's
 * CPU time over the kernel's, the best run of each: a shared machine only ever adds. Areas are compared first.
 */
const SITES = Number(process.env.BENCH_SITES ?? 1000);
const TURF_SITES = Number(process.env.TURF_SITES ?? 10);
const NAMES = ['farmland', 'red line', 'urban'];

const folder = process.env.BENCH_FOLDER ?? import.meta.dirname;
const work = mkdtempSync(resolve(tmpdir(), 'overlay-bench-'));
// The database server runs as another user when this one is root.
chmodSync(work, 0o755);
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const layers: FlatPolygons[][] = [farmland(), redLine(), urban()];
const vertices = layers.map((layer) => layer.reduce((n, { xy }) => n + xy.length / 2, 0));
const sites = makeSites(SITES);
console.log(`${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, ${SITES} sites`);
NAMES.forEach((name, l) => {
  console.log(`${name}: ${layers[l]!.length} features, ${vertices[l]} vertices`);
});

const { result: index, ...built } = buildBest(layers);
const rounds: { layers: PeerRun[]; together: number; cut: number }[] = [];

/** Five rounds of the kernel: before, between and after the peers, whatever the machine is doing. */
function runKernel(): void {
  for (let k = 0; k < 5; k++) {
    rounds.push({
      layers: index.map((layer) => {
        const { result, ...times } = measure(() => checkAll(sites, [layer]));
        return { ...result[0]!, ...times };
      }),
      together: measure(() => checkAll(sites, index)).cpuS,
      cut: measure(() => cutAll(sites, index, () => {})).cpuS,
    });
  }
}

runKernel();
const geos = runGeos(folder, work, sites, layers);
runKernel();
const postgis = await runPostgis(work, sites, layers);
runKernel();
const kernel = index.map((_, l) => bestOf(rounds.map((round) => round.layers[l]!)));
const kernelCpuS = Math.min(...rounds.map(({ together }) => together));
const cutCpuS = Math.min(...rounds.map(({ cut }) => cut));
const cuts = checkCuts(sites, index);

/** Geodesic against straight lon/lat edges, and boxes cut by subdivision: a part in a million. */
function agree(name: string, peer: readonly PeerRun[], tolerance: number): void {
  peer.forEach((run, l) => {
    const off = Math.abs(run.areaM2 - kernel[l]!.areaM2) / Math.max(1, kernel[l]!.areaM2);
    if (off > tolerance) {
      console.log(`AREAS DIFFER: ${name}, ${NAMES[l]}: ${run.areaM2} against ${kernel[l]!.areaM2}`);
      process.exitCode = 1;
    }
  });
}

function print(name: string, peer: readonly PeerRun[]): void {
  const sum = (runs: readonly PeerRun[], key: 'cpuS' | 'wallS') =>
    runs.reduce((total, run) => total + run[key], 0);
  const cells = peer.map(
    (run, l) => `${run.cpuS.toFixed(3)} s (${(run.cpuS / kernel[l]!.cpuS).toFixed(1)}x)`,
  );
  const ratio = sum(peer, 'cpuS') / kernelCpuS;
  console.log(
    `| ${name} | ${cells.join(' | ')} | ${sum(peer, 'cpuS').toFixed(3)} s | ${sum(peer, 'wallS').toFixed(1)} s | ${ratio.toFixed(1)}x |`,
  );
}

if (geos) agree('GEOS', geos, 1e-8);
if (postgis) agree('PostGIS', postgis.layers, 1e-6);
console.log(`| engine | ${NAMES.join(' | ')} | CPU | wall | kernel = 1 |`);
console.log('|---|---|---|---|---|---|---|');
print(`kernel (${kernel.reduce((n, run) => n + run.hits, 0)} hits), layer by layer`, kernel);
console.log(`| kernel, all layers per site | | | | ${kernelCpuS.toFixed(3)} s | | 1.0x |`);
console.log(
  `| kernel, with polygons | | | | ${cutCpuS.toFixed(3)} s | | ${(cutCpuS / kernelCpuS).toFixed(1)}x |`,
);
if (geos) print('GEOS, prepared, C', geos);
else console.log('GEOS: absent (gcc and libgeos-dev)');
if (postgis) print(`PostGIS ${postgis.version}, subdivided`, postgis.layers);
else console.log('PostGIS: absent (postgresql and postgis)');
const peerCpuS = postgis?.layers.reduce((total, run) => total + run.cpuS, 0);
console.log(
  `polygons of ${cuts.pieces} partial overlaps: areas within ${cuts.worstM2.toExponential(1)} m²${
    peerCpuS ? `; PostGIS, which cuts them too, ${(peerCpuS / cutCpuS).toFixed(1)}x` : ''
  }`,
);
const few = sites.slice(0, TURF_SITES);
const ours = measure(() => {
  for (let i = 0; i < 20; i++) checkAll(few, [index[0]!]);
});
const turf = runTurf(few, layers[0]!);
console.log(
  `Turf, farmland, ${TURF_SITES} sites: ${turf.cpuS.toFixed(2)} s, ${(turf.cpuS / (ours.cpuS / 20)).toFixed(0)}x`,
);
printIndex(index, built, postgis?.index ?? null);
printGrowth();
await printLive(index, SITES);
console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
