import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'vite';
import { PMTILES_ZOOMS } from '../../src/layers/layer-pmtiles.ts';
import { launchChromium } from '../e2e/browser.ts';
import { mapData } from './map-data.ts';
import { featuresInView } from './map-features.ts';
import type { Opened, OpenOptions, Way } from './map-page/map-page.ts';
import { serveMap } from './map-server.ts';
import { longestTasks } from './map-trace.ts';

/*
 * The map over 500,000 parcels, a red line of a million vertices and 300 urban areas in headless Chromium:
 * the tile worker on FlatGeobuf files against PMTiles archives of the same tiles, same style, same run.
 *
 * BENCH_SHARE (default 1) the share of the full size; BENCH_ZOOMS (default 7,10,12,14); BENCH_ROUNDS
 * (default 3), the best of which counts: what else a shared machine does only adds time.
 */
const SHARE = Number(process.env.BENCH_SHARE ?? 1);
const ZOOMS = (process.env.BENCH_ZOOMS ?? '7,10,12,14').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const CENTER = (process.env.BENCH_CENTER?.split(',').map(Number) ?? [106.31, 38.035]) as [
  number,
  number,
];
const VIEW = { width: 1280, height: 800 };
const WAYS: readonly Way[] = ['worker', 'pmtiles'];
const LATENCY_MS = 40;

const folder = process.env.BENCH_FOLDER ?? import.meta.dirname;
const cache = resolve(folder, '../../node_modules/.cache/bench');
const data = resolve(cache, `map-${SHARE}`);
const page = resolve(cache, 'map-page');

interface Measured extends Opened {
  /** CPU time of the whole browser, its own start left out, until all is drawn: no neighbour adds to it. */
  cpuMs: number;
  requests: number;
  bytes: number;
  panRequests: number;
  panBytes: number;
  longestMs: number;
  longestCpuMs: number;
  rssMb: number;
  view: number[];
  covers: readonly Buffer[];
  log: readonly string[];
}

const catalog = await mapData(data, SHARE);
await build({
  root: resolve(folder, 'map-page'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  worker: { format: 'es' },
  build: { outDir: page, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
});
const server = await serveMap([data, page], /\.(fgb|levels|pmtiles)$/);

async function measure(way: Way, zoom: number, latencyMs: number): Promise<Measured> {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: VIEW });
    await tab.goto(`${server.url}/index.html`);
    await tab.waitForFunction('globalThis.mapBench');
    const cpuBefore = await cpuOf(browser);
    server.latencyMs = latencyMs;
    server.reset();
    const options: OpenOptions = {
      way,
      catalog: 'catalog.json',
      center: CENTER,
      zoom,
      maxzoom: PMTILES_ZOOMS.maxzoom,
    };
    const opened = (await tab.evaluate(`mapBench.open(${JSON.stringify(options)})`)) as Opened;
    const cpuMs = (await cpuOf(browser)) - cpuBefore;
    const { requests, bytes } = server.counted;
    const log = [...server.log];
    const view = (await tab.evaluate('mapBench.bounds()')) as number[];
    if (latencyMs > 0) {
      return { ...opened, cpuMs, requests, bytes, view, log, ...NOT_PANNED };
    }
    const covers: Buffer[] = [];
    await browser.startTracing(tab, {
      categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
    });
    for (const [dx, dy] of [
      [900, 0],
      [0, 600],
      [-900, -600],
    ]) {
      await tab.evaluate(`mapBench.pan(${dx}, ${dy}, 30)`);
    }
    const longest = longestTasks(await browser.stopTracing());
    const panned = {
      panRequests: server.counted.requests - requests,
      panBytes: server.counted.bytes - bytes,
    };
    const rssMb = await rendererRss(browser);
    for (const { id } of catalog.layers) {
      const bits = (await tab.evaluate(`mapBench.coverage(${JSON.stringify(id)})`)) as string;
      covers.push(Buffer.from(bits, 'base64'));
    }
    return { ...opened, cpuMs, requests, bytes, view, log, ...panned, ...longest, rssMb, covers };
  } finally {
    await browser.close();
  }
}

const NOT_PANNED = {
  panRequests: 0,
  panBytes: 0,
  longestMs: 0,
  longestCpuMs: 0,
  rssMb: 0,
  covers: [] as Buffer[],
};

async function cpuOf(browser: Awaited<ReturnType<typeof launchChromium>>): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}

/** Memory of the largest renderer, which is the one with the map; MB. */
async function rendererRss(browser: Awaited<ReturnType<typeof launchChromium>>): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
    .map((kb) => Number(kb ?? 0) / 1024);
  return Math.max(...sizes);
}

/** Share of all pixels that one of the two paints and the other does not. */
function difference(a: Buffer, b: Buffer): { share: number; covered: number } {
  let other = 0;
  let covered = 0;
  for (let i = 0; i < a.length; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const [mine, theirs] = [(a[i]! >> bit) & 1, (b[i]! >> bit) & 1];
      other += mine ^ theirs;
      covered += mine;
    }
  }
  return { share: other / (8 * a.length), covered: covered / (8 * a.length) };
}

const least = (all: readonly Measured[], of: keyof Measured): number =>
  Math.min(...all.map((one) => one[of] as number));
const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(2);
const failures: string[] = [];

function bar(what: string, value: number, limit: number): string {
  const word = value <= limit ? 'met' : 'MISSED';
  if (value > limit) failures.push(what);
  return `${word} ${value.toFixed(2)} <= ${limit}`;
}

console.log(
  `${cpus()[0]?.model.trim()} x ${cpus().length}, load ${loadavg()[0]!.toFixed(1)}, view ${VIEW.width} x ${VIEW.height}`,
);
for (const zoom of ZOOMS) {
  const runs: Record<Way, Measured[]> = { worker: [], pmtiles: [] };
  const slow: Record<Way, Measured[]> = { worker: [], pmtiles: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of WAYS) runs[way].push(await measure(way, zoom, 0));
    for (const way of WAYS) slow[way].push(await measure(way, zoom, LATENCY_MS));
  }
  const [ours, theirs] = [runs.worker, runs.pmtiles];
  console.log(`\nzoom ${zoom}`);
  for (const way of WAYS) {
    for (const { failed } of [...runs[way], ...slow[way]]) {
      if (failed.length > 0) throw new Error(`${way} at zoom ${zoom}: ${failed[0]}`);
    }
    const one = runs[way][0]!;
    console.log(
      [
        way.padEnd(8),
        `first paint ${least(runs[way], 'firstPaintMs').toFixed(0)} ms`,
        `(+${LATENCY_MS} ms: ${least(slow[way], 'firstPaintMs').toFixed(0)} ms)`,
        `cpu ${least(runs[way], 'cpuMs').toFixed(0)} ms`,
        `requests ${one.requests}`,
        `${mb(one.bytes)} MB`,
        `pan: ${one.panRequests} requests ${mb(one.panBytes)} MB`,
        `longest task ${least(runs[way], 'longestMs').toFixed(0)} ms (cpu ${least(runs[way], 'longestCpuMs').toFixed(0)})`,
        `RSS ${least(runs[way], 'rssMb').toFixed(0)} MB`,
      ].join(', '),
    );
  }
  catalog.layers.forEach(({ id }, i) => {
    const { share, covered } = difference(ours[0]!.covers[i]!, theirs[0]!.covers[i]!);
    const same = share <= 0.005 ? 'same' : 'NOT THE SAME';
    if (share > 0.005) failures.push(`${id} at ${zoom} differs`);
    console.log(
      `  ${id}: covers ${(100 * covered).toFixed(2)} %, differs in ${(100 * share).toFixed(3)} %: ${same}`,
    );
  });
  const ratio = (of: keyof Measured, a = ours, b = theirs): number => least(a, of) / least(b, of);
  console.log(`  first paint   ${bar(`paint ${zoom}`, ratio('firstPaintMs'), 1.2)}`);
  console.log(
    `  +${LATENCY_MS} ms        ${bar(`latency ${zoom}`, ratio('firstPaintMs', slow.worker, slow.pmtiles), 1.5)}`,
  );
  console.log(`  requests      ${bar(`requests ${zoom}`, ratio('requests'), 2)}`);
  if (zoom < 14) {
    console.log(`  bytes         ${bar(`bytes ${zoom}`, ratio('bytes'), 5)}`);
  } else {
    const view = await featuresInView(data, catalog, ours[0]!.view, zoom);
    console.log(
      `  bytes of features: in view ${mb(view.inView)} MB, in the tiles in view ${mb(view.inTiles)} MB; PMTiles x${ratio('bytes').toFixed(1)}`,
    );
    console.log(
      `  bytes / features in view          ${bar(`bytes ${zoom}`, least(ours, 'bytes') / view.inView, 1.5)}`,
    );
    console.log(
      `  bytes / features of tiles in view ${(least(ours, 'bytes') / view.inTiles).toFixed(2)}`,
    );
  }
  console.log(`  cpu           ${ratio('cpuMs').toFixed(2)}`);
  console.log(`  longest task  ${bar(`task ${zoom}`, least(ours, 'longestCpuMs'), 50)}`);
  console.log(`  memory        ${bar(`memory ${zoom}`, ratio('rssMb'), 1.2)}`);
  if (process.env.BENCH_LOG) console.log(ours[0]!.log.join('\n'));
}
server.close();
console.log(failures.length === 0 ? '\nall bars met' : `\nmissed: ${failures.join(', ')}`);
