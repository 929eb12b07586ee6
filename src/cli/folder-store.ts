import { randomBytes } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { UserError } from '../domain/user-error.ts';
import { fileSegments } from '../files/catalog.ts';
import { EDITIONS } from '../layers/edition-names.ts';
import type { LayerStore, StagedFile, Staging } from '../layers/layer-store.ts';
import { CATALOG } from '../layers/read-store-catalog.ts';
import { fileSource } from './file-source.ts';
import { openStagedFile, syncPath } from './staged-file.ts';
import { asStoreError, errnoOf } from './store-error.ts';

/** In every folder that is not settled yet: the process that writes it. */
const MARK = '.writer';
const STAGING = '.staging-';
const CATALOG_TMP = /^catalog\.json\.(\d+)\.tmp$/;

/**
 * A folder of layers on disk.
 *
 * @param isAlive whether a process that left something here may still be at work
 */
export function folderStore(root: string, isAlive: (pid: number) => boolean = runs): LayerStore {
  const at = (name: string): string => join(root, ...(name === '' ? [] : fileSegments(name)));
  /** The topmost folder that had to be made for `root`, to be taken away again if nothing comes of it. */
  let made: string | undefined;

  /** Takes empty folders away, from one up to what was there before. */
  async function removeEmpty(folder: string): Promise<void> {
    const stop = made === undefined ? root : dirname(made);
    for (let one = folder; one !== stop && one !== dirname(one); one = dirname(one)) {
      try {
        await rmdir(one);
      } catch {
        return; // not empty, or already gone with what is above it: both are as they should be
      }
    }
  }

  async function removeAll(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true });
    await removeEmpty(dirname(path));
  }

  async function stage(): Promise<Staging> {
    const name = `${STAGING}${process.pid}-${randomBytes(4).toString('hex')}`;
    const folder = join(root, name);
    const inside = (file: string): string => join(folder, ...fileSegments(file));
    const files = new Set<StagedFile>();
    const closeAll = async (): Promise<void> => {
      for (const file of files) await file.close();
    };
    await guarded(root, async () => {
      made ??= await mkdir(root, { recursive: true });
      await mkdir(folder);
      await writeWhole(join(folder, MARK), `${process.pid}\n`);
    });
    return {
      create: (file) =>
        guarded(inside(file), async () => {
          await mkdir(dirname(inside(file)), { recursive: true });
          const opened = await openStagedFile(inside(file), file);
          files.add(opened);
          return opened;
        }),
      open: (file) => fileSource(inside(file)),
      remove: (file) => guarded(inside(file), () => rm(inside(file))),
      adopt: (file, as) =>
        guarded(inside(as), async () => {
          await mkdir(dirname(inside(as)), { recursive: true });
          await linkOrCopy(at(file), inside(as));
        }),
      moveTo: (target) =>
        guarded(at(target), async () => {
          await closeAll();
          await syncAll(folder);
          await mkdir(dirname(at(target)), { recursive: true });
          try {
            if (await exists(at(target))) {
              throw new UserError('store-failed', { file: target, reason: 'EEXIST' });
            }
            await rename(folder, at(target));
          } finally {
            await removeEmpty(dirname(at(target)));
          }
          await syncPath(dirname(at(target)));
        }),
      discard: () =>
        guarded(folder, async () => {
          await closeAll();
          await removeAll(folder);
        }),
    };
  }

  return {
    name: root,
    open: (file): ByteSource => fileSource(at(file)),
    list: (folder) => guarded(at(folder), () => namesIn(at(folder))),
    stage,
    remove: (name) => guarded(at(name), () => removeAll(at(name))),
    settle: (folder) => guarded(at(folder), () => rm(join(at(folder), MARK), { force: true })),
    sweep: (listed) =>
      guarded(root, async () => {
        for (const name of await namesIn(root)) {
          const pid = CATALOG_TMP.exec(name)?.[1];
          const left = name.startsWith(STAGING)
            ? await isLeft(join(root, name), isAlive)
            : pid !== undefined && !isAlive(Number(pid));
          if (left) await rm(join(root, name), { recursive: true, force: true });
        }
        for (const layer of await namesIn(join(root, EDITIONS))) {
          for (const edition of await namesIn(join(root, EDITIONS, layer))) {
            const folder = join(root, EDITIONS, layer, edition);
            if (!(await exists(join(folder, MARK))) || !(await isLeft(folder, isAlive))) continue;
            const start = `${EDITIONS}/${layer}/${edition}/`;
            if (listed.some((file) => file.startsWith(start))) await rm(join(folder, MARK));
            else await removeAll(folder);
          }
        }
      }),
    replaceCatalog: (bytes, was) =>
      guarded(at(CATALOG), async () => {
        const tmp = join(root, `${CATALOG}.${process.pid}.tmp`);
        try {
          await writeWhole(tmp, bytes);
          if (!sameBytes(await bytesOrNull(at(CATALOG)), was)) {
            throw new UserError('store-catalog-changed', { catalog: at(CATALOG) });
          }
          await rename(tmp, at(CATALOG));
        } finally {
          await rm(tmp, { force: true });
        }
        await syncPath(root);
      }),
  };

  /** Failures of the file system as the user is told them, with the path as below the folder. */
  async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, relative(root, path) === '' ? root : path);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** A folder whose writer is gone. One whose mark cannot be read was killed before it was written. */
async function isLeft(folder: string, isAlive: (pid: number) => boolean): Promise<boolean> {
  const mark = await bytesOrNull(join(folder, MARK));
  const pid = Number.parseInt(new TextDecoder().decode(mark ?? new Uint8Array()), 10);
  const named = Number.parseInt(/\.staging-(\d+)-/.exec(folder)?.[1] ?? '', 10);
  const writer = Number.isNaN(pid) ? named : pid;
  return Number.isNaN(writer) || !isAlive(writer);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw error;
    await copyFile(from, to);
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Everything in a folder is on the disk before its name is. */
async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncAll(path);
    else await syncPath(path);
  }
  await syncPath(folder);
}

async function bytesOrNull(path: string): Promise<Uint8Array | null> {
  const source = fileSource(path);
  try {
    return await source.read(0, await source.size());
  } catch (error) {
    if (error instanceof ByteError && error.code === 'missing') return null;
    throw error;
  }
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}
