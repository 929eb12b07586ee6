import type { BBox } from '../geometry/shapes.ts';
import type { CountAnswer, CountRequest, ViewCount } from './count-protocol.ts';

/** The part of a worker that is needed here. */
export interface CountWorkerLike {
  postMessage(message: CountRequest): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Answers are handed on together, at most this often (ms). */
const GATHER_MS = 40;

export interface ViewCounter {
  ask(bbox: BBox, layers: readonly string[]): void;
  /** Nothing is told from here on. */
  close(): void;
}

/** Asks the worker what the view holds, and hands on answers to the last question only. */
export function viewCounter(
  worker: CountWorkerLike,
  told: (counts: readonly ViewCount[]) => void,
): ViewCounter {
  let last = 0;
  let gathered: ViewCount[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const drop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    gathered = [];
  };
  worker.addEventListener('message', ({ data }) => {
    const { type, ask, count } = data as Partial<CountAnswer>;
    if (type !== 'counted' || ask !== last || !count) return;
    gathered.push(count);
    timer ??= setTimeout(() => {
      const counts = gathered;
      drop();
      told(counts);
    }, GATHER_MS);
  });

  return {
    ask(bbox, layers) {
      drop();
      worker.postMessage({ type: 'count', ask: ++last, bbox, layers });
    },
    close() {
      drop();
      last = -1;
    },
  };
}
