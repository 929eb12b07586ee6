import { buildAll, checkAll, checkCuts, cutAll } from './kernel.ts';
import { farmland, redLine, sites, urban } from './layers.ts';

let t = performance.now();
let c = process.cpuUsage();
const lap = (what: string) => {
  const now = performance.now();
  const cpu = process.cpuUsage(c);
  console.log(what, Math.round(now - t), 'ms, cpu', Math.round(cpu.user / 1000));
  c = process.cpuUsage();
  t = performance.now();
};
const layers = [farmland(), redLine(), urban()];
lap('generate');
console.log(layers.map((l) => [l.length, l.reduce((n, f) => n + f.xy.length / 2, 0)]));
const many = sites(Number(process.env.N ?? 10000));
t = performance.now();
const index = buildAll(layers);
lap('index');
for (let i = 0; i < 6; i++) {
  console.log(checkAll(many, index));
  lap('check');
}
if (process.env.CUT) {
  console.log(checkCuts(many, index));
  for (let i = 0; i < 5; i++) {
    cutAll(many, index, () => {});
    lap('cut');
  }
}
