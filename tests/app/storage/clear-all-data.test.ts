import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { clearAllData, type Forgetting } from '../../../src/app/storage/clear-all-data.ts';

const src = join(import.meta.dirname, '../../../src');

afterEach(() => vi.unstubAllGlobals());

/** Storage with keys of ours and of another program. */
function memory(...keys: string[]): Storage {
  const storage = { removeItem: (key: string) => Reflect.deleteProperty(storage, key) };
  Object.defineProperty(storage, 'removeItem', { enumerable: false });
  for (const key of keys) Object.assign(storage, { [key]: 'x' });
  return storage as unknown as Storage;
}

/** A browser that lists no databases, as some do not. */
function browser(change: Record<string, unknown> = {}) {
  const deleted: string[] = [];
  const indexedDB = {
    deleteDatabase(name: string) {
      deleted.push(name);
      const request: { onsuccess?: () => void } = {};
      queueMicrotask(() => request.onsuccess?.());
      return request;
    },
  };
  const localStorage = memory('sanxian.preferences.1', 'other');
  const sessionStorage = memory('sanxian.open.1', 'other');
  const all = { indexedDB, localStorage, sessionStorage, navigator: {}, caches: undefined };
  for (const [name, value] of Object.entries({ ...all, ...change })) vi.stubGlobal(name, value);
  vi.stubGlobal('document', { baseURI: 'http://here/' });
  return { deleted, localStorage, sessionStorage };
}

it('deletes what is ours, by name where a browser does not list it', async () => {
  const { deleted, localStorage, sessionStorage } = browser();
  expect(await clearAllData(new EventTarget())).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['other']);
  expect(Object.keys(sessionStorage)).toEqual(['other']);
  // every database that anything here opens
  const opened = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .flatMap((text) =>
      /new HeldDatabase\(\s*NAME,/.test(text) ? [/NAME = '([\w-]+)'/.exec(text)![1]!] : [],
    );
  expect(opened.length).toBeGreaterThan(3);
  expect(deleted.sort()).toEqual(opened.sort());
});

it('waits for what still writes, and says what could not be deleted', async () => {
  const { deleted } = browser({
    localStorage: undefined,
    caches: { keys: () => Promise.reject(new Error('denied')) },
  });
  const app = new EventTarget();
  let end: () => void = () => {};
  app.addEventListener('sanxian-forget', (event) => {
    const { wait } = (event as CustomEvent<Forgetting>).detail;
    wait(
      new Promise<void>((resolve) => {
        end = resolve;
      }),
    );
    wait(Promise.reject(new Error('full')));
  });
  const cleared = clearAllData(app);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(deleted).toEqual([]);
  end();
  const refused = await cleared;
  expect(deleted.length).toBeGreaterThan(0);
  expect(refused.filter((one) => one.startsWith('caches'))).toEqual(['caches: denied']);
});
