import type { SavedWork } from '../workspace.ts';
import { HeldDatabase } from './held-database.ts';
import { faultOf, type KeptWork, type WorkStore } from './work-store.ts';

const NAME = 'sanxian';
/** Two stores, so that the list is read without the work itself. */
const ABOUT = 'about';
const WORK = 'work';

/** Work kept in IndexedDB: two stores, and never one without the other. */
export class IndexedStore implements WorkStore {
  readonly #database: HeldDatabase;

  constructor(factory: IDBFactory | undefined = globalThis.indexedDB) {
    this.#database = new HeldDatabase(
      NAME,
      { [ABOUT]: { keyPath: 'key' }, [WORK]: {} },
      { factory },
    );
  }

  async list(): Promise<KeptWork[]> {
    const all = await this.#run('readonly', (about) => about.getAll());
    return (all as KeptWork[]).sort((a, b) => b.savedAt - a.savedAt);
  }

  async read(key: string): Promise<SavedWork | null> {
    const found = await this.#run('readonly', (_about, work) => work.get(key));
    return (found as SavedWork | undefined) ?? null;
  }

  async write(about: KeptWork, work: SavedWork): Promise<void> {
    await this.#run('readwrite', (abouts, works) => {
      abouts.put(about);
      return works.put(work, about.key);
    });
  }

  async remove(key: string): Promise<void> {
    await this.#run('readwrite', (abouts, works) => {
      abouts.delete(key);
      return works.delete(key);
    });
  }

  async clear(): Promise<void> {
    await this.#run('readwrite', (abouts, works) => {
      abouts.clear();
      return works.clear();
    });
  }

  /** One transaction over both stores: a work is never kept without its entry in the list. */
  async #run(
    mode: IDBTransactionMode,
    ask: (about: IDBObjectStore, work: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    try {
      const database = await this.#database.open();
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction([ABOUT, WORK], mode);
        const request = ask(transaction.objectStore(ABOUT), transaction.objectStore(WORK));
        // Said at once: a page that is going away hears no more of its requests.
        if (mode === 'readwrite') transaction.commit();
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? request.error);
        transaction.onerror = () => {};
      });
    } catch (cause) {
      throw faultOf(cause);
    }
  }
}
