/// <reference lib="webworker" />

import { UserError } from '../../domain/user-error.ts';
import { fetchToKeep, type KeepTarget } from './fetch-to-keep.ts';
import { keptFolder, PART, tellKeptChanged } from './kept-folder.ts';
import type { FileToKeep, SaveAnswer, SaveRequest } from './save-protocol.ts';

/** Brings layer files onto this machine: only workers may write there piece by piece. */
declare const self: DedicatedWorkerGlobalScope;

const running = new Map<string, AbortController>();
let line: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<SaveRequest>) => {
  if (data.type === 'stop') {
    running.get(data.layer)?.abort();
    return;
  }
  const { layer, files } = data;
  const abort = new AbortController();
  running.set(layer, abort);
  line = line.then(() => save(layer, files, abort.signal)).finally(() => running.delete(layer));
});

async function save(
  layer: string,
  files: readonly FileToKeep[],
  signal: AbortSignal,
): Promise<void> {
  const total = files.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  let done = 0;
  let told = 0;
  const tell = (now: number) => {
    if (now < total && performance.now() - told < 100) return;
    told = performance.now();
    send({ type: 'saving', layer, done: Math.min(now, total), total });
  };
  try {
    const folder = await keptFolder(true);
    if (!folder) throw new UserError('keep-denied', {});
    for (const file of files) {
      signal.throwIfAborted();
      await keep(folder, file, (bytes) => tell(done + bytes), signal);
      done += file.bytes ?? 0;
    }
    tellKeptChanged();
    send({ type: 'saved', layer });
  } catch (error) {
    if (signal.aborted) send({ type: 'stopped', layer });
    else send({ type: 'failed', layer, reason: reasonOf(error) });
  }
}

/** A file gets its name when its whole has been verified, and never before. */
async function keep(
  folder: FileSystemDirectoryHandle,
  file: FileToKeep,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const there = await folder.getFileHandle(file.sha256).catch(() => null);
  if (there && file.bytes !== undefined && (await there.getFile()).size === file.bytes) return;
  if (there) await folder.removeEntry(file.sha256);
  const name = `${file.sha256}${PART}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  try {
    await fetchToKeep(file, targetOf(access), onBytes, signal);
    access.flush();
  } catch (error) {
    // A full disk leaves nothing half kept.
    if (isFull(error)) access.truncate(0);
    throw error;
  } finally {
    access.close();
    const size = (await handle.getFile()).size;
    if (size === 0) await folder.removeEntry(name);
  }
  await rename(folder, handle, file.sha256);
}

/** In one step where the browser has it; else by way of a copy, which is compared by its length. */
async function rename(
  folder: FileSystemDirectoryHandle,
  handle: FileSystemFileHandle,
  name: string,
): Promise<void> {
  const movable = handle as FileSystemFileHandle & { move?(name: string): Promise<void> };
  if (movable.move) {
    await movable.move(name);
    return;
  }
  const file = await handle.getFile();
  const copy = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  try {
    for (let at = 0; at < file.size; at += COPIED) {
      const bytes = await file.slice(at, at + COPIED).arrayBuffer();
      writeAll(copy, new Uint8Array(bytes), at);
    }
    copy.flush();
  } catch (error) {
    copy.close();
    await folder.removeEntry(name);
    throw error;
  }
  copy.close();
  await folder.removeEntry(handle.name);
}

const COPIED = 4 * 1024 * 1024;

function targetOf(access: FileSystemSyncAccessHandle): KeepTarget {
  return {
    size: () => access.getSize(),
    read(offset, length) {
      const bytes = new Uint8Array(length);
      const count = access.read(bytes, { at: offset });
      return bytes.subarray(0, count);
    },
    write: (bytes, offset) => writeAll(access, bytes, offset),
    truncate: (size) => access.truncate(size),
  };
}

/** A short write is a full disk, never a short file. */
function writeAll(access: FileSystemSyncAccessHandle, bytes: Uint8Array, at: number): void {
  const written = access.write(bytes as Uint8Array<ArrayBuffer>, { at });
  if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function reasonOf(error: unknown): { code: string; params: UserError['params'] } {
  if (error instanceof UserError) return { code: error.code, params: error.params };
  if (isFull(error)) return { code: 'keep-full', params: {} };
  return { code: 'keep-failed', params: { reason: String(error) } };
}

function send(answer: SaveAnswer): void {
  self.postMessage(answer);
}
