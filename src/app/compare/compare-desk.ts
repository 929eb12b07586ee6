import type { CompareAct } from '../../components/comparison-view.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordsFor } from '../../job/words.ts';
import { projectOfReport } from '../../report/project-of-report.ts';
import { looksLikeReport, recordOf } from '../../report/read-report.ts';
import type { UiWord, WordParams } from '../../text/words/ui.ts';
import type { MainJob } from '../main-job.ts';
import type { FileLike } from '../read-files.ts';
import type { Shell } from '../shell.ts';
import { isAbort, textOf, worded } from '../spoken-error.ts';
import {
  compareReports,
  inOrder,
  isSameProject,
  type NamedReport,
  oneReport,
} from './compare-reports.ts';
import { MAY_BE_REPORT } from './may-be-report.ts';
import '../../text/words/later.ts';

/** Reports are far smaller; larger files are not read to find out (bytes). */
const MOST_BYTES = 300_000_000;

export interface CompareDeskHost {
  readonly job: MainJob;
  /** Asks for report files. */
  pick(): void;
  isReadonly(): boolean;
}

/** Reports made earlier: opened, compared with the one on screen or with each other, checked again. */
export class CompareDesk {
  readonly #shell: Shell;
  readonly #host: CompareDeskHost;
  /** The report that waits for another one. */
  #first: NamedReport | null = null;

  constructor(shell: Shell, host: CompareDeskHost) {
    this.#shell = shell;
    this.#host = host;
  }

  act(act: CompareAct): void {
    switch (act.act) {
      case 'pick':
        this.#host.pick();
        break;
      case 'close':
        this.#close();
        break;
      case 'recheck':
        void this.#recheck();
        break;
      case 'files':
        void this.#chosen(act.files);
        break;
    }
  }

  /** Takes reports out of files given by hand; the others are given back. */
  async takeReports<F extends FileLike>(files: readonly F[]): Promise<readonly F[]> {
    const reports: NamedReport[] = [];
    const rest: F[] = [];
    for (const file of files) {
      const report = await this.#reportIn(file);
      if (report) reports.push(report);
      else rest.push(file);
    }
    if (reports.length > 0) this.#take(reports);
    return rest;
  }

  async #chosen(files: readonly FileLike[]): Promise<void> {
    const rest = await this.takeReports(files);
    if (rest[0]) this.#pass('compare.none', { file: rest[0].name });
  }

  /** null: no report, or none that can be read; the latter is said. */
  async #reportIn(file: FileLike): Promise<NamedReport | null> {
    if (!MAY_BE_REPORT.test(file.name) || file.size > MOST_BYTES) return null;
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // whoever reads it as a project says why it cannot be read
      return null;
    }
    if (!(await looksLikeReport(bytes, file.name))) return null;
    try {
      return { file: file.name, report: (await recordOf(bytes, file.name)).report };
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      const text = wordsFor(cause.code, cause.params);
      this.#shell.change({ message: text });
      return null;
    }
  }

  #take(reports: readonly NamedReport[]): void {
    if (reports.length > 2) this.#pass('compare.two');
    const [one, two] = reports;
    if (!one) return;
    if (two) {
      this.#show(one, two);
      return;
    }
    const { report } = this.#shell.workspace.state;
    const waiting = this.#first && this.#shell.look.compare ? this.#first : null;
    if (waiting) {
      this.#show(waiting, one);
      return;
    }
    // what is on screen is compared where it is the same project; else it takes a word of the person
    if (report && (isSameProject(report, one.report) || this.#shell.look.step === 'report')) {
      this.#show(one, { file: null, report });
      return;
    }
    this.#first = one;
    this.#shell.change({ compare: oneReport(one) });
  }

  #show(a: NamedReport, b: NamedReport): void {
    const [was, is] = inOrder(a, b);
    this.#first = was;
    this.#shell.change({ compare: compareReports(was, is) });
  }

  /** The project of the earlier report, as it was checked, against the layers of today. */
  async #recheck(): Promise<void> {
    const first = this.#first;
    if (!first || this.#host.isReadonly()) return;
    const { workspace, change, tell } = this.#shell;
    this.#close();
    try {
      const project = projectOfReport(first.report);
      change({ mode: 'check' });
      workspace.setProject(
        project,
        project.notes.map(({ code, params }) => wordsFor(code, params)),
      );
      tell('sanxian-project-change', project);
      this.#host.job.showStep('findings');
      const report = await this.#host.job.check();
      this.#show(first, { file: null, report });
    } catch (cause) {
      if (!isAbort(cause)) workspace.fail('check', textOf(cause));
    }
  }

  #close(): void {
    this.#first = null;
    this.#shell.change({ compare: null });
  }

  #pass(word: UiWord, params: WordParams = {}): void {
    this.#shell.change({ message: worded(word, params) });
  }
}
