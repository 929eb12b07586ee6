import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { launchChromium } from '../e2e/browser.ts';
import {
  doStep,
  type StepTiming,
  timeStep,
  watchInteractions,
  withInteractions,
} from '../e2e/ui-timing.ts';
import { uiWalk } from '../e2e/ui-walk.ts';
import { serveMap } from './map-server.ts';

/*
 * The built app in headless Chromium: every step of a walk through it, the longest task of the main thread
 * and the slowest interaction. Twice: with the map in software WebGL, and without WebGL, where a frame waits
 * for the app alone.
 *
 * BENCH_SITES (default 2000) sites in the file of the batch, BENCH_ROUNDS (default 3), the best of which
 * counts; BENCH_STEP picks steps by name, the others are done unmeasured; BENCH_TRACE=<folder> keeps traces,
 * with BENCH_CATEGORIES besides (disabled-by-default-v8.cpu_profiler); BENCH_MAP=1 or 0 walks one way alone.
 */
const SITES = Number(process.env.BENCH_SITES ?? 2000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const WANTED = new RegExp(process.env.BENCH_STEP ?? '');
const TRACES = process.env.BENCH_TRACE;
const TASK_MS = 200;
const FRAME_MS = 100;

const folder = process.env.BENCH_FOLDER ?? import.meta.dirname;
const dist = resolve(folder, '../../dist');
if (!existsSync(resolve(dist, 'index.html'))) throw new Error('dist/ is missing: npm run build');
const server = await serveMap([dist], /\.fgb$/);

async function round(hasMap: boolean): Promise<StepTiming[]> {
  const browser = await launchChromium(hasMap ? [] : ['--disable-3d-apis']);
  try {
    const page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      serviceWorkers: 'block',
    });
    await page.addInitScript(() =>
      localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}'),
    );
    await watchInteractions(page);
    await page.goto(`${server.url}/index.html`);
    if (hasMap) await page.locator('.map canvas').waitFor();
    await page.waitForTimeout(4000);
    const timed: Awaited<ReturnType<typeof timeStep>>[] = [];
    for (const step of uiWalk({ sites: SITES, degrees: 0.4 })) {
      if (step.onMap && !hasMap) continue;
      try {
        if (!WANTED.test(step.name)) {
          await doStep(page, step);
          continue;
        }
        const besides = (process.env.BENCH_CATEGORIES ?? '').split(',').filter(Boolean);
        const one = await timeStep(browser, page, step, besides);
        if (TRACES) writeFileSync(resolve(TRACES, `${step.name}.json`), one.trace);
        timed.push({ ...one, trace: Buffer.alloc(0) });
      } catch (cause) {
        throw new Error(`the step "${step.name}" could not be done`, { cause });
      }
    }
    return await withInteractions(page, timed);
  } finally {
    await browser.close();
  }
}

/** The round in which a figure was least; a round without one is the best there is. */
function best<T>(of: readonly (T | undefined)[], figure: (one: T) => number): T | null {
  const there = of.filter((one) => one !== undefined);
  if (there.length < of.length) return null;
  return there.reduce((a, b) => (figure(b) < figure(a) ? b : a));
}

const ms = (value: number | undefined): string => (value ?? 0).toFixed(0).padStart(5);
/** CPU time of the main thread beyond the bars. */
const missed: string[] = [];

function print(rounds: readonly StepTiming[][], hasMap: boolean): void {
  /** Beyond the bars by the clock, which counts what else the machine does. */
  const late: string[] = [];
  console.log(`\n${hasMap ? 'with the map, software WebGL' : 'without WebGL'}`);
  console.log(
    `${'step'.padEnd(18)}  longest   busiest task   | input to frame: handlers  frame   cpu  shown | busiest task was`,
  );
  console.log(`${' '.repeat(18)}     task   cpu  script   |`);
  rounds[0]!.forEach(({ name }, i) => {
    const tasks = rounds.map((timed) => timed[i]!.tasks);
    const longest = best(
      tasks.map(([one]) => one),
      (one) => one.ms,
    );
    const busiest = best(
      tasks.map((all) => [...all].sort((a, b) => b.cpuMs - a.cpuMs)[0]),
      (one) => one.cpuMs,
    );
    const inputs = rounds.map((timed) => timed[i]!.interactions[0]);
    const slow = best(inputs, (one) => one.frameMs);
    const cpuMs = best(inputs, (one) => one.cpuMs)?.cpuMs;
    const shownMs = best(inputs, (one) => one.shownMs)?.shownMs;
    if ((busiest?.cpuMs ?? 0) > TASK_MS) missed.push(`${name}: task ${ms(busiest?.cpuMs)} ms`);
    if ((cpuMs ?? 0) > FRAME_MS) missed.push(`${name}: ${ms(cpuMs)} ms to the frame`);
    if ((longest?.ms ?? 0) > TASK_MS) late.push(`${name} (task ${ms(longest?.ms).trim()})`);
    if ((slow?.frameMs ?? 0) > FRAME_MS) late.push(`${name} (frame ${ms(slow?.frameMs).trim()})`);
    console.log(
      [
        name.padEnd(18),
        ` ${ms(longest?.ms)}   ${ms(busiest?.cpuMs)}   ${ms(busiest?.scriptMs)}   |`,
        slow
          ? `${slow.type.padEnd(15)} ${ms(slow.handledMs)}    ${ms(slow.frameMs)} ${ms(cpuMs)}  ${ms(shownMs)} |`
          : `${' '.repeat(41)} |`,
        busiest?.what ?? '',
      ].join(' '),
    );
  });
  console.log(`by the clock beyond ${TASK_MS} and ${FRAME_MS} ms: ${late.join(', ') || 'none'}`);
}

console.log(
  `${cpus()[0]?.model.trim()} x ${cpus().length}, load ${loadavg()[0]!.toFixed(1)}, best of ${ROUNDS}`,
);
for (const hasMap of [true, false]) {
  if (process.env.BENCH_MAP && (process.env.BENCH_MAP === '1') !== hasMap) continue;
  const rounds: StepTiming[][] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(hasMap));
  print(rounds, hasMap);
}
server.close();
console.log(`load ${loadavg()[0]!.toFixed(1)}`);
console.log(missed.length === 0 ? '\nall bars met' : `\nmissed:\n  ${missed.join('\n  ')}`);
