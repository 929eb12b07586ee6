import { unlessAborted } from './deadline.ts';

/**
 * One piece of work that several callers wait for. Each may leave by its own signal; the work itself
 * is aborted when the last of them has left.
 */
export class SharedWork<T> {
  private readonly controller = new AbortController();
  private readonly result: Promise<T>;
  private waiting = 0;
  private state: 'running' | 'done' | 'failed' = 'running';

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    // a step later, so that whoever starts it can note it down first
    this.result = Promise.resolve().then(() => work(this.controller.signal));
    this.result.then(
      () => {
        this.state = 'done';
      },
      () => {
        this.state = 'failed';
      },
    );
  }

  /** It failed or was given up: whoever comes now has to start anew. */
  get lost(): boolean {
    return this.state === 'failed' || this.controller.signal.aborted;
  }

  async join(signal?: AbortSignal): Promise<T> {
    this.waiting++;
    try {
      return await unlessAborted(this.result, signal);
    } finally {
      this.waiting--;
      if (this.waiting === 0 && this.state === 'running') this.controller.abort(signal?.reason);
    }
  }
}
