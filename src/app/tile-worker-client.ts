import type { CatalogLayer } from '../domain/catalog.ts';
import type { TileWorkerLike } from '../map/worker-port.ts';
import type { ToTileWorker } from '../tiles/tile-messages.ts';
import type { CountRequest } from './count-protocol.ts';
import type { CountWorkerLike } from './view-counter.ts';

/** The part of a Worker that is needed here. */
export interface TileWorkerProcess {
  postMessage(message: ToTileWorker | CountRequest): void;
  addEventListener(type: 'message', listener: (event: { data: never }) => void): void;
  addEventListener(type: 'error', listener: (event: TileWorkerError) => void): void;
  terminate(): void;
}

interface TileWorkerError {
  readonly message?: string;
  preventDefault?(): void;
}

/** A worker that dies before it has made a tile is started so often in a row and no more. */
const MOST_STARTS = 3;

/**
 * The tile worker as long as the map lives. One that dies fails what it still owed and is started again, with
 * the same layers; what it had failed is then to be asked for once more.
 */
export class TileWorkerClient implements TileWorkerLike, CountWorkerLike {
  readonly #start: () => TileWorkerProcess;
  readonly #open: Extract<ToTileWorker, { type: 'open' }>;
  readonly #onRestarted: () => void;
  readonly #onMessage: ((event: { data: never }) => void)[] = [];
  readonly #onError: ((event: TileWorkerError) => void)[] = [];
  #process: TileWorkerProcess;
  #starts = 0;
  /** Of what it died for good; null: it lives. */
  #death: TileWorkerError | null = null;

  constructor(
    start: () => TileWorkerProcess,
    layers: readonly CatalogLayer[],
    base: string,
    onRestarted: () => void,
  ) {
    this.#start = start;
    this.#open = { type: 'open', base, layers };
    this.#onRestarted = onRestarted;
    this.#process = this.#begin();
  }

  postMessage(message: ToTileWorker | CountRequest): void {
    const death = this.#death;
    if (!death) this.#process.postMessage(message);
    // Nobody will answer: that is said, and never waited for.
    else setTimeout(() => this.#tellFailed(death), 0);
  }

  // biome-ignore lint/suspicious/noExplicitAny: one list for each of the two kinds of event
  addEventListener(type: 'message' | 'error', listener: (event: any) => void): void {
    if (type === 'message') this.#onMessage.push(listener);
    else this.#onError.push(listener);
  }

  terminate(): void {
    this.#onMessage.length = 0;
    this.#onError.length = 0;
    this.#starts = MOST_STARTS;
    this.#process.terminate();
  }

  #begin(): TileWorkerProcess {
    this.#starts++;
    const process = this.#start();
    process.addEventListener('message', (event) => {
      if (process !== this.#process) return;
      if ((event.data as { type?: string }).type === 'tile') this.#starts = 0;
      for (const told of this.#onMessage) told(event);
    });
    process.addEventListener('error', (event) => {
      event.preventDefault?.();
      if (process === this.#process && !this.#death) this.#died(event);
    });
    process.postMessage(this.#open);
    return process;
  }

  #died(event: TileWorkerError): void {
    this.#process.terminate();
    const again = this.#starts < MOST_STARTS;
    if (again) this.#process = this.#begin();
    else this.#death = event;
    this.#tellFailed(event);
    if (again) this.#onRestarted();
  }

  #tellFailed(event: TileWorkerError): void {
    for (const told of this.#onError) told(event);
  }
}
