/** In the private file system of this origin; each file is called by its SHA-256. */
const FOLDER = 'sanxian-layers';
/** A file that has not wholly arrived, or was not yet verified, carries this behind its name. */
export const PART = '.part';
/** Pages and workers tell each other here that something was kept or let go. */
const CHANNEL = 'sanxian-kept';

/**
 * The folder of kept layer files. null where the browser has no such place (plain http, private windows),
 * or where nothing was ever kept and it is not to be made.
 */
export async function keptFolder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create });
  } catch {
    return null;
  }
}

/** Whether files can be kept here at all. */
export async function canKeep(): Promise<boolean> {
  const storage = globalThis.navigator?.storage as Partial<StorageManager> | undefined;
  if (!storage?.getDirectory) return false;
  return storage.getDirectory().then(
    () => true,
    () => false,
  );
}

/** Lengths of what lies there, by name. */
export async function keptSizes(): Promise<Map<string, number>> {
  const folder = await keptFolder(false);
  const sizes = new Map<string, number>();
  if (!folder) return sizes;
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file') continue;
    const file = await handle.getFile().catch(() => null);
    if (file) sizes.set(name, file.size);
  }
  return sizes;
}

/** Lets go of everything that is kept. */
export async function removeKeptFolder(): Promise<void> {
  if (!(await canKeep())) return;
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch((cause: unknown) => {
    if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
  });
  tellKeptChanged();
}

export function tellKeptChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another page or worker has kept something or let go of it. */
export function onKeptChanged(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => changed();
  return () => channel.close();
}
