import { describeSums } from '../../src/files/describe-sums.ts';
import { serveLayer } from '../files/cold-check.ts';
import { farmlandFile, middleOf } from '../files/parcels.ts';
import { entryOf } from '../files/sample-layer.ts';
import { seeded } from '../overlay/seeded.ts';

/*
 * `node tests/bench/run.mjs cold`: what a first check over HTTP reads of a farmland of N parcels (500,000),
 * with its chunk sums and without. Sites of 50 ha, empty caches each time.
 */
const parcels = Number(process.env.N ?? 500_000);
let start = performance.now();
const lap = (what: string) => {
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  start = performance.now();
};
const bytes = farmlandFile(parcels);
lap(`${parcels} parcels, ${(bytes.length / 1e6).toFixed(0)} MB`);
const sums = describeSums('farmland.fgb', bytes);
lap(`sums of ${(sums.bytes.length / 1e3).toFixed(0)} kB`);
const plain = await entryOf(bytes);
lap('catalog entry');
const server = await serveLayer({ 'farmland.fgb': bytes, 'farmland.fgb.sums': sums.bytes });
const random = seeded(9);
const { x, y, dx, dy } = middleOf(parcels);
const costs: { requests: number; bytes: number; hits: number; ms: number }[] = [];
for (let i = 0; i < 200; i++) {
  const { layer, cost } = server.cold({ ...plain, chunkSums: sums.entry });
  const west = x + 1.9 * dx * (random() - 0.5);
  const south = y + 1.9 * dy * (random() - 0.5);
  const from = performance.now();
  await layer.open();
  let hits = 0;
  for await (const _ of layer.featuresIn([west, south, west + 0.008, south + 0.0064])) hits++;
  costs.push({ ...cost, hits, ms: performance.now() - from });
}
for (const what of ['requests', 'bytes', 'hits', 'ms'] as const) {
  const sorted = costs.map((cost) => cost[what]).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  console.log(
    `${what.padEnd(9)} median ${at(0.5)}  90 % ${at(0.9)}  99 % ${at(0.99)}  most ${at(1)}`,
  );
}
const over = costs.filter((cost) => cost.requests > 12 || cost.bytes > 400_000).length;
console.log(`${over} of ${costs.length} beyond 12 requests or 400 kB`);
const { layer, cost } = server.cold(plain);
await layer.open();
console.log(`without sums: ${cost.requests} requests, ${(cost.bytes / 1e6).toFixed(1)} MB`);
await server.close();
