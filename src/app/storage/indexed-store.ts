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

  /** Both stores in one transaction: a work is never kept without its entry in the list. */
  async #run(
    mode: IDBTransactionMode,
    ask: (about: IDBObjectStore, work: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    try {
      return await this.#database.run(mode, (about, work) => ask(about!, work!));
    } catch (cause) {
      throw faultOf(cause);
    }
  }
}
