/**
 * Which work this tab had open. A reload and a crash bring the tab's own back; a new tab takes up what was
 * open last. Where the browser keeps nothing, nothing is remembered.
 */
const OPEN = 'sanxian.open.1';
const RESTORING = 'sanxian.restoring.1';

export function rememberOpen(key: string | null): void {
  for (const storage of [session(), local()]) {
    if (key === null) drop(storage, OPEN);
    else put(storage, OPEN, key);
  }
}

export function openKey(): string | null {
  return get(session(), OPEN) ?? get(local(), OPEN);
}

/** Marks a restoration as begun or ended. */
export function markRestoring(key: string | null): void {
  if (key === null) drop(session(), RESTORING);
  else put(session(), RESTORING, key);
}

/** The work whose restoration never ended: it may be what made the page crash. */
export function brokenKey(): string | null {
  return get(session(), RESTORING);
}

function session(): Storage | null {
  return storageOf(() => sessionStorage);
}

function local(): Storage | null {
  return storageOf(() => localStorage);
}

function storageOf(read: () => Storage): Storage | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function get(storage: Storage | null, key: string): string | null {
  return storage?.getItem(key) ?? null;
}

function put(storage: Storage | null, key: string, value: string): void {
  try {
    storage?.setItem(key, value);
  } catch {
    // Working without memory is fine.
  }
}

function drop(storage: Storage | null, key: string): void {
  storage?.removeItem(key);
}
