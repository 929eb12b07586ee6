import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayerIndex } from '../../src/overlay/edge-index.ts';
import type { Totals } from './kernel.ts';
import { shareIndex } from './shared-index.ts';

export interface Round {
  readonly wallS: number;
  /** Of all threads together. */
  readonly cpuS: number;
  readonly hits: number;
}

/** One and two threads over the same sites, round by round, alternating. */
export interface ThreadRuns {
  readonly one: readonly Round[];
  readonly two: readonly Round[];
}

const ROUNDS = 5;

/** Threads share the indexes as bytes; starting them and a first warm round are not timed. */
export async function runThreads(
  indexes: readonly LayerIndex[],
  count: number,
): Promise<ThreadRuns> {
  const layers = indexes.map(shareIndex);
  const workers = await Promise.all(
    [0, 1].map(async () => {
      const worker = new Worker(resolve(import.meta.dirname, 'thread.mjs'), {
        workerData: { layers, count },
      });
      await once(worker, 'message');
      return worker;
    }),
  );
  const round = async (threads: number): Promise<Round> => {
    const before = process.cpuUsage();
    const start = performance.now();
    const answers = await Promise.all(
      workers.slice(0, threads).map(async (worker, i) => {
        worker.postMessage([i, threads]);
        const [totals] = (await once(worker, 'message')) as [Totals[]];
        return totals.reduce((sum, { hits }) => sum + hits, 0);
      }),
    );
    const wallS = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    return { wallS, cpuS: (user + system) / 1e6, hits: answers.reduce((a, b) => a + b) };
  };
  try {
    const one: Round[] = [];
    const two: Round[] = [];
    for (let k = 0; k <= ROUNDS; k++) {
      const alone = await round(1);
      const both = await round(2);
      if (alone.hits !== both.hits) throw new Error(`${both.hits} hits, not ${alone.hits}`);
      if (k === 0) continue;
      one.push(alone);
      two.push(both);
    }
    return { one, two };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
