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
  #catalogUrl = '';
  /** What was looked at last, and where: for a worker that takes the place of one that died. */
  #last: Extract<ToLiveWorker, { type: 'look' }> | null = null;
  #box: BBox | null = null;
  #isRepeated = false;

  constructor(start: () => LiveWorkerLike, events: LiveEvents) {
    this.#start = start;
    this.#events = events;
  }

  open(catalogUrl: string): void {
    this.#last = null;
    this.#box = null;
    this.#isRepeated = false;
    this.#begin(catalogUrl);
  }

  #begin(catalogUrl: string): void {
    this.close();
    this.#catalogUrl = catalogUrl;
    const worker = this.#start();
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (worker === this.#worker) this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker !== this.#worker) return;
      this.#died();
    };
    worker.postMessage({ type: 'open', catalogUrl });
  }

  look(parcels: readonly { readonly id: string; readonly polygons: FlatPolygons }[]): void {
    const message = { type: 'look', id: ++this.#asked, parcels } as const;
    this.#last = message;
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
    this.#last = null;
  }

  view(box: BBox): void {
    this.#box = box;
    this.#worker?.postMessage({ type: 'view', box });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#busy = false;
    this.#waiting = null;
  }

  /** Started again and asked once more; a second death in a row is said. */
  #died(): void {
    if (this.#isRepeated) {
      this.close();
      this.#events.onFailed(UI_WORDS['err.worker']);
      return;
    }
    this.#begin(this.#catalogUrl);
    this.#isRepeated = true;
    if (this.#box) this.view(this.#box);
    if (this.#last) this.#send(this.#last);
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
    if (answer.type === 'looked') this.#isRepeated = false;
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.#send(next);
    if (answer.type === 'failed') {
      if (answer.id === null || answer.id === this.#asked) this.#events.onFailed(answer.why);
    } else if (answer.id === this.#asked || next) this.#events.onLooked(answer);
  }
}
