import type { FileHandle } from './batch-ask.ts';
import { isStray, type PlacedFile } from './batch-sources.ts';

/** A file by its path from where it was dropped: parts of one name in two folders are two things. */
export async function pathedFilesIn(entries: readonly FileSystemEntry[]): Promise<FileHandle[]> {
  const placed = await filesIn(entries);
  return placed
    .filter(({ path }) => !isStray(path))
    .map(({ path, file }) => ({
      name: path,
      size: file.size,
      arrayBuffer: () => file.arrayBuffer(),
    }));
}

/** Files of what was dropped, with the folders above them, in the order of their paths. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<PlacedFile[]> {
  const found = await Promise.all(entries.map((entry) => walk(entry, '')));
  return found.flat();
}

async function walk(entry: FileSystemEntry, above: string): Promise<PlacedFile[]> {
  const path = above === '' ? entry.name : `${above}/${entry.name}`;
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: PlacedFile[] = [];
  for (const one of inside) found.push(...(await walk(one, path)));
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** A folder tells its entries in parts, until it tells none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}
