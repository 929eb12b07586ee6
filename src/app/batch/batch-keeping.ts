import type { StorageFault } from '../storage/work-store.ts';
import { isGone } from './batch-ask.ts';
import type { BatchRunner } from './batch-runner.ts';
import type { BatchStore, KeptSource } from './batch-store.ts';

/** Rows are written once they have rested so long (ms), and longer the more there are. */
const REST_MS = 800;
const REST_MS_PER_ROW = 2;

export interface BatchKeepingHost {
  store(): BatchStore | null;
  /** What results depend on beside files and answers: layers, rules, program. */
  madeWith(): string;
  readonly runner: BatchRunner;
  /** Said once. */
  refused(cause: StorageFault): void;
}

/** Keeps a batch on this machine: after a reload what is finished stands, and the rest can go on. */
export class BatchKeeping {
  readonly #host: BatchKeepingHost;
  #store: BatchStore | null = null;
  /** Keys of files whose rows have changed; null: all. */
  #dirty: Set<string> | null = new Set();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #refused = false;
  #restoring = false;
  /** What the results that stand were made with. */
  #made = '';

  constructor(host: BatchKeepingHost) {
    this.#host = host;
  }

  /** null: nothing was kept. */
  async restore(): Promise<{ readonly missing: number; readonly outdated: number } | null> {
    const store = this.#theStore();
    if (!store) return null;
    try {
      const kept = await store.read();
      const { runner } = this.#host;
      if (!kept || kept.sources.length === 0 || runner.rows.length > 0) return null;
      this.#restoring = true;
      runner.restore(
        kept.sources,
        kept.sources.flatMap(({ rows }) => rows),
      );
      this.#restoring = false;
      this.#made = kept.made;
      const missing = kept.sources.filter(({ source }) => isGone(source.file)).length;
      return { missing, outdated: this.dropOutdated() };
    } catch (cause) {
      this.#restoring = false;
      this.#refuse(cause);
      return null;
    }
  }

  /** Results that were made with other layers, rules or another program wait again; gives how many. */
  dropOutdated(): number {
    const made = this.#host.madeWith();
    const { runner } = this.#host;
    const before = this.#made;
    this.#made = made;
    if (before === made || before === '') return 0;
    const done = runner.rows.filter(({ state }) => state === 'done').map(({ key }) => key);
    if (done.length > 0) runner.again(new Set(done));
    return done.length;
  }

  /** Rows of a file have changed, or of many for null. */
  noted(source: string | null): void {
    if (this.#restoring || this.#refused || !this.#theStore()) return;
    if (source === null) this.#dirty = null;
    else this.#dirty?.add(source);
    const rest = REST_MS + REST_MS_PER_ROW * this.#host.runner.rows.length;
    this.#timer ??= setTimeout(() => void this.flush(), rest);
  }

  /** Writes now what waits to be written. */
  flush(): Promise<void> {
    if (this.#timer === null) return this.#writing;
    clearTimeout(this.#timer);
    this.#timer = null;
    const dirty = this.#dirty;
    this.#dirty = new Set();
    this.#writing = this.#writing.then(() => this.#write(dirty));
    return this.#writing;
  }

  clear(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#dirty = new Set();
    const store = this.#theStore();
    if (store && !this.#refused) {
      // beside what is still being written, not after it: the page may be closed before that is done
      const clearing = store.clear().catch((cause) => this.#refuse(cause));
      this.#writing = Promise.all([this.#writing, clearing]).then(() => {});
    }
    return this.#writing;
  }

  async #write(dirty: ReadonlySet<string> | null): Promise<void> {
    const store = this.#theStore();
    if (!store || this.#refused) return;
    const { runner } = this.#host;
    const rows = grouped(runner.rows);
    const all = [...runner.sources].map(
      ([key, asked], order): KeptSource => ({ ...asked, order, rows: rows.get(key) ?? [] }),
    );
    const changed = all.filter(({ source }) => dirty === null || dirty.has(source.key));
    if (changed.length === 0) return;
    try {
      await store.write(this.#made || this.#host.madeWith(), changed);
    } catch (cause) {
      this.#refuse(cause);
    }
  }

  /** A store that refuses is said once; the batch on screen goes on. */
  #refuse(cause: unknown): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#host.refused(cause as StorageFault);
  }

  #theStore(): BatchStore | null {
    this.#store ??= this.#host.store();
    return this.#store;
  }
}

function grouped<T extends { readonly source: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.source);
    if (group) group.push(row);
    else groups.set(row.source, [row]);
  }
  return groups;
}
