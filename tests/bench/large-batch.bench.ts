import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layerInMemory } from '../../src/check/layer-in-memory.ts';
import type { Catalog } from '../../src/domain/catalog.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { bboxesMeet, bboxOf } from '../../src/geometry/shapes.ts';
import { checkToReport, openPack } from '../../src/job/run-check.ts';
import { projectOf } from '../check/seeded-projects.ts';
import { entryOf, sampleFile } from '../files/sample-layer.ts';
import { redLine, sites } from './layers.ts';

/*
 * `node tests/bench/run.mjs large-batch`: whole checks of N sites (300) under red lines of up to 308,000
 * vertices with 5,000 holes, each feature indexed anew for every project, and held in memory.
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const features = redLine().map((polygons, index) => ({ index, polygons, properties: {} }));
const boxes = features.map(({ polygons }) => bboxOf(polygons));
const ring = [
  [104, 36],
  [109, 36],
  [109, 41],
  [104, 41],
  [104, 36],
];
const entry = await entryOf(sampleFile(1), {
  id: 'red',
  kind: 'ecological-red-line',
  features: features.length,
  overlapsItself: false,
  fields: {},
  coverage: { type: 'Polygon', coordinates: [ring] } as Catalog['layers'][number]['coverage'],
});
const plain = {
  entry,
  open: async () => ({ integrity: 'full' as const }),
  async *featuresIn(box: Parameters<typeof bboxesMeet>[0]) {
    for (const feature of features) if (bboxesMeet(boxes[feature.index]!, box)) yield feature;
  },
};
const title = { zh: '示例', en: 'Demo' };
const catalog: Catalog = {
  schema: 'sanxian/catalog@1',
  title,
  region: '64',
  synthetic: true,
  layers: [entry],
};
const projects = sites(Number(process.env.N ?? 300)).map((site, i) => projectOf(`s${i}`, [site]));
for (const geometry of ['none', 'full'] as const) {
  const digests: string[][] = [];
  for (const source of [plain, layerInMemory(plain)]) {
    const start = performance.now();
    const own: string[] = [];
    let hits = 0;
    for (const project of projects) {
      const options = { thresholdM2: 1, accuracyM: null, geometry, sequence: 1, version: '0' };
      const frame = { ...options, createdAt: '2026-11-21T08:00:00Z' };
      const handle = { catalog, sources: new Map([['red', source]]) };
      const report = await checkToReport(project, null, handle, pack, clipper, frame);
      own.push(report.digest);
      hits += report.layers[0]!.hits;
    }
    digests.push(own);
    const seconds = (performance.now() - start) / 1000;
    const label = source === plain ? 'indexed each time' : 'held in memory';
    console.log(
      `${label}, geometry ${geometry}: ${(projects.length / seconds).toFixed(1)} checks/s, ${hits} hits`,
    );
  }
  console.log(`  ${digests[0]!.filter((d, i) => d !== digests[1]![i]).length} digests differ`);
}
