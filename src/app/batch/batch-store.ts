import type { BatchRow } from '../../components/batch-rows.ts';
import { HeldDatabase } from '../storage/held-database.ts';
import { faultOf } from '../storage/work-store.ts';
import { goneFile } from './batch-ask.ts';
import type { AskedSource } from './batch-runner.ts';

/** A file of a batch with its rows, as it is kept. */
export interface KeptSource extends AskedSource {
  readonly rows: readonly BatchRow[];
  /** Place of the file in the batch, from 0. */
  readonly order: number;
}

/**
 * Where a batch is kept on this machine. Every call rejects with a `StorageFault` where it cannot. Clearing
 * outlives what was asked to be written before, and the page: it is on its way when `clear` returns.
 */
export interface BatchStore {
  /** In the order of the batch. */
  read(): Promise<{ readonly made: string; readonly sources: readonly KeptSource[] } | null>;
  /** Rows of files; the files themselves are written once. */
  write(made: string, sources: readonly KeptSource[]): Promise<void>;
  clear(): Promise<void>;
}

const NAME = 'sanxian-batch';
const ABOUT = 'about';
const FILES = 'files';
const ROWS = 'rows';
/** Files above this are not copied into storage; they are asked for again (bytes). */
const MOST_FILE_BYTES = 30_000_000;

/** A batch in IndexedDB: the files, and apart from them their rows, which change often. */
export class IndexedBatchStore implements BatchStore {
  readonly #held: HeldDatabase;
  /** Files that stand in the store already. */
  readonly #written = new Map<string, string>();
  #clearings = 0;

  constructor(factory: IDBFactory | undefined = globalThis.indexedDB) {
    const stores = { [ABOUT]: {}, [FILES]: {}, [ROWS]: {} };
    this.#held = new HeldDatabase(NAME, stores, { factory, onGone: () => this.#written.clear() });
  }

  async read() {
    const database = await this.#database();
    return this.#try(async () => {
      const transaction = database.transaction([ABOUT, FILES, ROWS]);
      const [made, files, rows] = await Promise.all([
        asked<string | undefined>(transaction.objectStore(ABOUT).get('made')),
        asked<AskedSource[]>(transaction.objectStore(FILES).getAll()),
        asked<{ key: string; order: number; rows: BatchRow[] }[]>(
          transaction.objectStore(ROWS).getAll(),
        ),
      ]);
      if (made === undefined) return null;
      const byKey = new Map(files.map((one) => [one.source.key, one]));
      for (const one of files) this.#written.set(one.source.key, JSON.stringify(one.answers));
      const sources = rows
        .sort((a, b) => a.order - b.order)
        .flatMap(({ key, order, rows: own }): KeptSource[] => {
          const file = byKey.get(key);
          return file ? [{ ...file, order, rows: own }] : [];
        });
      return { made, sources };
    });
  }

  async write(made: string, sources: readonly KeptSource[]): Promise<void> {
    const clearings = this.#clearings;
    const database = await this.#database();
    if (clearings !== this.#clearings) return;
    await this.#try(async () => {
      const transaction = database.transaction([ABOUT, FILES, ROWS], 'readwrite');
      const done = ended(transaction);
      transaction.objectStore(ABOUT).put(made, 'made');
      for (const { source, answers, order, rows } of sources) {
        const said = JSON.stringify(answers);
        if (this.#written.get(source.key) !== said) {
          transaction.objectStore(FILES).put({ source: lightened(source), answers }, source.key);
          this.#written.set(source.key, said);
        }
        transaction.objectStore(ROWS).put({ key: source.key, order, rows }, source.key);
      }
      await done.catch((cause: unknown) => {
        for (const { source } of sources) this.#written.delete(source.key);
        throw cause;
      });
    });
  }

  async clear(): Promise<void> {
    this.#clearings++;
    this.#written.clear();
    // not a turn later where it can be helped: the page may be closed by then
    const database = this.#held.ready ?? (await this.#database());
    await this.#try(async () => {
      const transaction = database.transaction([ABOUT, FILES, ROWS], 'readwrite');
      for (const name of [ABOUT, FILES, ROWS]) transaction.objectStore(name).clear();
      // said at once: a page that is going away hears no more of its requests
      transaction.commit();
      await ended(transaction);
    });
  }

  async #try<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw faultOf(cause);
    }
  }

  #database(): Promise<IDBDatabase> {
    return this.#try(() => this.#held.open());
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => {};
  });
}

/** A large file is kept by its name alone; whoever comes back gives it again. */
function lightened(source: AskedSource['source']): AskedSource['source'] {
  const parts = [source.file, ...source.beside.map(({ file }) => file)];
  if (parts.reduce((sum, { size }) => sum + size, 0) <= MOST_FILE_BYTES) return source;
  return { ...source, file: goneFile(source.file), beside: [], claim: null };
}
