import { wordOf } from '../../text/words/ui.ts';
import type {
  ReviewAnswer,
  ReviewJob,
  ReviewNews,
  ReviewOutcome,
  ReviewRequest,
} from './review-protocol.ts';

/** The part of a worker that is needed here. */
export interface ReviewWorkerLike {
  onmessage: ((event: { data: ReviewAnswer }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: ReviewRequest): void;
  terminate(): void;
}

interface Waiting {
  readonly job: ReviewJob;
  readonly onNews: ((news: ReviewNews) => void) | undefined;
  readonly resolve: (outcome: ReviewOutcome) => void;
  readonly reject: (cause: Error) => void;
  repeated: boolean;
}

/**
 * Speaks to a review worker, which is started with the first job. One that dies is started again and what it
 * owed is repeated once; what dies a second time is answered `failed`. Rejects only when aborted.
 */
export class ReviewClient {
  readonly #start: () => ReviewWorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #worker: ReviewWorkerLike | null = null;
  #last = 0;

  constructor(start: () => ReviewWorkerLike) {
    this.#start = start;
  }

  ask(
    job: ReviewJob,
    signal?: AbortSignal,
    onNews?: (news: ReviewNews) => void,
  ): Promise<ReviewOutcome> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(aborted());
        return;
      }
      this.#waiting.set(id, { job, onNews, resolve, reject, repeated: false });
      signal?.addEventListener('abort', () => this.#stop(id), { once: true });
      this.#send({ ...job, id });
    });
  }

  /** Ends the worker; a later job starts it again. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(aborted());
    this.#waiting.clear();
  }

  #stop(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#send({ type: 'stop', id });
    waiting.reject(aborted());
  }

  #send(request: ReviewRequest): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(request);
  }

  #begin(): ReviewWorkerLike {
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.#worker) this.#onDied(worker);
    };
    return worker;
  }

  #receive({ id, ...message }: ReviewAnswer): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    if (message.type === 'progress' || message.type === 'result') {
      waiting.onNews?.(message as ReviewNews);
      return;
    }
    this.#waiting.delete(id);
    waiting.resolve(message as ReviewOutcome);
  }

  #onDied(worker: ReviewWorkerLike): void {
    worker.terminate();
    this.#worker = null;
    for (const [id, waiting] of [...this.#waiting]) {
      if (waiting.repeated) {
        this.#waiting.delete(id);
        waiting.resolve({ type: 'failed', why: wordOf('err.worker') });
        continue;
      }
      waiting.repeated = true;
      this.#send({ ...waiting.job, id });
    }
  }
}

function aborted(): Error {
  return new DOMException('canceled', 'AbortError');
}
