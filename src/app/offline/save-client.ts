import type { SaveAnswer, SaveRequest } from './save-protocol.ts';

/** The part of a worker that is needed here. */
export interface SaveWorkerLike {
  onmessage: ((event: { data: SaveAnswer }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: SaveRequest): void;
  terminate(): void;
}

/** Speaks to the worker that keeps layers; one that dies fails what it still owed, and is started anew. */
export class SaveClient {
  readonly #start: () => SaveWorkerLike;
  readonly #onAnswer: (answer: SaveAnswer) => void;
  readonly #owed = new Set<string>();
  #worker: SaveWorkerLike | null = null;

  constructor(start: () => SaveWorkerLike, onAnswer: (answer: SaveAnswer) => void) {
    this.#start = start;
    this.#onAnswer = onAnswer;
  }

  send(request: SaveRequest): void {
    this.#worker ??= this.#begin();
    if (request.type === 'save') this.#owed.add(request.layer);
    this.#worker.postMessage(request);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#owed.clear();
  }

  #begin(): SaveWorkerLike {
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      if (data.type !== 'saving') this.#owed.delete(data.layer);
      this.#onAnswer(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      const owed = [...this.#owed];
      this.close();
      const reason = { code: 'keep-failed', params: { reason: event.message ?? 'worker' } };
      for (const layer of owed) this.#onAnswer({ type: 'failed', layer, reason });
    };
    return worker;
  }
}
