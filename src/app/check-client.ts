import type { Claim } from '../domain/claim.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { OnProgress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { InputFile } from '../files/open-project.ts';
import type { Explanation } from '../policy/explain-report.ts';
import type { Language } from '../text/text.ts';
import { UI_WORDS } from '../text/words/ui.ts';
import type {
  CheckAnswer,
  CheckRequest,
  DrawnWith,
  ExportedFile,
  OpenedFile,
} from './check-protocol.ts';
import { SpokenError } from './spoken-error.ts';

/** The part of a Worker that is needed here. */
export interface CheckWorkerLike {
  onmessage: ((event: { data: CheckAnswer }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(message: CheckRequest): void;
  terminate(): void;
}

/** What the workspace asks of a worker; tests may bring their own. */
export interface CheckJobs {
  open(job: OpenJob, onProgress?: OnProgress, signal?: AbortSignal): Promise<OpenedFile>;
  check(job: CheckJob, onProgress: OnProgress, signal?: AbortSignal): Promise<CheckReport>;
  export(
    report: CheckReport,
    format: string,
    lang: Language,
    drawn?: DrawnWith,
  ): Promise<ExportedFile>;
  /** The rules of a catalog, for what they ask of a project. */
  pack(catalogUrl: string): Promise<PolicyPack>;
  /** As `check`, for a project that was checked before: no layer is asked again. */
  judge?(job: CheckJob, onProgress: OnProgress, signal?: AbortSignal): Promise<CheckReport>;
  /** The ways behind the verdicts, and what other answers would lead to. */
  explain?(report: CheckReport, catalogUrl: string): Promise<Explanation>;
}

/** A file to read, with everything that a person has said about it. */
export interface OpenJob {
  readonly file: InputFile;
  readonly answers: ImportAnswers;
  readonly catalogUrl: string;
}

export interface CheckJob {
  readonly project: Project;
  readonly claim: Claim;
  readonly catalogUrl: string;
}

/** How long a worker may go on with a file that nobody wants any more (ms). */
const PATIENCE_MS = 400;

type Body = CheckRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never;

interface Waiting {
  readonly body: Body;
  readonly onProgress: OnProgress | undefined;
  readonly resolve: (answer: CheckAnswer) => void;
  readonly reject: (cause: Error) => void;
  repeated: boolean;
}

/**
 * Speaks to the check worker. A worker that dies is started again and every job it owed is repeated
 * once; a job whose repetition dies too fails with `worker-died`. Rejects with `SpokenError`, or with
 * an `AbortError` when canceled.
 */
export class CheckClient implements CheckJobs {
  readonly #start: () => CheckWorkerLike;
  readonly #onRestart: () => void;
  readonly #onReopened: () => void;
  readonly #waiting = new Map<number, Waiting>();
  /** Files given up, until the worker has let go of them. */
  readonly #leaving = new Map<number, ReturnType<typeof setTimeout>>();
  #worker: CheckWorkerLike | null = null;
  #next = 1;

  /** `onReopened`: the catalog had been replaced, and a check begins once more with the new one. */
  constructor(
    start: () => CheckWorkerLike,
    onRestart: () => void = () => {},
    onReopened: () => void = () => {},
  ) {
    this.#start = start;
    this.#onRestart = onRestart;
    this.#onReopened = onReopened;
  }

  async open(job: OpenJob, onProgress?: OnProgress, signal?: AbortSignal): Promise<OpenedFile> {
    const body: Body = { type: 'open', ...job };
    const answer = expect(await this.#ask(body, onProgress, signal), 'projects');
    const { projects, noteTexts, fields, failed } = answer;
    return { projects, noteTexts, fields, ...(failed && { failed }) };
  }

  async check(
    { project, claim, catalogUrl }: CheckJob,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<CheckReport> {
    const body: Body = { type: 'check', project, claim, catalogUrl, geometry: 'full' };
    return expect(await this.#ask(body, onProgress, signal), 'report').report;
  }

  async judge(
    { project, claim, catalogUrl }: CheckJob,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<CheckReport> {
    const body: Body = { type: 'judge', project, claim, catalogUrl, geometry: 'full' };
    return expect(await this.#ask(body, onProgress, signal), 'report').report;
  }

  async explain(report: CheckReport, catalogUrl: string): Promise<Explanation> {
    return expect(await this.#ask({ type: 'explain', report, catalogUrl }), 'explanation')
      .explanation;
  }

  async export(
    report: CheckReport,
    format: string,
    lang: Language,
    drawn: DrawnWith = {},
  ): Promise<ExportedFile> {
    const file = expect(await this.#ask({ type: 'export', report, format, lang, drawn }), 'file');
    return { fileName: file.fileName, mediaType: file.mediaType, bytes: file.bytes };
  }

  async pack(catalogUrl: string): Promise<PolicyPack> {
    return expect(await this.#ask({ type: 'pack', catalogUrl }), 'pack').pack;
  }

  /** Ends the worker; what it still owes is rejected. */
  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
    this.#worker?.terminate();
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(abortError());
    this.#waiting.clear();
  }

  #ask(body: Body, onProgress?: OnProgress, signal?: AbortSignal): Promise<CheckAnswer> {
    if (signal?.aborted) return Promise.reject(abortError());
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { body, onProgress, resolve, reject, repeated: false });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
      this.#send(id, body);
    });
  }

  #send(id: number, body: Body): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage({ ...body, id } as CheckRequest);
  }

  #begin(): CheckWorkerLike {
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#restart(worker, event.message ?? '');
    };
    worker.onmessageerror = () => this.#restart(worker, 'messageerror');
    return worker;
  }

  #receive(answer: CheckAnswer): void {
    if (answer.type !== 'progress') {
      clearTimeout(this.#leaving.get(answer.id));
      this.#leaving.delete(answer.id);
    }
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.type === 'progress') {
      waiting.onProgress?.(answer.progress);
      return;
    }
    if (answer.type === 'reopened') {
      this.#onReopened();
      return;
    }
    this.#waiting.delete(answer.id);
    if (answer.type !== 'error') {
      waiting.resolve(answer);
      return;
    }
    const { code, params, detail, text } = answer.error;
    waiting.reject(new SpokenError(code, params, detail, text));
  }

  #cancel(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#send(this.#next++, { type: 'cancel', target: id });
    waiting.reject(abortError());
    if (waiting.body.type === 'open') this.#endUnlessAnswered(id);
  }

  /**
   * A file is read in one go, and a worker that is busy with one hears nothing. Where it does not own up
   * to the cancellation soon, it is ended; what else it owed is asked of a new one.
   */
  #endUnlessAnswered(id: number): void {
    const worker = this.#worker;
    const timer = setTimeout(() => {
      this.#leaving.delete(id);
      if (!worker || worker !== this.#worker) return;
      worker.terminate();
      this.#worker = null;
      for (const [owed, { body }] of this.#waiting) this.#send(owed, body);
    }, PATIENCE_MS);
    this.#leaving.set(id, timer);
  }

  /** Only the present worker counts; a late word from one that was ended changes nothing. */
  #restart(worker: CheckWorkerLike, message: string): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#worker = null;
    let repeating = false;
    for (const [id, waiting] of [...this.#waiting]) {
      if (waiting.repeated) {
        this.#waiting.delete(id);
        waiting.reject(new SpokenError('worker-died', { message }, null, UI_WORDS['err.worker']));
        continue;
      }
      waiting.repeated = true;
      repeating = true;
      this.#send(id, waiting.body);
    }
    if (repeating) this.#onRestart();
  }
}

function expect<T extends CheckAnswer['type']>(
  answer: CheckAnswer,
  type: T,
): Extract<CheckAnswer, { type: T }> {
  if (answer.type !== type) throw new Error(`the worker answered ${answer.type}, not ${type}`);
  return answer as Extract<CheckAnswer, { type: T }>;
}

function abortError(): Error {
  return new DOMException('canceled', 'AbortError');
}
