/** What this program calls its own in the browser begins so. */
const OWN = 'sanxian';

/**
 * Deletes everything that was kept in this browser: settings, databases, caches, stored layers. Names that
 * are not ours are another program's of the same origin and stay. Gives what could not be deleted, and why.
 */
export async function clearAll(): Promise<string[]> {
  const refused: string[] = [];
  const attempt = async (what: string, act: () => Promise<unknown> | undefined) => {
    try {
      await act();
    } catch (cause) {
      refused.push(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };
  await attempt('localStorage', async () => clearStorage(() => localStorage));
  await attempt('sessionStorage', async () => clearStorage(() => sessionStorage));
  await attempt('IndexedDB', clearDatabases);
  await attempt('caches', clearCaches);
  await attempt('OPFS', clearFiles);
  return refused;
}

function clearStorage(storage: () => Storage): void {
  for (const key of Object.keys(storage())) if (isOwn(key)) storage().removeItem(key);
}

async function clearDatabases(): Promise<void> {
  const known = await globalThis.indexedDB?.databases?.();
  await Promise.all(
    (known ?? []).flatMap(({ name }) => (name && isOwn(name) ? [deleteDatabase(name)] : [])),
  );
}

/** One that is open somewhere is deleted when it closes; it is not waited for. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

async function clearCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter(isOwn).map((name) => caches.delete(name)));
}

async function clearFiles(): Promise<void> {
  const root = await navigator.storage?.getDirectory?.();
  if (!root) return;
  const names: string[] = [];
  for await (const name of root.keys()) if (isOwn(name)) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}

function isOwn(name: string): boolean {
  return name.toLowerCase().startsWith(OWN);
}
