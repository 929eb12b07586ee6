import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileSource } from '../../src/cli/file-source.ts';
import { reportAssets } from '../../src/cli/report-assets.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { openProject } from '../../src/files/open-project.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { collectSurroundings } from '../../src/job/around/collect-surroundings.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { checkToReport, openPack } from '../../src/job/run-check.ts';
import { reportFigures } from '../../src/report/figures.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';

/*
 * `node tests/bench/run.mjs report`: a report of 20 pages and 14 figures as DOCX and PDF, after the first
 * of its kind. ROUNDS rounds, each with another report, so that nothing is kept from the one before; the
 * best counts. First the answers are looked at: pages by pdfinfo, every row by pdftotext. Beside it
 * LibreOffice, which lays out the same DOCX.
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const rounds = Number(process.env.ROUNDS ?? 4);
const EXTRA_ROWS = 150;
const BARS_S = { docx: 1, pdf: 2 } as const;
const folder = mkdtempSync(join(tmpdir(), 'sanxian-report-'));

const layers = join(root, 'layers');
const handle = openCatalog(
  readFileSync(join(layers, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(layers, entry.file)),
  'size+header+index',
);
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const name = '2-占用永久基本农田-变电站.txt';
const bytes = new Uint8Array(readFileSync(join(root, 'data/samples', name)));
const [project] = await openProject({ name, bytes }, {});
const options = { thresholdM2: 1, accuracyM: null, geometry: 'full', sequence: 1 } as const;
const frame = { ...options, version: '0', createdAt: '2026-11-21T08:00:00Z' };
const checked = await checkToReport(project!, null, handle, pack, clipper, frame);
const surroundings = await collectSurroundings(checked, handle, clipper);

/** The same project under another number, its farmland table grown to fill 20 pages. */
function another(round: number): CheckReport {
  const report = structuredClone(checked);
  report.number = `KZX-DEMO-20261121-${String(round + 1).padStart(3, '0')}`;
  const farm = report.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
  const [piece] = farm.overlaps;
  for (let i = 0; i < EXTRA_ROWS; i++) {
    farm.overlaps.push({ ...piece!, featureId: rowId(round, i), geometry: null });
  }
  return report;
}

const rowId = (round: number, row: number): string =>
  `64030399${String(round).padStart(2, '0')}${String(row).padStart(7, '0')}`;

interface Time {
  readonly cpuS: number;
  readonly wallS: number;
}

async function timed<T>(act: () => T | Promise<T>): Promise<Time & { readonly result: T }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await act();
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpuS: (user + system) / 1e6, wallS: (performance.now() - start) / 1000 };
}

const render = (report: CheckReport, id: string, withFigures: boolean) => {
  const bare = withFigures ? report : withoutGeometry(report);
  const around = withFigures ? surroundings : null;
  return reportFormat(id).render(bare, {
    lang: 'zh',
    assets: reportAssets,
    surroundings: around,
  });
};

function withoutGeometry(report: CheckReport): CheckReport {
  const bare = structuredClone(report);
  for (const parcel of bare.project.parcels) parcel.geometry = null;
  return bare;
}

const pagesOf = (pdf: string): number => {
  const said = execFileSync('pdfinfo', [pdf], { encoding: 'utf8', stdio: 'pipe' });
  return Number(/Pages: +(\d+)/.exec(said)![1]);
};

const best = (times: readonly Time[]): Time => ({
  cpuS: Math.min(...times.map(({ cpuS }) => cpuS)),
  wallS: Math.min(...times.map(({ wallS }) => wallS)),
});

function print(label: string, { cpuS, wallS }: Time, more = ''): void {
  const seconds = (value: number): string => `${value.toFixed(2)} s`.padStart(8);
  console.log(`${label.padEnd(34)} cpu ${seconds(cpuS)}   wall ${seconds(wallS)}  ${more}`);
}

try {
  const drawing: Time[] = [];
  for (let round = 0; round < rounds; round++) {
    const report = another(round);
    drawing.push(await timed(() => reportFigures(report, { lang: 'zh', surroundings })));
  }
  print('14 figures to SVG', best(drawing.slice(1)));

  for (const id of ['docx', 'pdf'] as const) {
    for (const withFigures of [false, true]) {
      const times: Time[] = [];
      let first: Time | null = null;
      for (let round = 0; round < rounds; round++) {
        const report = another(round);
        const made = await timed(() => render(report, id, withFigures));
        const file = join(folder, `r.${id}`);
        writeFileSync(file, made.result.bytes);
        if (round === 0) first = made;
        else times.push(made);
      }
      const what = withFigures ? 'with 14 figures' : 'without figures';
      const { cpuS } = best(times);
      const bar = BARS_S[id];
      const verdict = cpuS <= bar ? 'kept' : 'MISSED';
      print(`${id}, ${what}`, best(times), `bar ${bar} s by cpu: ${verdict}`);
      print('  the first', first!);
    }
  }

  const pdf = join(folder, 'r.pdf');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const rows = new Set(text.match(/\b64030399\d{9}\b/g)).size;
  console.log(`pdf: ${pagesOf(pdf)} pages, ${rows} of ${EXTRA_ROWS} added rows in its text`);
  if (pagesOf(pdf) < 20 || rows !== EXTRA_ROWS) throw new Error('not the report that was meant');

  const start = performance.now();
  const args = [`-env:UserInstallation=file://${folder}/profile`, '--headless'];
  const convert = [
    '--convert-to',
    'pdf',
    '--outdir',
    join(folder, 'office'),
    join(folder, 'r.docx'),
  ];
  execFileSync('soffice', [...args, ...convert], { stdio: 'pipe' });
  const office = (performance.now() - start) / 1000;
  const pages = pagesOf(join(folder, 'office', 'r.pdf'));
  console.log(`LibreOffice, the same DOCX to PDF: ${office.toFixed(1)} s wall, ${pages} pages`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
