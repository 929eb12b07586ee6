import { sha256Hex } from '../../bytes/sha256.ts';
import type { Text } from '../../text/text.ts';
import { worded } from '../spoken-error.ts';
import type { SavedWork, Workspace, WorkspaceState } from '../workspace.ts';
import { brokenKey, markRestoring, openKey, rememberOpen } from './tab-memory.ts';
import { faultOf, type KeptWork, type StorageFault, type WorkStore } from './work-store.ts';

/** Work is written once it has rested this long (ms). */
const REST_MS = 600;
/** Files above this are not kept beside their projects; they are asked for again when needed (bytes). */
const MOST_FILE_BYTES = 30_000_000;

/** What is kept on this machine, for the screen. */
export interface KeepView {
  /** Newest first; null: nothing is kept here at all. */
  readonly recent: readonly KeptWork[] | null;
  /** Of the open work; null: not yet, or not kept. */
  readonly savedAt: number | null;
  /** Why the open work is not kept. */
  readonly fault: Text | null;
  /** Set until it is read: a former visit's work stands on screen. */
  readonly restored: { readonly name: string; readonly savedAt: number } | null;
}

export const NOTHING_KEPT: KeepView = { recent: null, savedAt: null, fault: null, restored: null };

export interface KeepHost {
  readonly workspace: Pick<Workspace, 'state' | 'resume'>;
  view(): KeepView;
  show(view: KeepView): void;
  /** Said once, in passing. */
  tell(text: Text): void;
  /** Samples are not a person's work. */
  isKept(state: WorkspaceState): boolean;
  now(): number;
}

/**
 * Keeps the open work on this machine: written after each change, restored after a crash or a reload.
 * Whatever storage refuses, the work on screen goes on, and it is said.
 */
export class KeepDesk {
  readonly #host: KeepHost;
  readonly #store: WorkStore;
  #seen: SavedWork | null = null;
  #key: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Writes follow each other, so that an older state never lands on a newer one. */
  #writing: Promise<void> = Promise.resolve();
  #denied = false;

  constructor(host: KeepHost, store: WorkStore) {
    this.#host = host;
    this.#store = store;
  }

  /** Lists what is kept and restores what this tab had open. True where something was. */
  async begin(): Promise<boolean> {
    try {
      this.#show({ recent: await this.#store.list() });
    } catch (cause) {
      this.#refused(faultOf(cause));
      return false;
    }
    const key = openKey();
    if (key === null || this.#host.workspace.state.projects.length > 0) return false;
    if (brokenKey() === key) {
      markRestoring(null);
      return false;
    }
    markRestoring(key);
    const restored = await this.open(key);
    const about = this.#host.view().recent?.find((one) => one.key === key);
    if (restored && about) this.#show({ restored: { name: about.title, savedAt: about.savedAt } });
    return restored;
  }

  /** Whatever came after a restoration has worked: it is safe to do again. */
  settled(): void {
    markRestoring(null);
  }

  /** Brings kept work onto the screen. False where it is gone or cannot be read. */
  async open(key: string): Promise<boolean> {
    await this.flush();
    let work: SavedWork | null = null;
    try {
      work = await this.#store.read(key);
    } catch (cause) {
      this.#host.tell(worded('keep.lost', { why: faultOf(cause).message }));
    }
    if (!work) {
      await this.#list();
      return false;
    }
    this.#key = key;
    this.#seen = work;
    this.#host.workspace.resume(work);
    this.#seen = savedOf(this.#host.workspace.state);
    const savedAt = this.#host.view().recent?.find((one) => one.key === key)?.savedAt ?? null;
    this.#show({ savedAt, fault: null, restored: null });
    rememberOpen(key);
    return true;
  }

  /** The workspace has changed in some way. */
  noted(): void {
    const { state } = this.#host.workspace;
    const work = savedOf(state);
    if (this.#denied || (this.#seen && sameWork(work, this.#seen))) return;
    const before = this.#seen;
    this.#seen = work;
    if (before && before.projects !== work.projects && this.#host.view().restored) {
      this.#show({ restored: null });
    }
    if (work.projects.length === 0 || !this.#host.isKept(state)) {
      if (before && before.projects.length > 0) this.forget();
      this.#cancelTimer();
      return;
    }
    this.#key = keyOf(work, before, this.#key);
    this.#cancelTimer();
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Writes now what waits to be written. */
  flush(): Promise<void> {
    if (this.#timer === null) return this.#writing;
    this.#cancelTimer();
    const work = this.#seen;
    const key = this.#key;
    if (work && key) this.#writing = this.#writing.then(() => this.#write(key, work));
    return this.#writing;
  }

  /** The tab has nothing open any more; what is kept stays. */
  forget(): void {
    this.#key = null;
    rememberOpen(null);
    this.#show({ savedAt: null, restored: null, fault: null });
  }

  async remove(key: string): Promise<void> {
    await this.#try(() => this.#store.remove(key));
    await this.#list();
  }

  /** Everything kept here is deleted; what is on screen stays, and is kept again when it changes. */
  async clear(): Promise<void> {
    this.#cancelTimer();
    await this.#writing;
    await this.#try(() => this.#store.clear());
    rememberOpen(null);
    markRestoring(null);
    this.#show({ savedAt: null, restored: null });
    await this.#list();
  }

  async #write(key: string, work: SavedWork): Promise<void> {
    const savedAt = this.#host.now();
    const about = { key, title: titleOf(work), projects: work.projects.length, savedAt };
    try {
      await this.#store.write(about, { ...work, files: work.files.map(lightened) });
    } catch (cause) {
      this.#refused(faultOf(cause));
      return;
    }
    if (this.#key !== key) return;
    rememberOpen(key);
    this.#show({ savedAt, fault: null });
    await this.#list();
  }

  async #list(): Promise<void> {
    await this.#try(async () => this.#show({ recent: await this.#store.list() }));
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      this.#refused(faultOf(cause));
    }
  }

  /** A refusal for good is said once and then let be; a full store is said until it is not. */
  #refused({ kind, message }: StorageFault): void {
    if (kind === 'denied') {
      this.#denied = true;
      this.#show({ ...NOTHING_KEPT });
      this.#host.tell(worded('keep.denied'));
      return;
    }
    const fault = kind === 'full' ? worded('keep.full') : worded('keep.failed', { why: message });
    this.#show({ fault, savedAt: null });
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #show(change: Partial<KeepView>): void {
    this.#host.show({ ...this.#host.view(), ...change });
  }
}

function savedOf(state: WorkspaceState): SavedWork {
  const { projects, noteTexts, origins, claims, opinions, files, index } = state;
  return { projects, noteTexts, origins, claims, opinions, files, index };
}

function sameWork(a: SavedWork, b: SavedWork): boolean {
  return (Object.keys(a) as (keyof SavedWork)[]).every((name) => a[name] === b[name]);
}

/**
 * Files give the key: opened again, they are the same work. Work that came from no file (drawn, or given
 * by a host) keeps the key it has while it is changed.
 */
function keyOf(work: SavedWork, before: SavedWork | null, key: string | null): string {
  const first = work.projects[0]!;
  if (work.files.length > 0) {
    const sources = new Set(work.projects.map(({ source }) => source.sha256));
    return sha256Hex(new TextEncoder().encode([...sources].sort().join())).slice(0, 16);
  }
  const same = before?.files.length === 0 && before.projects[0]?.source.file === first.source.file;
  if (key !== null && same) return key;
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function titleOf({ projects }: SavedWork): string {
  const name = projects[0]!.name;
  return projects.length === 1 ? name : `${name} +${projects.length - 1}`;
}

/** A project is kept whole; its file only where it is of an ordinary size. */
function lightened(read: SavedWork['files'][number]): SavedWork['files'][number] {
  const { bytes, beside = [] } = read.file;
  const size = beside.reduce((sum, part) => sum + part.bytes.length, bytes.length);
  if (size <= MOST_FILE_BYTES) return read;
  return { ...read, file: { name: read.file.name, bytes: new Uint8Array() } };
}
