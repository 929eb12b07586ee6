import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { siteAt } from './drag-site.ts';
import { checkAll } from './kernel.ts';
import { farmland, redLine } from './layers.ts';

/*
 * Runs in a page: a site of 50 vertices moved a little in every frame, checked against all parcels and
 * the red line in memory.
 */

export interface DragTimes {
  /** Milliseconds of every check, and from frame to frame. */
  readonly checks: number[];
  readonly frames: number[];
  readonly hits: number;
}

const FRAMES = 600;

async function drag(): Promise<DragTimes> {
  const layers = [buildLayerIndex(farmland()), buildLayerIndex(redLine())];
  const checks: number[] = [];
  const frames: number[] = [];
  let hits = 0;
  let last = await nextFrame();
  for (let frame = 0; frame < FRAMES; frame++) {
    const start = performance.now();
    for (const total of checkAll([siteAt(frame)], layers)) hits += total.hits;
    checks.push(performance.now() - start);
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return { checks, frames, hits };
}

const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

Object.assign(globalThis, { drag });
