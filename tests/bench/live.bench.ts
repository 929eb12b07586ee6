import { loadavg } from 'node:os';
import { buildAll } from './kernel.ts';
import { farmland, redLine, urban } from './layers.ts';
import { printLive } from './live.ts';

/** Threads and dragging alone, without the peers. */
await printLive(
  buildAll([farmland(), redLine(), urban()]),
  Number(process.env.BENCH_SITES ?? 10_000),
);
console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
