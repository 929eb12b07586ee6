import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileSource } from '../../src/cli/file-source.ts';
import type { Project } from '../../src/domain/project.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { type CatalogHandle, checkToReport, openPack } from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { seededProjects } from '../check/seeded-projects.ts';
import { withIndexes } from './stored-indexes.ts';

/*
 * `node tests/bench/run.mjs batch`: whole checks, from project to report, of seeded sites over the served
 * layers in one process and one thread. N=... sites instead of 1,000. Layers read by ranges for every
 * project, then shared by all, then with edge indexes as they are stored beside the layers.
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const count = Number(process.env.N ?? 1000);

function open(): CatalogHandle {
  const folder = join(root, 'layers');
  const bytes = readFileSync(join(folder, 'catalog.json'));
  return openCatalog(
    bytes,
    'catalog.json',
    (entry) => fileSource(join(folder, entry.file)),
    'full',
  );
}

const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const projects = await seededProjects(open(), count, 7);

async function run(
  label: string,
  handle: CatalogHandle,
  many: readonly Project[],
  geometry: 'full' | 'none',
) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const digests: string[] = [];
  let first = 0;
  for (const project of many) {
    const options = { thresholdM2: 1, accuracyM: null, geometry, sequence: 1, version: '0' };
    const frame = { ...options, createdAt: '2026-11-21T08:00:00Z' };
    digests.push((await checkToReport(project, null, handle, pack, clipper, frame)).digest);
    if (digests.length === 1) first = performance.now() - start;
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${label.padEnd(36)} ${(many.length / seconds).toFixed(1).padStart(7)} checks/s` +
      `  ${((many.length * 1e6) / (user + system)).toFixed(1).padStart(7)} per cpu s` +
      `  first ${Math.round(first)} ms  rss ${rss} MB`,
  );
  return digests;
}

for (const geometry of ['none', 'full'] as const) {
  const alone = await run(`by ranges, geometry ${geometry}`, open(), projects, geometry);
  const shared = shareLayers(open(), count);
  const together = await run(`shared, geometry ${geometry}`, shared, projects, geometry);
  const stored = shareLayers(await withIndexes(open()), count, ({ code }) => console.log(code));
  const mapped = await run(`with stored indexes, geometry ${geometry}`, stored, projects, geometry);
  const differing = alone.filter(
    (digest, i) => digest !== together[i] || digest !== mapped[i],
  ).length;
  console.log(`  ${differing} of ${count} digests differ`);
}
