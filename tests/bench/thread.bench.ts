import { parentPort, workerData } from 'node:worker_threads';
import { checkAll } from './kernel.ts';
import { sites } from './layers.ts';
import { openShared } from './shared-index.ts';

/** One thread of the two-thread row: every message [from, step] checks the sites from, from + step, ... */
const { layers, count } = workerData as { layers: SharedArrayBuffer[]; count: number };
const indexes = layers.map(openShared);
const all = sites(count);

parentPort!.on('message', ([from, step]: [number, number]) => {
  const totals = checkAll(
    all.filter((_, i) => i % step === from),
    indexes,
  );
  parentPort!.postMessage(totals);
});
parentPort!.postMessage('ready');
