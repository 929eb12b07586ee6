import type { HouseTemplate } from '../../domain/report-template.ts';

const NAME = 'sanxian-template';
const STORE = 'house';
const KEY = 'chosen';

/** The template of the last visit; null where there is none, or nothing may be kept here. */
export async function readKeptTemplate(): Promise<HouseTemplate | null> {
  try {
    return (
      ((await run('readonly', (store) => store.get(KEY))) as HouseTemplate | undefined) ?? null
    );
  } catch {
    return null;
  }
}

/** Keeps a template for the next visit, or forgets it. False where nothing may be kept here. */
export async function keepTemplate(house: HouseTemplate | null): Promise<boolean> {
  try {
    await run('readwrite', (store) => (house ? store.put(house, KEY) : store.delete(KEY)));
    return true;
  } catch {
    return false;
  }
}

async function run(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}
