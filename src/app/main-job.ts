import type { StepName } from '../components/choices.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { say } from '../text/words/ui.ts';
import type { CheckJobs } from './check-client.ts';
import type { ExportedFile } from './check-protocol.ts';
import { liveSentence } from './live-sentence.ts';
import type { Act } from './next-step.ts';
import { rememberPreferences } from './preferences.ts';
import { saveFile } from './save-file.ts';
import type { Shell } from './shell.ts';
import { isAbort, textOf } from './workspace.ts';

/** What the main job needs beside the shell. */
export interface MainJobHost {
  /** Address of the sample project, '' where there is none. */
  sample(): string;
  /** An address against the page. */
  address(path: string): string;
  jobs(): CheckJobs;
  pickFile(): void;
}

/** Open, check, export, as buttons and dropped files ask for it. */
export class MainJob {
  readonly #shell: Shell;
  readonly #host: MainJobHost;

  constructor(shell: Shell, host: MainJobHost) {
    this.#shell = shell;
    this.#host = host;
  }

  /** Reads a boundary file. Rejects with a UserError; what was open before stays. */
  async open(name: string, bytes: Uint8Array, crs?: number): Promise<Project> {
    const { workspace } = this.#shell;
    try {
      const project = await workspace.open(name, bytes, crs);
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
      if (n > 0) shell.change({ message: say('override.gone', shell.lang, { n }) });
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
    return this.#host.jobs().export(report, format, look.reportLanguage ?? lang);
  }

  /** What a person does with a file: it is read, and checked at once. */
  async import(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.#shell.change({ mode: 'check' });
    this.showStep('project');
    const opened = await this.#openAndCheck(file.name, new Uint8Array(await file.arrayBuffer()));
    if (opened && files.length > 1) {
      const n = files.length - 1;
      const message = say('drop.first', this.#shell.lang, { file: file.name, n });
      this.#shell.change({ message });
    }
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
      if (stillWanted()) await this.#openAndCheck(this.sampleName(), bytes);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#shell.workspace.fail('open', {
        zh: say('err.sample', 'zh', { why }),
        en: say('err.sample', 'en', { why }),
      });
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
      this.#shell.change({ message: say('toast.canceled', this.#shell.lang) });
    },
    findings: () => this.showStep('findings'),
    report: () => this.showStep('report'),
    save: () => void this.#save(),
    crs: () => {
      const { question } = this.#shell.workspace.state;
      if (question?.chosen) void this.#openAndCheck(question.name, question.bytes, question.chosen);
    },
    'crs-cancel': () => this.#shell.workspace.dropQuestion(),
  };

  /** True once the file is read; false where the panel says why not, or asks for its system. */
  async #openAndCheck(name: string, bytes: Uint8Array, crs?: number): Promise<boolean> {
    try {
      await this.open(name, bytes, crs);
    } catch {
      this.showStep('project');
      return false;
    }
    this.#shell.change({ welcoming: false });
    if (name !== this.sampleName()) rememberPreferences({ welcomed: true });
    await this.checkNow();
    return true;
  }

  async #save(): Promise<void> {
    const shell = this.#shell;
    shell.change({ saving: true });
    try {
      for (const format of shell.look.formats) {
        const file = await this.exportReport(format);
        saveFile(file);
        shell.change({ message: say('report.saved', shell.lang, { file: file.fileName }) });
      }
    } catch (cause) {
      shell.workspace.fail('check', textOf(cause));
      shell.tell('sanxian-error', cause as Error);
    } finally {
      shell.change({ saving: false });
    }
  }
}
