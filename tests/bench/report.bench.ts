import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileSource } from '../../src/cli/file-source.ts';
import { reportAssets } from '../../src/cli/report-assets.ts';
import { openProject } from '../../src/files/open-project.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { collectSurroundings } from '../../src/job/around/collect-surroundings.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { checkToReport, openPack } from '../../src/job/run-check.ts';
import { reportFigures } from '../../src/report/figures.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';

const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const folder = join(root, 'layers');
const handle = openCatalog(
  readFileSync(join(folder, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(folder, entry.file)),
  'full',
);
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const name = '2-占用永久基本农田-变电站.txt';
const file = { name, bytes: new Uint8Array(readFileSync(join(root, 'data/samples', name))) };
const [project] = await openProject(file as never, {} as never);
const report = await checkToReport(project!, null, handle, pack, clipper, {
  thresholdM2: 1,
  accuracyM: null,
  geometry: 'full',
  sequence: 1,
  version: '0',
  createdAt: '2026-11-21T08:00:00Z',
});
const time = async <T>(label: string, act: () => T | Promise<T>): Promise<T> => {
  const cpu = process.cpuUsage();
  const t = performance.now();
  const result = await act();
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    label.padEnd(30),
    (performance.now() - t).toFixed(0),
    'ms wall',
    ((user + system) / 1000).toFixed(0),
    'ms cpu',
  );
  return result;
};
const surroundings = await time('surroundings', () => collectSurroundings(report, handle, clipper));
await time('surroundings again', () => collectSurroundings(report, handle, clipper));
for (let i = 0; i < 2; i++) {
  const fresh = { ...report };
  await time('figures', () => reportFigures(fresh, { lang: 'zh', surroundings }));
  for (const id of ['docx', 'pdf', 'html', 'png']) {
    const own = { ...report };
    const f = await time(id, () =>
      reportFormat(id).render(own, { lang: 'zh', assets: reportAssets, surroundings }),
    );
    console.log('   bytes', f.bytes.length);
  }
}
