import { type Catalog, catalogSchema } from '../domain/catalog.ts';
import type { Claim } from '../domain/claim.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { isOf, type Place, sortOverrides, withOverrides } from '../domain/overrides.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { MeasuredLine, Progress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport, ReportOverride } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import type { InputFile } from '../files/open-project.ts';
import type { Explanation } from '../policy/explain-report.ts';
import type { Text } from '../text/text.ts';
import type { CheckJobs } from './check-client.ts';
import { type OpenQuestion, withAnswer } from './import-question.ts';
import type { ReadFile, RefusedFile } from './imported-file.ts';
import { type Imported, Importing, type Reading } from './importing.ts';
import { isAbort, textOf, worded } from './spoken-error.ts';

export interface Failure {
  readonly step: 'open' | 'check';
  readonly text: Text;
}

export interface WorkspaceState {
  readonly catalog: Catalog | null;
  readonly catalogFailure: Text | null;
  readonly catalogLoading: boolean;
  readonly projects: readonly Project[];
  /** Sentences of the import notes of each project; none for one that was set from outside. */
  readonly noteTexts: readonly (readonly Text[])[];
  readonly index: number;
  readonly claim: Claim;
  readonly report: CheckReport | null;
  /** The report on screen is older than the answers or the project. */
  readonly stale: boolean;
  /** Which of `files` a project came from; -1: none of them. */
  readonly origins: readonly number[];
  /** What was answered about each project. */
  readonly claims: readonly Claim[];
  /** What people hold against findings of each project. */
  readonly opinions: readonly (readonly ReportOverride[])[];
  readonly files: readonly ReadFile[];
  /** Files of the last import that could not be read. */
  readonly refused: readonly RefusedFile[];
  readonly opening: Reading | null;
  readonly checking: Progress | 'starting' | null;
  /** Lines that the check under way has measured; nothing of them is judged. */
  readonly measured: ReadonlyMap<LayerKind, MeasuredLine>;
  readonly failure: Failure | null;
  readonly question: OpenQuestion | null;
  /** The rules of the catalog, once a report asks something of them. */
  readonly pack: PolicyPack | null;
  readonly packFailure: Text | null;
  /** What people hold against findings of this project; part of the report on screen. */
  readonly overrides: readonly ReportOverride[];
  /** The ways behind a report; of the one on screen or, while it is worked out, of the one before. */
  readonly explained: Explained | null;
}

/** What is kept of a workspace for a later visit. */
export type SavedWork = Pick<
  WorkspaceState,
  'projects' | 'noteTexts' | 'origins' | 'claims' | 'opinions' | 'files' | 'index'
>;

/** A project with what belongs to it alone. */
interface Item {
  readonly project: Project;
  readonly noteTexts: readonly Text[];
  readonly origin: number;
  readonly claim: Claim;
  readonly opinions: readonly ReportOverride[];
}

export interface Explained {
  readonly of: CheckReport;
  readonly explanation: Explanation;
}

const START: WorkspaceState = {
  catalog: null,
  catalogFailure: null,
  catalogLoading: false,
  projects: [],
  noteTexts: [],
  index: 0,
  claim: {},
  origins: [],
  claims: [],
  opinions: [],
  files: [],
  refused: [],
  report: null,
  stale: false,
  opening: null,
  checking: null,
  measured: new Map(),
  failure: null,
  question: null,
  pack: null,
  packFailure: null,
  overrides: [],
  explained: null,
};

/**
 * The one holder of what is open and what was found. Every change goes through `#set`, which tells the
 * element. What stood before an attempt that failed stays.
 */
export class Workspace {
  #state = START;
  readonly #changed: (state: WorkspaceState) => void;
  readonly #jobs: () => CheckJobs;
  #abort: AbortController | null = null;
  readonly #importing: Importing;
  /** The file each project was read from, for bringing one back that was changed since. */
  readonly #fileOf = new WeakMap<Project, ReadFile>();
  catalogUrl = '';

  constructor(jobs: () => CheckJobs, changed: (state: WorkspaceState) => void) {
    this.#jobs = jobs;
    this.#changed = changed;
    this.#importing = new Importing({
      jobs,
      catalogUrl: () => this.catalogUrl,
      reading: (opening) => this.#set(opening ? { opening, failure: null } : { opening }),
      asking: (question) => this.#set({ question }),
      done: (imported) => this.#imported(imported),
      failed: (refused) => {
        this.#set({ refused, failure: { step: 'open', text: refused[0]!.text } });
      },
    });
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  get project(): Project | null {
    return this.#state.projects[this.#state.index] ?? null;
  }

  /** Another catalog takes what was found in the one before off the screen. The last one asked for wins. */
  async loadCatalog(url: string): Promise<void> {
    this.catalogUrl = url;
    this.cancel();
    const catalogLoading = true;
    this.#set({
      catalog: null,
      catalogFailure: null,
      catalogLoading,
      report: null,
      stale: false,
      pack: null,
      packFailure: null,
    });
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const catalog = catalogSchema.parse(await response.json());
      if (url === this.catalogUrl) this.#set({ catalog, catalogLoading: false });
    } catch (cause) {
      if (url !== this.catalogUrl) return;
      const why = cause instanceof Error ? cause.message.slice(0, 120) : String(cause);
      const catalogFailure = worded('err.catalog', { url, why });
      this.#set({ catalog: null, catalogFailure, catalogLoading: false });
    }
  }

  /** Reads the catalog anew after it was replaced; what was found stays. True where it is another one. */
  async renewCatalog(): Promise<boolean> {
    const url = this.catalogUrl;
    try {
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok) return false;
      const catalog = catalogSchema.parse(await response.json());
      const isOther = JSON.stringify(catalog) !== JSON.stringify(this.#state.catalog);
      if (url !== this.catalogUrl || !isOther) return false;
      this.#set({ catalog });
      return true;
    } catch {
      return false; // The check says what is wrong with it.
    }
  }

  /**
   * Reads a file. What it asks becomes a question on screen, and is thrown as well; what was open before
   * stays until it is answered.
   */
  open(file: InputFile, answers: ImportAnswers = {}): Promise<Project> {
    return this.openAll([file], answers);
  }

  /** Reads files one after the other; see `Importing`. Those refused already are told with the rest. */
  openAll(
    files: readonly InputFile[],
    answers: ImportAnswers = {},
    refused: readonly RefusedFile[] = [],
  ): Promise<Project> {
    return this.#importing.open(files, answers, { refused });
  }

  /** Reads the file of the open project again with something else said about it. */
  reread(change: ImportAnswers): Promise<Project> | null {
    const at = this.#state.origins[this.#state.index];
    const read = at === undefined ? undefined : this.#state.files[at];
    if (at === undefined || !read || read.file.bytes.length === 0) return null;
    const answers = withAnswer(read.answers, change);
    return this.#importing.open([read.file], answers, { replaces: at });
  }

  draftAnswer(change: ImportAnswers): void {
    this.#importing.draft(change);
  }

  /** Reads on with the answer on screen; null where there is none yet. */
  answerQuestion(): Promise<Project> | null {
    return this.#importing.answer();
  }

  /** Gives up the file that asks. The rest of its batch is still read; null where there is none. */
  skipQuestion(): Promise<Project> | null {
    return this.#importing.skip(worded('import.skipped'));
  }

  /** Gives up what is being read. */
  cancelImport(): void {
    this.#importing.leave();
  }

  pick(index: number): void {
    this.cancel();
    const claim = this.#state.claims[index] ?? {};
    const overrides = this.#state.opinions[index] ?? [];
    const nothingFound = { report: null, stale: false, failure: null };
    this.#set({ index, claim, ...nothingFound, overrides, explained: null });
  }

  /** The project to check may also be set from outside. */
  setProject(project: Project | null, texts: readonly Text[] = []): void {
    this.#importing.leave();
    const { claim = {}, overrides: opinions = [] } = project ?? {};
    this.#take(project ? [{ project, noteTexts: texts, origin: -1, claim, opinions }] : [], []);
    this.pick(0);
  }

  /** The open project in another shape; the others that came with it, and what was answered, stay. */
  amend(project: Project, texts: readonly Text[]): void {
    const { index, projects, noteTexts } = this.#state;
    const notes = projects.map((_, i) => (i === index ? texts : (noteTexts[i] ?? [])));
    this.restore(projects.with(index, project), notes, index);
  }

  /** What was open before, or after; the answers given are about the place and stay. */
  restore(
    projects: readonly Project[],
    noteTexts: WorkspaceState['noteTexts'],
    index: number,
  ): void {
    this.#importing.leave();
    this.cancel();
    const before = items(this.#state);
    const { claim, overrides } = this.#state;
    const files = [...new Set(projects.flatMap((project) => this.#fileOf.get(project) ?? []))];
    const all = projects.map((project, i) => {
      const known = before.find((one) => one.project.id === project.id);
      const file = this.#fileOf.get(project);
      return {
        project,
        noteTexts: noteTexts[i] ?? [],
        origin: file ? files.indexOf(file) : -1,
        claim: i === index ? claim : (known?.claim ?? project.claim),
        opinions: i === index ? overrides : (known?.opinions ?? project.overrides ?? []),
      };
    });
    this.#take(all, files);
    // the very list: by it the history knows that this is a step it has, not a new one
    this.#set({ projects, index, report: null, stale: false, failure: null });
  }

  /** What a former visit left. */
  resume(saved: SavedWork): void {
    this.#importing.leave();
    const all = saved.projects.map((project, i) => ({
      project,
      noteTexts: saved.noteTexts[i] ?? [],
      origin: saved.origins[i] ?? -1,
      claim: saved.claims[i] ?? {},
      opinions: saved.opinions?.[i] ?? [],
    }));
    this.#take(all, saved.files);
    this.pick(Math.min(saved.index, Math.max(0, all.length - 1)));
  }

  /** A report of another place, to be looked at here. */
  showReport(report: CheckReport | null): void {
    this.cancel();
    this.#set({ report, overrides: report?.overrides ?? [], stale: false, failure: null });
  }

  setClaim(claim: Claim): void {
    const { index } = this.#state;
    const claims = this.#state.claims.map((one, i) => (i === index ? claim : one));
    this.#set({ claim, claims, stale: this.#state.report !== null });
  }

  answer(field: keyof Claim, value: unknown): void {
    const { [field]: _before, ...rest } = this.#state.claim;
    this.setClaim((value === undefined ? rest : { ...rest, [field]: value }) as Claim);
  }

  /** Puts in what was read; where one file was read anew, in the place of what it held before. */
  #imported({ read, refused, replaces }: Imported): Project {
    const { state } = this;
    const before = items(state);
    const fresh = (at: number, { opened }: Imported['read'][number]): Item[] =>
      opened.projects.map((project, i) => {
        const known = before.find(
          (one) => one.origin === replaces && replaces !== null && one.project.id === project.id,
        );
        const noteTexts = opened.noteTexts[i] ?? [];
        const { claim, opinions } = known ?? { ...project, opinions: project.overrides ?? [] };
        return { project, noteTexts, origin: at, claim, opinions };
      });
    if (replaces === null) {
      this.#take(
        read.flatMap((one, at) => fresh(at, one)),
        read.map(({ file }) => file),
      );
      this.#set({ refused });
      this.pick(0);
    } else {
      const place = before.findIndex(({ origin }) => origin === replaces);
      const rest = before.filter(({ origin }) => origin !== replaces);
      rest.splice(place, 0, ...fresh(replaces, read[0]!));
      this.#take(
        rest,
        state.files.map((file, at) => (at === replaces ? read[0]!.file : file)),
      );
      this.pick(place);
    }
    return this.project!;
  }

  #take(all: readonly Item[], files: readonly ReadFile[]): void {
    for (const { project, origin } of all) {
      const file = files[origin];
      if (file) this.#fileOf.set(project, file);
    }
    this.#set({
      projects: all.map(({ project }) => project),
      noteTexts: all.map(({ noteTexts }) => noteTexts),
      origins: all.map(({ origin }) => origin),
      claims: all.map(({ claim }) => claim),
      opinions: all.map(({ opinions }) => opinions),
      files,
      refused: [],
      question: null,
    });
  }

  /**
   * Checks the project with the answers given. A check under way is given up for the new one. A check
   * that was given up rejects with an AbortError, even where its report had come already.
   */
  async check(): Promise<CheckReport> {
    return this.#run('check');
  }

  /** The same ground by other answers: no layer is asked again. A project never checked is checked. */
  async judge(): Promise<CheckReport> {
    return this.#run(this.#state.report ? 'judge' : 'check');
  }

  async #run(how: 'check' | 'judge'): Promise<CheckReport> {
    const { project } = this;
    if (!project) throw new UserError('no-project');
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ checking: 'starting', measured: new Map(), failure: null });
    const { claim } = this.#state;
    try {
      // An answer that was taken back must not come again with what the file said.
      const job = { project: { ...project, claim: {} }, claim, catalogUrl: this.catalogUrl };
      const onProgress = (progress: Progress) => {
        if (this.#abort === abort) this.#progressed(progress);
      };
      const jobs = this.#jobs();
      const ask = how === 'judge' && jobs.judge ? jobs.judge.bind(jobs) : jobs.check.bind(jobs);
      const found = await ask(job, onProgress, abort.signal);
      if (this.#abort !== abort) throw abortError('the check was given up');
      // An opinion on a finding that is gone has nothing left to speak of.
      const overrides = sortOverrides(found, this.#state.overrides).kept;
      const report = withOverrides(found, overrides);
      // Answers may have changed while it ran; the report speaks of those it was asked with.
      this.#set({ report, overrides, stale: claim !== this.#state.claim, checking: null });
      void this.loadPack();
      return report;
    } catch (cause) {
      if (this.#abort === abort) {
        const failure = { step: 'check' as const, text: textOf(cause) };
        const { report, stale } = this.#state;
        this.#set(
          isAbort(cause)
            ? { checking: null }
            : { checking: null, failure, stale: stale || report !== null },
        );
      }
      throw cause;
    } finally {
      if (this.#abort === abort) this.#abort = null;
    }
  }

  #progressed(progress: Progress): void {
    const { measured } = this.#state;
    if (progress.step === 'begun') this.#set({ checking: 'starting', measured: new Map() });
    else if (progress.step !== 'measured') this.#set({ checking: progress });
    else this.#set({ measured: new Map(measured).set(progress.line.kind, progress.line) });
  }

  /** The questions of the claim form come from the rules that the catalog names. */
  async loadPack(): Promise<void> {
    if (this.#state.pack) return;
    const url = this.catalogUrl;
    try {
      const pack = await this.#jobs().pack(url);
      if (url === this.catalogUrl) this.#set({ pack, packFailure: null });
    } catch (cause) {
      if (url === this.catalogUrl && !isAbort(cause)) this.#set({ packFailure: textOf(cause) });
    }
  }

  /** Puts an opinion beside a finding; one that the same name held of it before gives way. */
  override(opinion: ReportOverride): void {
    const others = this.#state.overrides.filter(
      (one) => !(isOf(one, opinion) && one.name === opinion.name),
    );
    this.#setOverrides([...others, opinion]);
  }

  withdraw(place: Place): void {
    this.#setOverrides(this.#state.overrides.filter((one) => !isOf(one, place)));
  }

  #setOverrides(overrides: readonly ReportOverride[]): void {
    const { report } = this.#state;
    const opinions = this.#state.opinions.map((one, i) =>
      i === this.#state.index ? overrides : one,
    );
    this.#set({ overrides, opinions, report: report && withOverrides(report, overrides) });
  }

  /** Works out the ways behind the report on screen. */
  async explain(): Promise<void> {
    const { report } = this.#state;
    const jobs = this.#jobs();
    if (!report || !jobs.explain) return;
    const explanation = await jobs.explain(report, this.catalogUrl);
    if (this.#state.report?.digest === report.digest)
      this.#set({ explained: { of: report, explanation } });
  }

  /** Gives up the check under way. From here on it changes nothing, however far it had come. */
  cancel(): void {
    const abort = this.#abort;
    if (!abort) return;
    this.#abort = null;
    this.#set({ checking: null });
    abort.abort();
  }

  fail(step: Failure['step'], text: Text): void {
    this.#set({ failure: { step, text } });
  }

  #set(change: Partial<WorkspaceState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed(this.#state);
  }
}

function abortError(why: string): Error {
  const error = new Error(why);
  error.name = 'AbortError';
  return error;
}

function items({ projects, noteTexts, origins, claims, opinions }: WorkspaceState): Item[] {
  return projects.map((project, i) => ({
    project,
    noteTexts: noteTexts[i] ?? [],
    origin: origins[i] ?? -1,
    claim: claims[i] ?? {},
    opinions: opinions[i] ?? [],
  }));
}
