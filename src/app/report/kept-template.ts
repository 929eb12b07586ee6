import type { HouseTemplate } from '../../domain/report-template.ts';
import { HeldDatabase } from '../storage/held-database.ts';

const NAME = 'sanxian-template';
const STORE = 'house';
const KEY = 'chosen';
let database: HeldDatabase | null = null;

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

function run(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  database ??= new HeldDatabase(NAME, { [STORE]: {} });
  return database.run(mode, (store) => ask(store!));
}
