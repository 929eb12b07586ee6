import { removeKeptFolder } from '../offline/kept-folder.ts';
import { IndexedStore } from './indexed-store.ts';

/** What of this origin is ours begins so. */
const OURS = 'sanxian';

/**
 * Deletes everything that was ever kept on this machine: projects, settings, layer files, the shell for
 * work without a network. What is open on screen stays. Each part is tried; the first failure is thrown
 * after the last.
 */
export async function clearAllData(): Promise<void> {
  await removeServiceWorkers();
  const acts = [clearWork, clearSettings, removeKeptFolder, clearCaches];
  const done = await Promise.allSettled(acts.map((act) => act()));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

async function clearWork(): Promise<void> {
  if (globalThis.indexedDB) await new IndexedStore().clear();
}

async function clearSettings(): Promise<void> {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      for (const key of Object.keys(storage())) {
        if (key.startsWith(`${OURS}.`)) storage().removeItem(key);
      }
    } catch {
      // A browser that keeps nothing has nothing to clear.
    }
  }
}

async function clearCaches(): Promise<void> {
  const storage = globalThis.caches as CacheStorage | undefined;
  for (const name of (await storage?.keys()) ?? []) {
    if (name.startsWith(`${OURS}-`)) await storage?.delete(name);
  }
}

/** A later visit installs it anew. */
async function removeServiceWorkers(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration(document.baseURI);
  registration?.active?.postMessage('forget');
  await registration?.unregister();
}
