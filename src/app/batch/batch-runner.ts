import type { BatchRow } from '../../components/batch-rows.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import { UserError } from '../../domain/user-error.ts';
import { failedItem } from '../../report/summary.ts';
import { isAbort, textOf } from '../spoken-error.ts';
import type { BatchAnswers, BatchAsk, BatchSource, ProjectAsk } from './batch-ask.ts';
import { Pace } from './pace.ts';

/** Who answers what a batch asks. A worker that dies is theirs to start again. */
export interface BatchJobs {
  batch<A extends BatchAsk>(
    ask: A,
    catalogUrl: string,
    signal?: AbortSignal,
  ): Promise<BatchAnswers[A['what']]>;
  close(): void;
}

/** A file with everything that was said about it. */
export interface AskedSource {
  readonly source: BatchSource;
  readonly answers: ImportAnswers;
}

export interface RunnerHost {
  jobs(): BatchJobs;
  catalogUrl(): string;
  /** Milliseconds. */
  now(): number;
  /** Rows have changed: those of this file, or of many for null. */
  changed(source: string | null): void;
}

/**
 * Checks the rows of a batch one after the other, in their order. It holds rows and file handles: what a
 * file holds stays with the worker. A row that fails says why, and the next one is taken.
 */
export class BatchRunner {
  readonly #host: RunnerHost;
  #rows: BatchRow[] = [];
  readonly #sources = new Map<string, AskedSource>();
  #run: 'idle' | 'running' | 'paused' = 'idle';
  #abort: AbortController | null = null;
  /** Nothing waits before this place. */
  #from = 0;
  #nextKey = 1;
  #pace = new Pace();
  #working: Promise<void> = Promise.resolve();

  constructor(host: RunnerHost) {
    this.#host = host;
  }

  get rows(): readonly BatchRow[] {
    return this.#rows;
  }

  get run(): 'idle' | 'running' | 'paused' {
    return this.#run;
  }

  /** Seconds that the rows still waiting take; null: not known. */
  get remainingS(): number | null {
    if (this.#run !== 'running') return null;
    return this.#pace.remainingS(this.#rows.filter(isToDo).length);
  }

  get sources(): ReadonlyMap<string, AskedSource> {
    return this.#sources;
  }

  row(key: number): BatchRow | undefined {
    return this.#rows.find((row) => row.key === key);
  }

  /** Resolves once nothing is under way any more. */
  get settled(): Promise<void> {
    return this.#working;
  }

  /** New files at the end of the batch. One that was lost comes back to its rows. Gives how many are new. */
  add(sources: readonly BatchSource[]): number {
    let added = 0;
    for (const source of sources) {
      const before = this.#sources.get(source.key);
      this.#sources.set(source.key, { answers: {}, ...before, source });
      if (before) continue;
      this.#rows.push(this.#fileRow(source));
      added++;
    }
    this.#host.changed(null);
    return added;
  }

  /** What a former visit left; what was under way then waits again. */
  restore(sources: readonly AskedSource[], rows: readonly BatchRow[]): void {
    this.clear();
    for (const one of sources) this.#sources.set(one.source.key, one);
    this.#rows = rows.map((row) => (row.state === 'running' ? { ...row, state: 'waiting' } : row));
    this.#nextKey = Math.max(0, ...rows.map(({ key }) => key)) + 1;
    this.#host.changed(null);
  }

  start(): void {
    if (this.#run === 'running') return;
    this.#run = 'running';
    this.#from = 0;
    this.#host.changed(null);
    // the one before may still be finishing its project
    this.#working = this.#working.then(() => this.#go());
  }

  /** The project under way is finished; nothing else is begun. */
  pause(): void {
    if (this.#run !== 'running') return;
    this.#run = 'paused';
    this.#host.changed(null);
  }

  /** Gives up the project under way; it and the rest wait, unchecked. */
  cancel(): void {
    if (this.#run === 'idle') return;
    this.#run = 'idle';
    this.#abort?.abort();
    this.#host.changed(null);
  }

  clear(): void {
    this.cancel();
    this.#rows = [];
    this.#sources.clear();
    this.#from = 0;
    this.#pace = new Pace();
    this.#host.changed(null);
  }

  /** These rows wait again. Of a file that could not be read everything is read anew. */
  again(keys: ReadonlySet<number>): void {
    const unread = this.#rows.filter(({ key, place }) => keys.has(key) && place === null);
    for (const key of new Set(unread.map(({ source }) => source))) {
      this.setAnswers(key, this.#sources.get(key)!.answers);
    }
    this.#rows = this.#rows.map((row) => (keys.has(row.key) ? unchecked(row) : row));
    this.#from = 0;
    this.#host.changed(null);
  }

  /** Answers for one project: its row waits again. */
  setClaim(key: number, claim: BatchRow['claim']): void {
    this.#rows = this.#rows.map((row) => (row.key === key ? unchecked({ ...row, claim }) : row));
    this.#from = 0;
    this.#host.changed(this.row(key)?.source ?? null);
  }

  /** What the file asked has been answered: it is read anew, and all its rows with it. */
  setAnswers(key: string, answers: ImportAnswers): void {
    const asked = this.#sources.get(key);
    const at = this.#rows.findIndex((row) => row.source === key);
    if (!asked || at < 0) return;
    this.#sources.set(key, { ...asked, answers });
    const rest = this.#rows.filter((row) => row.source !== key);
    const row = { ...this.#fileRow(asked.source), key: this.#rows[at]!.key };
    this.#rows = [...rest.slice(0, at), row, ...rest.slice(at)];
    this.#from = 0;
    this.#host.changed(key);
  }

  /** The question by which one checked row is asked for once more: its report, its drawing. */
  askOf(row: BatchRow): ProjectAsk | null {
    const asked = this.#sources.get(row.source);
    if (!asked || !row.place) return null;
    const { createdAt, sequence } = row.frame ?? this.#frame(row);
    const { part, project } = row.place;
    const { claim } = row;
    const expected = this.#rows.length;
    return { ...asked, part, project, claim, createdAt, sequence, expected };
  }

  async #go(): Promise<void> {
    this.#pace.rest();
    while (this.#run === 'running') {
      const at = this.#next();
      if (at < 0) {
        this.#run = 'idle';
        this.#host.changed(null);
        return;
      }
      this.#abort = new AbortController();
      const row = this.#rows[at]!;
      try {
        this.#put(row.key, { state: 'running' });
        await (row.place === null ? this.#list(row) : this.#check(row));
      } catch (cause) {
        // given up: it waits as before
        if (isAbort(cause)) this.#put(row.key, { state: 'waiting' });
        else this.#fail(row, cause);
      } finally {
        this.#abort = null;
      }
    }
  }

  #next(): number {
    for (let at = this.#from; at < this.#rows.length; at++) {
      if (this.#rows[at]!.state === 'waiting') {
        this.#from = at;
        return at;
      }
    }
    return -1;
  }

  /** Reads what a file holds; its row becomes a row for each project of it. */
  async #list(row: BatchRow): Promise<void> {
    const { source, answers } = this.#sources.get(row.source)!;
    const ask = { what: 'list', source, answers } as const;
    const parts = await this.#host.jobs().batch(ask, this.#host.catalogUrl(), this.#abort!.signal);
    const place = this.#rows.findIndex(({ key }) => key === row.key);
    if (place < 0) return;
    const rows = parts.flatMap((listed, part): BatchRow[] => {
      const { file, sha256 } = listed;
      const base = this.#fileRow(source, { file, sha256, numberInFile: null });
      if ('fault' in listed) {
        const { text, asks, code } = listed.fault;
        const item = failedItem(base.from, { code, text });
        return [{ ...base, state: asks ? 'asks' : 'failed', why: text, item }];
      }
      const several = listed.projects.length > 1;
      return listed.projects.map(({ name }, project) => ({
        ...base,
        key: this.#nextKey++,
        from: { file, sha256, numberInFile: several ? project + 1 : null },
        name,
        place: { part, project },
        fields: project === 0 ? listed.fields : [],
      }));
    });
    // whoever looks at the file looks at the first of its projects now
    if (rows[0]) rows[0] = { ...rows[0], key: row.key };
    this.#rows.splice(place, 1, ...rows);
    this.#host.changed(row.source);
  }

  async #check(row: BatchRow): Promise<void> {
    const began = this.#host.now();
    const frame = this.#frame(row);
    const ask = { what: 'check', ...this.askOf({ ...row, frame })! } as const;
    const signal = this.#abort!.signal;
    const { item, facts } = await this.#host.jobs().batch(ask, this.#host.catalogUrl(), signal);
    this.#pace.took(this.#host.now() - began);
    this.#put(row.key, { state: 'done', item, facts, frame, why: null, name: item.name });
  }

  #fail({ key, from }: BatchRow, cause: unknown): void {
    const code = cause instanceof UserError ? cause.code : 'internal';
    const why = textOf(cause);
    this.#put(key, { state: 'failed', why, item: failedItem(from, { code, text: why }) });
  }

  #frame(row: BatchRow): { sequence: number; createdAt: string } {
    const sequence = this.#rows.findIndex(({ key }) => key === row.key) + 1;
    return { sequence, createdAt: new Date(this.#host.now()).toISOString() };
  }

  #put(key: number, change: Partial<BatchRow>): void {
    const at = this.#rows.findIndex((row) => row.key === key);
    const before = this.#rows[at];
    if (!before) return;
    this.#rows[at] = { ...before, ...change };
    this.#host.changed(before.source);
  }

  #fileRow(
    { key, name }: BatchSource,
    from: BatchRow['from'] = { file: name.split('/').pop()!, sha256: null, numberInFile: null },
  ): BatchRow {
    return {
      key: this.#nextKey++,
      source: key,
      from,
      place: null,
      name: null,
      fields: [],
      state: 'waiting',
      item: null,
      facts: null,
      why: null,
      claim: null,
      frame: null,
    };
  }
}

function isToDo({ state }: BatchRow): boolean {
  return state === 'waiting' || state === 'running';
}

function unchecked(row: BatchRow): BatchRow {
  return { ...row, state: 'waiting', item: null, facts: null, why: null, frame: null };
}
