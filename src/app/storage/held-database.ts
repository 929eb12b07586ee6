import { StorageFault } from './work-store.ts';

export interface HeldOptions {
  /** What the browser has; undefined where it has none. */
  readonly factory?: IDBFactory | undefined;
  /** It was closed or deleted from outside: what was known of its content no longer holds. */
  readonly onGone?: () => void;
}

/**
 * A database of this program, opened when it is first asked for and let go of when another tab deletes it;
 * the next to ask opens it anew. Plain http pages have IndexedDB too. The few calls on it are less than a
 * wrapper library would bring along.
 */
export class HeldDatabase {
  readonly #name: string;
  readonly #stores: Readonly<Record<string, IDBObjectStoreParameters>>;
  readonly #options: HeldOptions;
  #opened: Promise<IDBDatabase> | null = null;
  #ready: IDBDatabase | null = null;

  /** @param stores by name, as they are made at the first visit */
  constructor(
    name: string,
    stores: Readonly<Record<string, IDBObjectStoreParameters>>,
    options: HeldOptions = {},
  ) {
    this.#name = name;
    this.#stores = stores;
    this.#options = { factory: globalThis.indexedDB, ...options };
  }

  /** The open one, for what cannot wait; null: not open yet, or no longer. */
  get ready(): IDBDatabase | null {
    return this.#ready;
  }

  /** Rejects with a StorageFault, or what the browser says; then the next to ask tries again. */
  open(): Promise<IDBDatabase> {
    this.#opened ??= this.#begin().catch((cause: unknown) => {
      this.#opened = null;
      throw cause;
    });
    return this.#opened;
  }

  /**
   * One transaction over all stores, in the order they were named, and what its last request gives. Rejects
   * like `open`, or with why the transaction was aborted.
   */
  async run(
    mode: IDBTransactionMode,
    ask: (...stores: IDBObjectStore[]) => IDBRequest,
  ): Promise<unknown> {
    const database = await this.open();
    return new Promise((resolve, reject) => {
      const names = Object.keys(this.#stores);
      const transaction = database.transaction(names, mode);
      const request = ask(...names.map((name) => transaction.objectStore(name)));
      // Said at once: a page that is going away hears no more of its requests.
      if (mode === 'readwrite') transaction.commit();
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  }

  #begin(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const { factory } = this.#options;
      if (!factory) throw new StorageFault('denied', 'no IndexedDB');
      const request = factory.open(this.#name, 1);
      request.onupgradeneeded = () => {
        for (const [name, parameters] of Object.entries(this.#stores)) {
          request.result.createObjectStore(name, parameters);
        }
      };
      request.onsuccess = () => {
        const database = request.result;
        this.#ready = database;
        database.onclose = () => this.#forget();
        database.onversionchange = () => {
          database.close();
          this.#forget();
        };
        resolve(database);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new StorageFault('failed', 'blocked by another tab'));
    });
  }

  #forget(): void {
    this.#opened = null;
    this.#ready = null;
    this.#options.onGone?.();
  }
}
