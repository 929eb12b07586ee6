import type { StepName } from '../components/choices.ts';
import { isWritten } from '../components/report-formats.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { groupFiles } from '../files/group-files.ts';
import type { InputFile } from '../files/open-project.ts';
import { afterPaint } from './after-paint.ts';
import type { CheckJobs } from './check-client.ts';
import type { ExportedFile } from './check-protocol.ts';
import type { RefusedFile } from './imported-file.ts';
import { liveSentence } from './live-sentence.ts';
import type { Act } from './next-step.ts';
import { rememberPreferences } from './preferences.ts';
import { type FileLike, readFiles } from './read-files.ts';
import { saveFile } from './save-file.ts';
import type { Shell } from './shell.ts';
import { isAbort, textOf, worded } from './spoken-error.ts';
import type { WorkspaceState } from './workspace.ts';

/** What the main job needs beside the shell. */
export interface MainJobHost {
  /** Address of the sample project, '' where there is none. */
  sample(): string;
  /** An address against the page. */
  address(path: string): string;
  jobs(): CheckJobs;
  pickFile(): void;
  /** Prints the page of the report step once it is made. */
  printPage(): void;
}

/** Open, check, export, as buttons and dropped files ask for it. */
export class MainJob {
  readonly #shell: Shell;
  readonly #host: MainJobHost;
  #sample: Uint8Array | null = null;

  constructor(shell: Shell, host: MainJobHost) {
    this.#shell = shell;
    this.#host = host;
  }

  /** Reads a boundary file. Rejects with a UserError; what was open before stays. */
  async open(file: FileLike): Promise<Project> {
    const { named, refused } = await readFiles([file]);
    return this.#opened(this.#shell.workspace.openAll(named, {}, refused));
  }

  /** Waits for a file; tells of the project it became, or why it did not. */
  async #opened(reading: Promise<Project>): Promise<Project> {
    const { workspace } = this.#shell;
    try {
      const project = await reading;
      this.#shell.change({ selected: null });
      this.#shell.tell('sanxian-project-change', project);
      return project;
    } catch (cause) {
      if (!workspace.state.question && !isAbort(cause)) {
        this.#shell.tell('sanxian-error', cause as Error);
      }
      throw cause;
    }
  }

  /** Checks the open project with the present answers. */
  async check(): Promise<CheckReport> {
    return this.#finish(() => this.#shell.workspace.check());
  }

  /** Judges the open project by answers that were changed; what was measured stays. */
  async judgeNow(): Promise<void> {
    try {
      await this.#finish(() => this.#shell.workspace.judge());
    } catch {
      // Told by the panel and by the event.
    }
  }

  /** The ways behind the verdicts, where somebody looks at them. */
  async explain(): Promise<void> {
    try {
      if (this.#shell.look.path !== null) await this.#shell.workspace.explain();
    } catch (cause) {
      if (!isAbort(cause)) this.#shell.tell('sanxian-error', cause as Error);
    }
  }

  async #finish(work: () => Promise<CheckReport>): Promise<CheckReport> {
    const shell = this.#shell;
    const held = shell.workspace.state.overrides.length;
    try {
      const report = await work();
      shell.change({ live: liveSentence(report, shell.lang) });
      const n = held - report.overrides.length;
      if (n > 0) shell.change({ message: worded('override.gone', { n }) });
      shell.tell('sanxian-check-complete', report);
      void this.explain();
      return report;
    } catch (cause) {
      if (!isAbort(cause)) shell.tell('sanxian-error', cause as Error);
      throw cause;
    }
  }

  async exportReport(format: string): Promise<ExportedFile> {
    const { workspace, look, lang } = this.#shell;
    const { report } = workspace.state;
    if (!report) throw new UserError('no-report');
    const { catalogUrl } = workspace;
    const { redact, house } = look.output;
    const drawn = { catalogUrl, grey: look.greyFigures, redact, house };
    return this.#host.jobs().export(report, format, look.reportLanguage ?? lang, drawn);
  }

  /** What a person does with files: they are read, and the first project is checked at once. */
  async import(files: readonly FileLike[]): Promise<void> {
    if (files.length === 0) return;
    const { named, refused } = await readFiles(files);
    await this.importFiles(groupFiles(named), refused);
  }

  /** Those refused already stand in the list beside what is read. */
  async importFiles(
    files: readonly InputFile[],
    refused: readonly RefusedFile[] = [],
  ): Promise<void> {
    const { workspace, change } = this.#shell;
    change({ mode: 'check' });
    this.showStep('project');
    await this.importing(workspace.openAll(files, {}, refused));
  }

  /**
   * Follows a file that is being read: once it is, its project is checked, unless there are several to
   * pick from. Where the panel says why not, or asks, this ends quietly.
   */
  async importing(reading: Promise<Project> | null): Promise<void> {
    if (!reading) return;
    const { workspace, lang, change } = this.#shell;
    let project: Project;
    try {
      project = await this.#opened(reading);
    } catch {
      this.showStep('project');
      const { question } = workspace.state;
      if (question) change({ live: `${question.name}: ${question.lead[lang]}` });
      return;
    }
    change({ welcoming: false });
    if (project.source.file !== this.sampleName()) rememberPreferences({ welcomed: true });
    if (workspace.state.projects.length === 1) await this.checkNow();
  }

  async checkNow(): Promise<void> {
    const shell = this.#shell;
    try {
      const first = shell.workspace.state.report === null;
      await this.check();
      if (!first) return;
      this.showStep('findings');
      // The drawer has opened by now and taken its share of the map.
      await shell.drawn();
      shell.desk.map?.resize();
      shell.desk.flyTo(shell.workspace.state, () => false);
    } catch {
      // Told by the panel and by the event.
    }
  }

  /** Whether what is open is the sample as we opened it, and not a person's own file of that name. */
  isSample({ files }: Pick<WorkspaceState, 'files'>): boolean {
    return files.length === 1 && files[0]!.file.bytes === this.#sample;
  }

  /** The open project with its answers, as one file. */
  async saveProject(): Promise<void> {
    const { workspace, change } = this.#shell;
    if (!workspace.project) return;
    const { claim, overrides } = workspace.state;
    const { projectFile } = await import('./project-file.ts');
    const file = projectFile({ ...workspace.project, claim, overrides });
    saveFile(file);
    change({ message: worded('project.saved', { file: file.fileName }) });
  }

  sampleName(): string {
    return decodeURIComponent(this.#host.sample().split('/').at(-1) ?? '');
  }

  /** The sample never takes the place of a file that a person opened while it was loading. */
  async openSample(stillWanted: () => boolean = () => true): Promise<void> {
    try {
      if (!stillWanted()) return;
      const response = await fetch(this.#host.address(this.#host.sample()));
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!stillWanted()) return;
      this.#sample = bytes;
      await this.importing(this.#shell.workspace.open({ name: this.sampleName(), bytes }));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#shell.workspace.fail('open', worded('err.sample', { why }));
    }
  }

  showStep(step: StepName): void {
    const { look, change } = this.#shell;
    const detent = look.detent === 'peek' ? 'half' : look.detent;
    change({ step, sheetTab: step, detent });
  }

  /** What the buttons of the panel's footer do. */
  readonly acts: Readonly<Record<Act, () => void>> = {
    open: () => this.#host.pickFile(),
    sample: () => void this.openSample(),
    check: () => void this.checkNow(),
    cancel: () => {
      this.#shell.workspace.cancel();
      this.#shell.change({ message: worded('toast.canceled') });
    },
    findings: () => this.showStep('findings'),
    report: () => this.showStep('report'),
    save: () => void this.#save(),
    print: () => {
      this.showStep('report');
      this.#host.printPage();
    },
    'import-answer': () => void this.importing(this.#shell.workspace.answerQuestion()),
    'import-skip': () => void this.importing(this.#shell.workspace.skipQuestion()),
    'import-cancel': () => {
      this.#shell.workspace.cancelImport();
      this.#shell.change({ message: worded('import.canceled') });
    },
  };

  async #save(): Promise<void> {
    const shell = this.#shell;
    shell.change({ saving: true });
    await afterPaint();
    try {
      const { formats, output } = shell.look;
      for (const format of formats.filter((one) => isWritten(one, output.redact))) {
        const file = await this.exportReport(format);
        saveFile(file);
        shell.change({ message: worded('report.saved', { file: file.fileName }) });
      }
    } catch (cause) {
      shell.workspace.fail('check', textOf(cause));
      shell.tell('sanxian-error', cause as Error);
    } finally {
      shell.change({ saving: false });
    }
  }
}
