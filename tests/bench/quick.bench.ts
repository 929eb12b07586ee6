import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { buildAll, checkAll, checkCuts, cutAll } from './kernel.ts';
import { farmland, redLine, sites, urban } from './layers.ts';

/*
 * The kernel alone, for profiling: best CPU time of ROUNDS (default 15) a site, over N sites (default
 * 1,000). `walk` is without preparing sites; CUT=1 cuts the polygons of partial overlaps too.
 */
const many = sites(Number(process.env.N ?? 1000));
const rounds = Number(process.env.ROUNDS ?? 15);
const index = buildAll([farmland(), redLine(), urban()]);
const ready = many.map((site) => prepareSite(site));

const jobs: [string, () => void][] = [
  ['prepare', () => many.forEach((site) => void prepareSite(site))],
  ['check', () => checkAll(many, index)],
  [
    'walk',
    () => {
      for (const layer of index) for (const site of ready) overlapsOf(site, layer);
    },
  ],
];
if (process.env.CUT) jobs.push(['cut', () => cutAll(many, index, () => {})]);
const best = jobs.map(() => Infinity);
for (let i = 0; i < rounds; i++) {
  jobs.forEach(([, job], k) => {
    const before = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(before);
    best[k] = Math.min(best[k]!, (user + system) / many.length);
  });
}
console.log(JSON.stringify(checkAll(many, index)));
jobs.forEach(([name], k) => {
  console.log(`${name}: ${best[k]!.toFixed(1)} µs a site`);
});
if (process.env.CUT) console.log(checkCuts(many, index));
