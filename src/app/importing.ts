import { type ImportAnswers, questionOf } from '../domain/import-answers.ts';
import type { Project } from '../domain/project.ts';
import type { InputFile } from '../files/open-project.ts';
import type { CheckJobs } from './check-client.ts';
import type { OpenedFile } from './check-protocol.ts';
import { firstDraft, isAnswered, type OpenQuestion, withAnswer } from './import-question.ts';
import { defectsIn, type ReadFile, type RefusedFile } from './imported-file.ts';
import { isAbort, SpokenError, textOf } from './spoken-error.ts';

/** Files that were asked for together, one after the other. */
interface Batch {
  readonly files: readonly InputFile[];
  readonly answers: ImportAnswers[];
  readonly read: { readonly file: ReadFile; readonly opened: OpenedFile }[];
  readonly refused: RefusedFile[];
  at: number;
  /** The file among those open that is read anew. */
  readonly replaces: number | null;
}

/** How far reading has come. */
export interface Reading {
  readonly name: string;
  /** Number of the file, from 1, and of how many. */
  readonly number: number;
  readonly of: number;
  readonly share: number;
}

/** What a batch came to: every file is in one of the two lists. */
export interface Imported {
  readonly read: readonly { readonly file: ReadFile; readonly opened: OpenedFile }[];
  readonly refused: readonly RefusedFile[];
  readonly replaces: number | null;
}

export interface ImportingHost {
  jobs(): CheckJobs;
  catalogUrl(): string;
  reading(reading: Reading | null): void;
  asking(question: OpenQuestion | null): void;
  /** Something could be read. */
  done(imported: Imported): Project;
  /** Nothing could; what was open stays. */
  failed(refused: readonly RefusedFile[]): void;
}

/**
 * Reads files one after the other. A file that asks something stops the others until it is answered or
 * given up; one that cannot be read is put aside with its sentence. The last batch asked for wins.
 */
export class Importing {
  readonly #host: ImportingHost;
  #batch: Batch | null = null;
  #question: OpenQuestion | null = null;
  #abort: AbortController | null = null;

  constructor(host: ImportingHost) {
    this.#host = host;
  }

  /** Resolves with the first project; rejects with what the file asks, or why none can be read. */
  open(
    files: readonly InputFile[],
    answers: ImportAnswers = {},
    {
      replaces = null,
      refused = [],
    }: { readonly replaces?: number | null; readonly refused?: readonly RefusedFile[] } = {},
  ): Promise<Project> {
    this.leave();
    const batch: Batch = {
      files,
      answers: files.map(() => answers),
      read: [],
      refused: [...refused],
      at: 0,
      replaces,
    };
    this.#batch = batch;
    return this.#go(batch);
  }

  draft(change: ImportAnswers): void {
    if (!this.#question) return;
    this.#ask({ ...this.#question, draft: withAnswer(this.#question.draft, change) });
  }

  /** Reads on with the answer given; nothing happens where it is not complete. */
  answer(): Promise<Project> | null {
    const batch = this.#batch;
    const question = this.#question;
    if (!batch || !question || !isAnswered(question)) return null;
    batch.answers[batch.at] = question.draft;
    this.#ask(null);
    return this.#go(batch);
  }

  /** Gives up the file that asks; the others of its batch are read. */
  skip(why: RefusedFile['text']): Promise<Project> | null {
    const batch = this.#batch;
    if (!batch || !this.#question) return null;
    this.#ask(null);
    if (batch.files.length === 1) {
      this.#batch = null;
      return null;
    }
    batch.refused.push({ name: batch.files[batch.at]!.name, text: why, defects: [] });
    batch.at++;
    return this.#go(batch);
  }

  /** Gives everything up. */
  leave(): void {
    this.#batch = null;
    this.#abort?.abort();
    this.#abort = null;
    if (this.#question) this.#ask(null);
    this.#host.reading(null);
  }

  async #go(batch: Batch): Promise<Project> {
    const { files } = batch;
    let cause: unknown = null;
    for (; batch.at < files.length; batch.at++) {
      const file = files[batch.at]!;
      try {
        const opened = await this.#read(batch, file);
        const answers = batch.answers[batch.at]!;
        batch.read.push({ file: { file, answers, fields: opened.fields }, opened });
        for (const part of opened.failed ?? []) {
          batch.refused.push({ name: part.file, text: part.text, defects: [] });
        }
      } catch (error) {
        if (batch !== this.#batch || isAbort(error)) throw error;
        cause = error;
        const ask = questionOf(error);
        if (ask) {
          this.#host.reading(null);
          const draft = firstDraft(ask, batch.answers[batch.at]!);
          this.#ask({ name: file.name, ask, lead: textOf(error), draft });
          throw error;
        }
        const defects = defectsIn((error as { detail?: unknown }).detail);
        batch.refused.push({ name: file.name, text: textOf(error), defects });
      }
    }
    this.#batch = null;
    this.#host.reading(null);
    if (batch.read.length > 0) return this.#host.done(batch);
    this.#host.failed(batch.refused);
    const text = batch.refused[0]!.text;
    throw cause ?? new SpokenError('not-imported', {}, null, text);
  }

  async #read(batch: Batch, file: InputFile): Promise<OpenedFile> {
    const abort = new AbortController();
    this.#abort = abort;
    const tell = (share: number) => {
      if (batch !== this.#batch || abort.signal.aborted) return;
      const number = batch.at + 1;
      this.#host.reading({ name: file.name, number, of: batch.files.length, share });
    };
    tell(0);
    const job = { file, answers: batch.answers[batch.at]!, catalogUrl: this.#host.catalogUrl() };
    const opened = await this.#host.jobs().open(
      job,
      (progress) => {
        if (progress.step === 'reading') tell(progress.share ?? 0);
      },
      abort.signal,
    );
    if (batch !== this.#batch) throw supersededBy(this.#batch?.files[0]?.name);
    if (opened.projects.length === 0) {
      throw new Error('the worker read no project and gave no reason');
    }
    return opened;
  }

  #ask(question: OpenQuestion | null): void {
    this.#question = question;
    this.#host.asking(question);
  }
}

/** A file that was still being read when another one was asked for. */
function supersededBy(name: string | undefined): Error {
  const error = new Error(`superseded by ${name ?? 'another file'}`);
  error.name = 'AbortError';
  return error;
}
