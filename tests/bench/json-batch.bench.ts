import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAsked } from '../../src/check/check-project.ts';
import type { HeldLayer } from '../../src/check/held-layer.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { nativeSha256Hex } from '../../src/cli/native-sha256.ts';
import type { Project } from '../../src/domain/project.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import {
  type CatalogHandle,
  checkToReport,
  measureProject,
  openPack,
} from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { prettyJson } from '../../src/report/formats/json.ts';
import { projectOf, seededProjects } from '../check/seeded-projects.ts';
import { sites } from './layers.ts';
import { provinceCatalog } from './province-catalog.ts';

/*
 * `node tests/bench/run.mjs json-batch`: projects of one small parcel over layers held in memory, in one
 * thread: the kernel alone (site prepared, every asked layer overlaid), the check engine (overlay, coverage,
 * distances, stability, second opinion, judgement), and whole runs with the record as JSON, words and digest in
 * it, without and with geometry. The areas are compared with the kernel's before anything is timed. CPU time of
 * the process, best of ROUNDS=3.
 *
 * - demonstration: the served layers, N=10,000 projects of 5 to 24 vertices near their features
 * - province: the layers and sites of the overlay benchmark (203,401 parcels), PROVINCE=1,000 of them
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const rounds = Number(process.env.ROUNDS ?? 3);
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();

function frameOf(geometry: 'none' | 'full') {
  const options = { thresholdM2: 1, accuracyM: null, geometry, sequence: 1, version: '0' };
  return { ...options, createdAt: '2026-11-21T08:00:00Z', hash: nativeSha256Hex };
}

async function benchRow(name: string, handle: CatalogHandle, projects: readonly Project[]) {
  const asked = handle.catalog.layers.filter(
    ({ kind, role }) => role === 'current' && isAsked(kind),
  );
  const held = asked.map(({ id }) => handle.sources.get(id) as HeldLayer);
  for (const source of held) await source.open();

  /** m² and features under each layer, project by project. */
  function kernelAlone() {
    return projects.flatMap(({ parcels }) => {
      const site = prepareSite(parcels[0]!.polygons);
      return held.map(({ index }) => {
        let areaM2 = 0;
        let pieces = 0;
        for (const found of overlapsOf(site, index!)) {
          areaM2 += found.areaM2;
          if (found.areaM2 > 0) pieces++;
        }
        return { areaM2, pieces };
      });
    });
  }

  async function engineAlone(): Promise<void> {
    for (const project of projects) {
      await measureProject(project, null, handle, pack, clipper, frameOf('none'));
    }
  }

  async function wholeChecks(geometry: 'none' | 'full'): Promise<number> {
    let bytes = 0;
    for (const project of projects) {
      const report = await checkToReport(project, null, handle, pack, clipper, frameOf(geometry));
      bytes += prettyJson(report).length;
    }
    return bytes;
  }

  /** How many layers of how many have another area, or another number of pieces, than the kernel found. */
  async function differing(): Promise<number> {
    const kernel = kernelAlone();
    let off = 0;
    for (const [i, project] of projects.entries()) {
      const report = await checkToReport(project, null, handle, pack, clipper, frameOf('none'));
      for (const [k, { overlaps }] of report.layers.entries()) {
        const { areaM2, pieces } = kernel[i * held.length + k]!;
        const sum = overlaps.reduce((total, overlap) => total + overlap.areaM2, 0);
        // each of the pieces is printed to 0.01 m²
        if (overlaps.length !== pieces || Math.abs(sum - areaM2) > 0.005 * pieces + 1e-6) off++;
      }
    }
    return off;
  }

  async function best<T>(act: () => T | Promise<T>): Promise<{ result: T; us: number }> {
    let us = Number.POSITIVE_INFINITY;
    let result: T | undefined;
    for (let i = 0; i < rounds; i++) {
      const before = process.cpuUsage();
      result = await act();
      const { user, system } = process.cpuUsage(before);
      us = Math.min(us, (user + system) / projects.length);
    }
    return { result: result as T, us };
  }

  const off = await differing();
  if (off > 0) process.exitCode = 1;
  const pieces = kernelAlone().reduce((total, one) => total + one.pieces, 0) / projects.length;
  console.log(
    `${name}: ${projects.length} projects, ${pieces.toFixed(1)} overlaps a project, ` +
      `${off} of ${projects.length * held.length} areas differ`,
  );
  const kernel = await best(kernelAlone);
  console.log(`  kernel alone            ${kernel.us.toFixed(1).padStart(8)} µs a project`);
  const engine = await best(engineAlone);
  console.log(
    `  check engine            ${engine.us.toFixed(1).padStart(8)} µs a project` +
      `  ${(engine.us / kernel.us).toFixed(1)}x the kernel`,
  );
  for (const geometry of ['none', 'full'] as const) {
    const { result, us } = await best(() => wholeChecks(geometry));
    console.log(
      `  json, geometry ${geometry}     ${us.toFixed(1).padStart(8)} µs a project` +
        `  ${(us / kernel.us).toFixed(1)}x the kernel  ${(us / engine.us).toFixed(2)}x the engine` +
        `  ${(result / projects.length / 1000).toFixed(1)} kB a record`,
    );
  }
}

const folder = join(root, 'layers');
const opened = openCatalog(
  readFileSync(join(folder, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(folder, entry.file)),
  'full',
);
const count = Number(process.env.N ?? 10_000);
const small = (await seededProjects(opened, count, 7)).map((project) => ({
  ...project,
  parcels: project.parcels.slice(0, 1),
}));
await benchRow('demonstration', shareLayers(opened, count), small);

const inProvince = sites(Number(process.env.PROVINCE ?? 1_000)).map((polygons, i) =>
  projectOf(`province-${i}`, [polygons]),
);
await benchRow('province', provinceCatalog(), inProvince);
