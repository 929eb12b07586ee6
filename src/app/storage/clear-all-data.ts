import { tellKeptChanged } from '../offline/kept-folder.ts';

/** What this program calls its own in the browser begins so; the rest of the origin is another's. */
const OWN = 'sanxian';
/** Where a browser does not list its databases. */
const DATABASES = ['sanxian', 'sanxian-batch', 'sanxian-statistics', 'sanxian-template'];
/** A database that something holds open is let go of at once, or not at all (ms). */
const PATIENCE_MS = 3000;

/** Told before anything is deleted: whoever still writes ends it, and forgets what it has written. */
export interface Forgetting {
  wait(done: Promise<unknown>): void;
}

/**
 * Deletes everything that was ever kept in this browser: settings, places, projects, batches, sums, the
 * template, layer files, the shell for work without a network. What is open on screen stays. Each part is
 * tried. Gives what could not be deleted, and why.
 *
 * @param app hears `sanxian-forget` first: what is still being written would come back
 */
export async function clearAllData(app: EventTarget): Promise<string[]> {
  const endings: Promise<unknown>[] = [];
  const detail: Forgetting = { wait: (done) => endings.push(done) };
  app.dispatchEvent(new CustomEvent('sanxian-forget', { detail }));
  await Promise.allSettled(endings);
  const refused: string[] = [];
  const attempt = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (cause) {
      refused.push(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };
  // first of all: it would fill its caches anew
  await attempt('service worker', removeServiceWorker);
  await attempt('localStorage', async () => clearStorage(() => localStorage));
  await attempt('sessionStorage', async () => clearStorage(() => sessionStorage));
  await attempt('IndexedDB', clearDatabases);
  await attempt('caches', clearCaches);
  await attempt('OPFS', clearFiles);
  return refused;
}

/** A later visit installs it anew. */
async function removeServiceWorker(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration(document.baseURI);
  registration?.active?.postMessage('forget');
  await registration?.unregister();
}

function clearStorage(storageOf: () => Storage): void {
  let storage: Storage;
  try {
    storage = storageOf();
  } catch {
    return; // a browser that keeps nothing has nothing to clear
  }
  for (const key of Object.keys(storage)) if (isOwn(key)) storage.removeItem(key);
}

async function clearDatabases(): Promise<void> {
  const { indexedDB } = globalThis;
  if (!indexedDB) return;
  const listed = await indexedDB.databases?.().catch(() => null);
  const names = listed?.flatMap(({ name }) => (name && isOwn(name) ? [name] : [])) ?? DATABASES;
  await Promise.all(names.map(deleteDatabase));
}

/** Whoever has it open hears of it and closes; another program of ours that does not is told of. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => {
      setTimeout(() => reject(new Error(`${name} is open elsewhere`)), PATIENCE_MS);
    };
  });
}

async function clearCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter(isOwn).map((name) => caches.delete(name)));
}

async function clearFiles(): Promise<void> {
  const storage = globalThis.navigator?.storage as Partial<StorageManager> | undefined;
  // private windows refuse: nothing was ever kept there
  const root = await storage?.getDirectory?.().catch(() => null);
  if (!root) return;
  const names: string[] = [];
  for await (const name of root.keys()) if (isOwn(name)) names.push(name);
  try {
    for (const name of names) await root.removeEntry(name, { recursive: true });
  } finally {
    tellKeptChanged();
  }
}

function isOwn(name: string): boolean {
  return name.toLowerCase().startsWith(OWN);
}
