import type { LayerIndex } from '../../src/overlay/edge-index.ts';
import { runChromium } from './chromium.ts';
import { siteAt } from './drag-site.ts';
import { checkAll } from './kernel.ts';
import { type Round, runThreads } from './threads.ts';

const NODE_FRAMES = 2000;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

function quantile(values: readonly number[], share: number): number {
  return sorted(values)[Math.floor(share * values.length)]!;
}

function shares(times: readonly number[]): string {
  const at = (share: number): string => quantile(times, share).toFixed(2);
  return `median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`;
}

/** Two threads against one, and a site being dragged, in Node and in a page of Chromium. */
export async function printLive(indexes: readonly LayerIndex[], sites: number): Promise<void> {
  const { one, two } = await runThreads(indexes, sites);
  const middle = (rounds: readonly Round[], key: 'wallS' | 'cpuS'): number =>
    quantile(
      rounds.map((round) => round[key]),
      0.5,
    );
  const [alone, both] = [middle(one, 'wallS'), middle(two, 'wallS')];
  const idle = (2 * middle(one, 'cpuS')) / middle(two, 'cpuS');
  console.log(
    `two threads: ${both.toFixed(3)} s wall, one: ${alone.toFixed(3)} s, medians of ${one.length} (${(alone / both).toFixed(2)}x; by CPU time, on idle cores, ${idle.toFixed(2)}x)`,
  );

  const times: number[] = [];
  for (let k = 0; k < NODE_FRAMES; k++) {
    const start = performance.now();
    checkAll([siteAt(k)], indexes.slice(0, 2));
    times.push(performance.now() - start);
  }
  console.log(`drag in Node, ${NODE_FRAMES} frames: ${shares(times)}`);

  const page = await runChromium();
  if (page) {
    const { checks, frames, hits } = page.times;
    console.log(`drag in Chromium ${page.version}, ${checks.length} frames (${hits} hits):`);
    console.log(`  check ${shares(checks)}; frame to frame ${shares(frames)}`);
  } else {
    console.log('drag in Chromium: absent (chromium)');
  }
}
