import type { BBox, FlatPolygons } from '../../geometry/shapes.ts';
import type { Text } from '../../text/text.ts';
import { UI_WORDS } from '../../text/words/ui.ts';
import type { FromLiveWorker, LiveLooked, ToLiveWorker } from './live-protocol.ts';

/** The part of a worker that is needed here. */
export interface LiveWorkerLike {
  onmessage: ((event: { data: FromLiveWorker }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: ToLiveWorker): void;
  terminate(): void;
}

export interface LiveEvents {
  /** Of the last shapes that were shown; earlier answers are dropped. */
  onLooked(looked: LiveLooked): void;
  onEdges(segments: Float64Array): void;
  onFailed(why: Text): void;
}

/**
 * Speaks to the live worker. One look is under way at a time: while it is, only the latest shapes wait,
 * so that a slow machine falls behind by one look and not by a drag.
 */
export class LiveClient {
  readonly #start: () => LiveWorkerLike;
  readonly #events: LiveEvents;
  #worker: LiveWorkerLike | null = null;
  #asked = 0;
  #busy = false;
  #waiting: Extract<ToLiveWorker, { type: 'look' }> | null = null;

  constructor(start: () => LiveWorkerLike, events: LiveEvents) {
    this.#start = start;
    this.#events = events;
  }

  open(catalogUrl: string): void {
    this.close();
    const worker = this.#start();
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (worker === this.#worker) this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker !== this.#worker) return;
      this.close();
      this.#events.onFailed(UI_WORDS['err.worker']);
    };
    worker.postMessage({ type: 'open', catalogUrl });
  }

  look(parcels: readonly { readonly id: string; readonly polygons: FlatPolygons }[]): void {
    const message = { type: 'look', id: ++this.#asked, parcels } as const;
    if (this.#busy) {
      this.#waiting = message;
      return;
    }
    this.#send(message);
  }

  /** What was shown before no longer counts: nothing is to be looked at now. */
  forget(): void {
    this.#asked++;
    this.#waiting = null;
  }

  view(box: BBox): void {
    this.#worker?.postMessage({ type: 'view', box });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#busy = false;
    this.#waiting = null;
  }

  #send(message: Extract<ToLiveWorker, { type: 'look' }>): void {
    if (!this.#worker) return;
    this.#busy = true;
    this.#worker.postMessage(message);
  }

  #receive(answer: FromLiveWorker): void {
    if (answer.type === 'edges') {
      this.#events.onEdges(answer.segments);
      return;
    }
    this.#busy = false;
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.#send(next);
    if (answer.type === 'failed') {
      if (answer.id === null || answer.id === this.#asked) this.#events.onFailed(answer.why);
    } else if (answer.id === this.#asked || next) this.#events.onLooked(answer);
  }
}
