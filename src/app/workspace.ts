import { type Catalog, catalogSchema } from '../domain/catalog.ts';
import type { Claim } from '../domain/claim.ts';
import { questionOf } from '../domain/import-answers.ts';
import { isOf, type Place, sortOverrides, withOverrides } from '../domain/overrides.ts';
import type { Progress } from '../domain/progress.ts';
import type { CrsCandidate, Project } from '../domain/project.ts';
import type { CheckReport, ReportOverride } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import type { Explanation } from '../policy/explain-report.ts';
import type { Text } from '../text/text.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import type { CheckJobs } from './check-client.ts';
import { SpokenError } from './spoken-error.ts';

/** An open coordinate question: nothing is checked before it is answered. */
export interface CrsQuestion {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly candidates: readonly CrsCandidate[];
  readonly lead: Text;
  readonly chosen: number | null;
}

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
  readonly opening: string | null;
  readonly checking: Progress | 'starting' | null;
  readonly failure: Failure | null;
  readonly question: CrsQuestion | null;
  /** What people hold against findings of this project; part of the report on screen. */
  readonly overrides: readonly ReportOverride[];
  /** The ways behind a report; of the one on screen or, while it is worked out, of the one before. */
  readonly explained: Explained | null;
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
  report: null,
  stale: false,
  opening: null,
  checking: null,
  failure: null,
  question: null,
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
  /** Counts files asked for: the last one wanted wins, not the last one read. */
  #wanted = 0;
  catalogUrl = '';

  constructor(jobs: () => CheckJobs, changed: (state: WorkspaceState) => void) {
    this.#jobs = jobs;
    this.#changed = changed;
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
    this.#set({ catalog: null, catalogFailure: null, catalogLoading, report: null, stale: false });
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

  /** Reads a file. An unknown coordinate system becomes a question, and is thrown as well. */
  async open(name: string, bytes: Uint8Array, crs?: number): Promise<Project> {
    this.#set({ opening: name, failure: null });
    const ticket = ++this.#wanted;
    try {
      const { projects, noteTexts } = await this.#jobs().open(name, bytes, this.catalogUrl, crs);
      if (ticket !== this.#wanted) throw supersededBy(this.#state.opening);
      const [first] = projects;
      if (!first) throw new Error('the worker read no project and gave no reason');
      this.#set({ opening: null, question: null, projects, noteTexts });
      this.pick(0);
      return first;
    } catch (cause) {
      if (ticket !== this.#wanted) throw cause;
      const candidates = candidatesOf(cause);
      if (candidates) {
        const chosen = candidates.filter(({ likely }) => likely);
        const question = {
          name,
          bytes,
          candidates,
          lead: textOf(cause),
          chosen: chosen.length === 1 ? chosen[0]!.epsg : null,
        };
        this.#set({ opening: null, question });
      } else {
        this.#set({ opening: null, failure: { step: 'open', text: textOf(cause) } });
      }
      throw cause;
    }
  }

  pick(index: number): void {
    this.cancel();
    const claim = this.#state.projects[index]?.claim ?? {};
    const nothingFound = { report: null, stale: false, failure: null };
    this.#set({ index, claim, ...nothingFound, overrides: [], explained: null });
  }

  /** The project to check may also be set from outside. */
  setProject(project: Project | null, texts: readonly Text[] = []): void {
    this.#wanted++;
    const projects = project ? [project] : [];
    this.#set({ projects, noteTexts: project ? [texts] : [], question: null, opening: null });
    this.pick(0);
  }

  /** The open project in another shape; the others that came with it stay. */
  amend(project: Project, texts: readonly Text[]): void {
    const { projects, noteTexts, index } = this.#state;
    const notes = projects.map((_, i) => (i === index ? texts : (noteTexts[i] ?? [])));
    this.#wanted++;
    this.#set({ projects: projects.with(index, project), noteTexts: notes, opening: null });
    this.pick(index);
  }

  /** What was open before, or after; the answers given are about the place and stay. */
  restore(
    projects: readonly Project[],
    noteTexts: WorkspaceState['noteTexts'],
    index: number,
  ): void {
    this.#wanted++;
    this.cancel();
    const open = { projects, noteTexts, index, question: null, opening: null };
    this.#set({ ...open, report: null, stale: false, failure: null });
  }

  setClaim(claim: Claim): void {
    this.#set({ claim, stale: this.#state.report !== null });
  }

  answer(field: keyof Claim, value: unknown): void {
    const { [field]: _before, ...rest } = this.#state.claim;
    this.setClaim((value === undefined ? rest : { ...rest, [field]: value }) as Claim);
  }

  chooseCrs(epsg: number): void {
    const { question } = this.#state;
    if (question) this.#set({ question: { ...question, chosen: epsg } });
  }

  dropQuestion(): void {
    this.#set({ question: null });
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
    this.#set({ checking: 'starting', failure: null });
    const { claim } = this.#state;
    try {
      const job = { project, claim, catalogUrl: this.catalogUrl };
      const onProgress = (progress: Progress) => {
        if (this.#abort === abort) this.#set({ checking: progress });
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
    this.#set({ overrides, report: report && withOverrides(report, overrides) });
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

/** A file that was still being read when another one was asked for. */
function supersededBy(name: string | null): Error {
  return abortError(`superseded by ${name ?? 'another file'}`);
}

function abortError(why: string): Error {
  const error = new Error(why);
  error.name = 'AbortError';
  return error;
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

/** The sentence of a failure; our own bugs are said as such. */
export function textOf(cause: unknown): Text {
  if (cause instanceof SpokenError) return cause.text;
  const message = cause instanceof Error ? cause.message : String(cause);
  return worded('err.unexpected', { message });
}

function worded(word: UiWord, params: Record<string, string>): Text {
  return { zh: say(word, 'zh', params), en: say(word, 'en', params) };
}

function candidatesOf(cause: unknown): readonly CrsCandidate[] | null {
  const question = questionOf(cause);
  return question?.kind === 'crs' ? question.candidates : null;
}
