import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAsked } from '../../src/check/check-project.ts';
import type { HeldLayer } from '../../src/check/held-layer.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { nativeSha256Hex } from '../../src/cli/native-sha256.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { checkToReport, measureProject, openPack } from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { prettyJson } from '../../src/report/formats/json.ts';
import { seededProjects } from '../check/seeded-projects.ts';

/*
 * `node tests/bench/run.mjs json-batch`: N=10,000 projects of one small parcel (5 to 24 vertices) over the
 * served layers held in memory, in one thread: the kernel alone (site prepared, every asked layer
 * overlaid), the check engine (overlay, coverage, distances, stability, second opinion, judgement), and whole
 * runs with the record as JSON, words and digest in it, without and with geometry. The areas are compared with
 * the kernel's. CPU time of the process, best of ROUNDS=3.
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const count = Number(process.env.N ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const folder = join(root, 'layers');
const opened = openCatalog(
  readFileSync(join(folder, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(folder, entry.file)),
  'full',
);
const projects = (await seededProjects(opened, count, 7)).map((project) => ({
  ...project,
  parcels: project.parcels.slice(0, 1),
}));
const handle = shareLayers(opened, count);
const asked = handle.catalog.layers.filter(({ kind, role }) => role === 'current' && isAsked(kind));
const held = asked.map(({ id }) => handle.sources.get(id) as HeldLayer);
for (const source of held) await source.open();

function frameOf(geometry: 'none' | 'full') {
  const options = { thresholdM2: 1, accuracyM: null, geometry, sequence: 1, version: '0' };
  return { ...options, createdAt: '2026-11-21T08:00:00Z', hash: nativeSha256Hex };
}

/** m² under each layer, project by project. */
function kernelAlone(): number[] {
  return projects.flatMap(({ parcels }) => {
    const site = prepareSite(parcels[0]!.polygons);
    return held.map(({ index }) => {
      let areaM2 = 0;
      for (const found of overlapsOf(site, index!)) areaM2 += found.areaM2;
      return areaM2;
    });
  });
}

async function engineAlone(): Promise<void> {
  for (const project of projects) {
    await measureProject(project, null, handle, pack, clipper, frameOf('none'));
  }
}

async function wholeChecks(geometry: 'none' | 'full') {
  const areas: number[] = [];
  let bytes = 0;
  for (const project of projects) {
    const report = await checkToReport(project, null, handle, pack, clipper, frameOf(geometry));
    bytes += prettyJson(report).length;
    for (const { overlaps } of report.layers) {
      areas.push(overlaps.reduce((sum, { areaM2 }) => sum + areaM2, 0));
    }
  }
  return { areas, bytes };
}

async function best<T>(act: () => T | Promise<T>): Promise<{ result: T; us: number }> {
  let us = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    result = await act();
    const { user, system } = process.cpuUsage(before);
    us = Math.min(us, (user + system) / count);
  }
  return { result: result as T, us };
}

const kernel = await best(kernelAlone);
console.log(`kernel alone            ${kernel.us.toFixed(1).padStart(8)} µs a project`);
const engine = await best(engineAlone);
console.log(
  `check engine            ${engine.us.toFixed(1).padStart(8)} µs a project` +
    `  ${(engine.us / kernel.us).toFixed(1)}x the kernel`,
);
for (const geometry of ['none', 'full'] as const) {
  const { result, us } = await best(() => wholeChecks(geometry));
  const off = result.areas.filter(
    // each of the pieces is printed to 0.01 m²
    (areaM2, i) => Math.abs(areaM2 - kernel.result[i]!) > 0.005 * 40 + 1e-9,
  ).length;
  console.log(
    `json, geometry ${geometry}     ${us.toFixed(1).padStart(8)} µs a project` +
      `  ${(us / kernel.us).toFixed(1)}x the kernel  ${(us / engine.us).toFixed(2)}x the engine` +
      `  ${(result.bytes / count / 1000).toFixed(1)} kB a record  ${off} areas differ`,
  );
  if (off > 0) process.exitCode = 1;
}
