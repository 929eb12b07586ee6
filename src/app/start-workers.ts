import type { CheckWorkerLike } from './check-client.ts';
import type { LiveWorkerLike } from './drawing/live-client.ts';
import type { FindWorkerLike } from './find-client.ts';
import type { SaveWorkerLike } from './offline/save-client.ts';
import type { ReviewWorkerLike } from './review/review-client.ts';
import { startWorker } from './worker-start.ts';

/*
 * The workers of the workspace. Bundlers follow an address only where it is written out, hence one function
 * for each. `baseUrl` is the folder that the built app is served from; '' is beside the module.
 */

export function startChecker(baseUrl: string): CheckWorkerLike {
  const beside = () =>
    new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('check-worker', beside, baseUrl) as unknown as CheckWorkerLike;
}

export function startSaver(baseUrl: string): SaveWorkerLike {
  const beside = () =>
    new Worker(new URL('./offline/save-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('save-worker', beside, baseUrl) as unknown as SaveWorkerLike;
}

export function startFinder(baseUrl: string): FindWorkerLike {
  const beside = () => new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('find-worker', beside, baseUrl) as unknown as FindWorkerLike;
}

export function startLive(baseUrl: string): LiveWorkerLike {
  const beside = () =>
    new Worker(new URL('./drawing/live-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('live-worker', beside, baseUrl) as unknown as LiveWorkerLike;
}

export function startReview(baseUrl: string): ReviewWorkerLike {
  const beside = () =>
    new Worker(new URL('./review/review-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('review-worker', beside, baseUrl) as unknown as ReviewWorkerLike;
}
