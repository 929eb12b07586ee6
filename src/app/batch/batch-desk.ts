import { type BatchRow, pillOf } from '../../components/batch-rows.ts';
import type { BatchAct, BatchView, RowFigure } from '../../components/batch-view.ts';
import type { Claim } from '../../domain/claim.ts';
import { failedItem, summaryOf } from '../../report/summary.ts';
import { say, type UiWord, type WordParams, wordOf } from '../../text/words/ui.ts';
import { withAnswer } from '../import-question.ts';
import type { MainJob } from '../main-job.ts';
import { saveFile } from '../save-file.ts';
import type { Shell } from '../shell.ts';
import { isAbort, textOf, worded } from '../spoken-error.ts';
import { faultOf } from '../storage/work-store.ts';
import { BatchKeeping } from './batch-keeping.ts';
import { packReports } from './batch-reports.ts';
import { type BatchJobs, BatchRunner } from './batch-runner.ts';
import { type PlacedFile, sortFiles } from './batch-sources.ts';
import type { BatchStore } from './batch-store.ts';
import { filesIn } from './dropped-folders.ts';
import { inputOf, ownClaim } from './source-input.ts';
import '../../text/words/later.ts';

/** While rows come in the screen follows so often (ms). */
const SHOW_MS = 200;
/** The worker is let go of after so long without work (ms). */
const IDLE_MS = 60_000;
const NOT_DRAWN = { source: null, notes: [], failure: null } as const;
/** Names told in a sentence. */
const NAMED = 3;

export interface BatchDeskHost {
  readonly job: MainJob;
  start(): BatchJobs;
  /** null: nothing is kept on this machine. */
  store(): BatchStore | null;
  /** What results depend on beside files and answers. */
  madeWith(): string;
  isReadonly(): boolean;
}

/** What a person does with a batch, and what of it is on screen. */
export class BatchDesk {
  readonly #shell: Shell;
  readonly #host: BatchDeskHost;
  readonly #runner: BatchRunner;
  readonly #keeping: BatchKeeping;
  #jobs: BatchJobs | null = null;
  #idle: ReturnType<typeof setTimeout> | null = null;
  #showing: ReturnType<typeof setTimeout> | null = null;
  #wasRunning = false;
  #drawing = false;
  #making: AbortController | null = null;
  #opened: { key: number; bytes: Uint8Array; claim: Claim } | null = null;

  constructor(shell: Shell, host: BatchDeskHost) {
    this.#shell = shell;
    this.#host = host;
    this.#runner = new BatchRunner({
      jobs: () => this.#theJobs(),
      catalogUrl: () => shell.workspace.catalogUrl,
      now: () => Date.now(),
      changed: (source) => this.#changed(source),
    });
    this.#keeping = new BatchKeeping({
      store: () => host.store(),
      madeWith: () => host.madeWith(),
      runner: this.#runner,
      refused: (cause) => this.#tell('batch.said.unkept', { why: faultOf(cause).message }),
    });
  }

  listenTo(app: HTMLElement): void {
    app.addEventListener('sanxian-batch', ({ detail }) => {
      if (!this.#host.isReadonly() || detail.act === 'select') this.act(detail);
    });
    app.addEventListener('sanxian-forget', ({ detail }) => detail.wait(this.#keeping.clear()));
  }

  /** Brings back what a former visit left. */
  async begin(): Promise<void> {
    const kept = await this.#keeping.restore();
    if (!kept) return;
    const { rows } = this.#runner;
    const i = rows.filter(({ state }) => state === 'done').length;
    this.#tell('batch.said.restored', { i, n: rows.length });
    if (kept.missing > 0) this.#tell('batch.said.missing', { n: kept.missing });
    if (kept.outdated > 0) this.#tell('batch.said.outdated', { n: kept.outdated });
  }

  /** Lets go of workers and timers; the rows stay. */
  leave(): void {
    this.#runner.cancel();
    this.#making?.abort();
    for (const timer of [this.#idle, this.#showing]) if (timer !== null) clearTimeout(timer);
    this.#idle = null;
    this.#showing = null;
    void this.#keeping.flush();
    this.#jobs?.close();
    this.#jobs = null;
  }

  /** Files given by hand: they join the batch, and it goes on. */
  take(files: readonly PlacedFile[]): void {
    if (files.length === 0) {
      this.#pass('batch.said.nothing');
      return;
    }
    const { sources, left } = sortFiles(files);
    if (left.length > 0) {
      const named = left.map((path) => path.split('/').pop()!);
      this.#tell('batch.said.left', { n: left.length, names: this.#names(named) });
    }
    const before = sources.filter(({ key }) => this.#runner.sources.has(key)).length;
    const added = this.#runner.add(sources);
    if (before > 0 && added < sources.length) this.#pass('batch.said.again', { n: before });
    this.#go();
  }

  /** Files and folders that were dropped. */
  async drop(files: readonly File[], entries: readonly FileSystemEntry[]): Promise<void> {
    if (!entries.some(({ isDirectory }) => isDirectory)) {
      this.take(files.map((file) => ({ path: file.name, file })));
      return;
    }
    try {
      this.take(await filesIn(entries));
    } catch (cause) {
      this.#shell.change({ message: textOf(cause) });
    }
  }

  act(act: BatchAct): void {
    switch (act.act) {
      case 'files':
        this.take(act.files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
        break;
      case 'pause':
        this.#runner.pause();
        break;
      case 'resume':
        this.#go();
        break;
      case 'cancel':
        this.#runner.cancel();
        break;
      case 'clear':
        this.#clear();
        break;
      case 'export':
        void this.#export();
        break;
      case 'said':
        this.#show({ said: [] });
        break;
      case 'look':
        this.#show({ look: { ...this.#view.look, ...act.look } });
        break;
      case 'tab':
        this.#show({ tab: act.tab });
        break;
      case 'select':
        this.#show({ selected: act.key });
        void this.#draw();
        break;
      case 'check':
        this.#check(act.keys, act.on);
        break;
      case 'open':
        void this.#open(act.key);
        break;
      case 'retry':
        this.#retry(act.key);
        break;
      case 'split':
        this.#split(act.key, act.field);
        break;
      case 'reports':
        void this.#reports();
        break;
      case 'reports-cancel':
        this.#making?.abort();
        break;
      case 'return':
        this.#shell.change({ mode: 'batch' });
        break;
    }
  }

  /** The batch comes on screen again: what was said in the site check about a row of it is taken over. */
  onShown(): void {
    const opened = this.#opened;
    this.#opened = null;
    if (!opened) return;
    this.#show({ selected: opened.key, opened: null });
    void this.#draw();
    const { state } = this.#shell.workspace;
    const read = state.files.find(({ file }) => file.bytes === opened.bytes);
    const row = this.#runner.row(opened.key);
    if (!read || !row) return;
    const before = this.#runner.sources.get(row.source)!.answers;
    if (JSON.stringify(read.answers) !== JSON.stringify(before)) {
      this.#runner.setAnswers(row.source, read.answers);
      this.#go();
      return;
    }
    const same = JSON.stringify(sorted(state.claim)) === JSON.stringify(sorted(opened.claim));
    if (row.place && row.item?.id === this.#shell.workspace.project?.id && !same) {
      this.#runner.setClaim(row.key, state.claim);
      this.#go();
    }
  }

  // ---- acts ----------------------------------------------------------------------------------

  #go(): void {
    const outdated = this.#keeping.dropOutdated();
    if (outdated > 0) this.#tell('batch.said.outdated', { n: outdated });
    this.#runner.start();
  }

  #clear(): void {
    this.#runner.clear();
    this.#opened = null;
    const nothing = { selected: null, figure: null, said: [], opened: null };
    this.#show({ ...nothing, checked: new Set(), look: { ...this.#view.look, pills: new Set() } });
    void this.#keeping.clear();
  }

  #check(keys: readonly number[], on: boolean): void {
    const checked = new Set(this.#view.checked);
    for (const key of keys) {
      if (on && this.#runner.row(key)?.state === 'done') checked.add(key);
      else checked.delete(key);
    }
    this.#show({ checked });
  }

  #retry(key: number | null): void {
    const keys = key === null ? this.#runner.rows.filter(isFailed).map((row) => row.key) : [key];
    this.#runner.again(new Set(keys));
    this.#go();
  }

  #split(key: number, field: string | null): void {
    const source = this.#runner.row(key)?.source;
    const asked = source === undefined ? undefined : this.#runner.sources.get(source);
    if (!asked) return;
    const answers = withAnswer(asked.answers, { nameField: field ?? undefined });
    this.#runner.setAnswers(asked.source.key, answers);
    this.#go();
  }

  async #export(): Promise<void> {
    const { lang } = this.#shell;
    const createdAt = timeOf(Date.now());
    const items = this.#runner.rows.map(itemOf);
    try {
      const ask = { what: 'summary', items, createdAt, lang } as const;
      const files = await this.#theJobs().batch(ask, this.#shell.workspace.catalogUrl);
      for (const file of files) saveFile(file);
      this.#pass('batch.exported');
    } catch (cause) {
      this.#show({ said: [...this.#view.said, textOf(cause)] });
    }
  }

  /** Each selected project is checked once more for its report: none is kept while a batch runs. */
  async #reports(): Promise<void> {
    if (this.#making) return;
    const { checked } = this.#view;
    const rows = this.#runner.rows.filter(({ key, state }) => checked.has(key) && state === 'done');
    const { look, lang, workspace } = this.#shell;
    const abort = new AbortController();
    this.#making = abort;
    try {
      const made = await packReports({
        rows,
        formats: look.formats,
        lang: look.reportLanguage ?? lang,
        createdAt: timeOf(Date.now()),
        name: `${say('batch.zip', lang)}-${timeOf(Date.now()).slice(0, 10)}.zip`,
        askOf: (row) => this.#runner.askOf(row),
        ask: (ask) => this.#theJobs().batch(ask, workspace.catalogUrl, abort.signal),
        told: (done) => this.#show({ making: { done, of: rows.length } }),
      });
      const { file, changed, failed } = made;
      if (failed.length > 0) {
        this.#tell('batch.reports.failed', { n: failed.length, names: this.#names(failed) });
      }
      if (changed.length > 0) {
        this.#tell('batch.reports.changed', { n: changed.length, names: this.#names(changed) });
      }
      if (!file) return;
      saveFile(file);
      const n = rows.length - failed.length;
      this.#pass('batch.reports.saved', { file: file.fileName, n });
    } catch (cause) {
      if (!isAbort(cause)) this.#show({ said: [...this.#view.said, textOf(cause)] });
    } finally {
      this.#making = null;
      this.#show({ making: null });
    }
  }

  /** Opens the file of a row in the site check, at the project of the row. */
  async #open(key: number): Promise<void> {
    const { workspace } = this.#shell;
    const { job } = this.#host;
    const row = this.#runner.row(key);
    const asked = row && this.#runner.sources.get(row.source);
    if (!row || !asked) return;
    this.#runner.pause();
    let input: Awaited<ReturnType<typeof inputOf>>;
    let claim: Claim;
    try {
      input = await inputOf(asked.source);
      claim = row.claim ?? (await ownClaim(asked.source)) ?? {};
    } catch (cause) {
      this.#show({ said: [...this.#view.said, textOf(cause)] });
      return;
    }
    this.#opened = { key, bytes: input.bytes, claim };
    this.#show({ selected: key, opened: key });
    this.#shell.change({ mode: 'check' });
    job.showStep('project');
    await job.importing(workspace.openAll([input], asked.answers));
    if (workspace.state.files[0]?.file.bytes !== input.bytes || !row.place) return;
    const own = this.#runner.rows.filter(({ source, place }) => source === row.source && place);
    const index = own.findIndex((one) => one.key === key);
    if (workspace.state.projects.length > 1 && index >= 0) workspace.pick(index);
    // the same answers as in the batch, over those of the file
    const answers = { ...workspace.project?.claim, ...claim };
    this.#opened = { key, bytes: input.bytes, claim: answers };
    if (Object.keys(claim).length > 0) workspace.setClaim(answers);
    if (workspace.state.report === null || workspace.state.stale) await job.checkNow();
  }

  // ---- the row that is looked at -------------------------------------------------------------

  /** Draws the row that is looked at; whoever walks on quickly gets the last one. */
  async #draw(): Promise<void> {
    const { selected, figure } = this.#view;
    if (this.#drawing || selected === null) return;
    const looked = this.#runner.row(selected);
    if (looked?.state !== 'done' || figure?.key === selected) return;
    const ask = this.#runner.askOf(looked);
    if (!ask) return;
    this.#drawing = true;
    this.#show({ figure: { ...NOT_DRAWN, key: selected, drawing: true } });
    const { lang, workspace } = this.#shell;
    let drawn: Omit<RowFigure, 'key' | 'drawing'> = NOT_DRAWN;
    try {
      const question = { what: 'figure', lang, ...ask } as const;
      const row = await this.#theJobs().batch(question, workspace.catalogUrl);
      if (row) {
        const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(row.svg)}`;
        drawn = { source, notes: row.notes, failure: null };
      }
    } catch (cause) {
      drawn = { ...NOT_DRAWN, failure: textOf(cause) };
    }
    this.#drawing = false;
    this.#rest();
    if (this.#view.figure?.key === selected) {
      this.#show({ figure: { key: selected, drawing: false, ...drawn } });
    }
    if (this.#view.selected !== selected) void this.#draw();
  }

  // ---- screen and storage --------------------------------------------------------------------

  get #view(): BatchView {
    return this.#shell.look.batch;
  }

  #changed(source: string | null): void {
    this.#keeping.noted(source);
    const { run } = this.#runner;
    if (this.#wasRunning && run === 'idle') this.#ended();
    this.#wasRunning = run === 'running';
    if (run !== 'running') {
      if (this.#showing !== null) clearTimeout(this.#showing);
      this.#showing = null;
      this.#rest();
      this.#show({});
      return;
    }
    this.#showing ??= setTimeout(() => {
      this.#showing = null;
      this.#show({});
    }, SHOW_MS);
  }

  #ended(): void {
    const { rows } = this.#runner;
    const done = rows.filter(({ state }) => state === 'done').length;
    const { lang } = this.#shell;
    if (rows.some((row) => pillOf(row) === 'waiting') || rows.length === 0) return;
    const open = rows.length - done;
    this.#shell.change({ live: say('batch.said.done', lang, { done, open }) });
  }

  #show(change: Partial<BatchView>): void {
    const { run, remainingS } = this.#runner;
    const rows = [...this.#runner.rows];
    const next = { ...this.#view, ...change, rows, run, remainingS };
    const totals = next.tab === 'totals' ? totalsOf(rows) : [];
    // a row that is to be checked again is not looked at as it was
    const figure = next.figure && stillStands(next.figure.key, rows) ? next.figure : null;
    const source = next.selected === null ? undefined : this.#runner.row(next.selected)?.source;
    const splitBy = this.#runner.sources.get(source ?? '')?.answers.nameField ?? '';
    this.#shell.change({ batch: { ...next, totals, figure, splitBy } });
  }

  #tell(word: UiWord, params: WordParams = {}): void {
    const text = { zh: say(word, 'zh', params), en: say(word, 'en', params) };
    const said = this.#view.said.filter(({ zh }) => zh !== text.zh);
    this.#show({ said: [...said, text] });
  }

  #pass(word: UiWord, params: WordParams = {}): void {
    this.#shell.change({ message: worded(word, params) });
  }

  #names(all: readonly string[]): string {
    const more = all.length > NAMED ? ' …' : '';
    return all.slice(0, NAMED).join(this.#shell.lang === 'zh' ? '、' : ', ') + more;
  }

  #theJobs(): BatchJobs {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#jobs ??= this.#host.start();
    return this.#jobs;
  }

  /** A worker without work is let go of after a while, with the layers it holds. */
  #rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#idle = null;
      if (this.#runner.run === 'running' || this.#making || this.#drawing) return;
      this.#jobs?.close();
      this.#jobs = null;
    }, IDLE_MS);
  }
}

/** What the summary says of a row; one that was not checked is an item that says so. */
function itemOf({ item, from }: BatchRow) {
  return item ?? failedItem(from, { code: 'not-checked', text: wordOf('batch.unchecked') });
}

function totalsOf(rows: readonly BatchRow[]): BatchView['totals'] {
  return summaryOf(rows.map(itemOf), '').totals;
}

function stillStands(key: number, rows: readonly BatchRow[]): boolean {
  return rows.find((row) => row.key === key)?.state === 'done';
}

function isFailed({ state }: BatchRow): boolean {
  return state === 'failed';
}

/** Whole seconds, as the command line writes times. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function sorted(claim: Claim): [string, unknown][] {
  return Object.entries(claim).sort(([a], [b]) => (a < b ? -1 : 1));
}
