import type { FindAnswer, FindRequest } from './find-protocol.ts';

/** The part of a worker that is needed here. */
export interface FindWorkerLike {
  onmessage: ((event: { data: FindAnswer }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: FindRequest): void;
  terminate(): void;
}

type Search = Omit<Extract<FindRequest, { type: 'find' }>, 'type' | 'id'>;

/** Speaks to the find worker, which is started with the first search. */
export class FindClient {
  readonly #start: () => FindWorkerLike;
  #worker: FindWorkerLike | null = null;
  #last = 0;

  constructor(start: () => FindWorkerLike) {
    this.#start = start;
  }

  /** Answers to the last search only. `onDied` ends it: what is not answered by then never is. */
  find(search: Search, onAnswer: (answer: FindAnswer) => void, onDied: () => void): void {
    const id = ++this.#last;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.onmessage = ({ data }) => {
      if (data.id === this.#last && id === this.#last) onAnswer(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.close();
      if (id === this.#last) onDied();
    };
    worker.postMessage({ type: 'find', id, ...search });
  }

  stop(): void {
    this.#last++;
    this.#worker?.postMessage({ type: 'stop' });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
