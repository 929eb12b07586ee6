import type { Claim } from '../domain/claim.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { Progress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { type InputFile as GivenFile, inputSha256, openProject } from '../files/open-project.ts';
import type { ProjectGdal } from '../files/project-gdal.ts';
import { type UnpackedInput, unpackInput } from '../files/unpack-input.ts';
import { regionOf } from '../job/region-of.ts';
import type { CatalogHandle, CheckOptions, LoadedPack } from '../job/run-check.ts';
import { stillHolds } from '../job/still-holds.ts';
import { type ClaimTable, claimRowOf } from '../policy/claim-table.ts';
import type { Text } from '../text/text.ts';
import { type Checker, type CheckerParts, checkerHere, type ProjectJob } from './batch/checker.ts';
import { sentenceFor } from './sentences.ts';
import { projectGdal } from './sources/project-gdal.ts';

export interface InputFile {
  /** Base name, as the report carries it. */
  readonly name: string;
  readonly path: string;
  /** What the applicant says of the projects in this file. */
  readonly claim: Claim | null;
  /** With the files that belong to it. @throws UserError for one, or a claim, that cannot be read */
  read(): Promise<GivenFile>;
}

export interface CheckRequest {
  readonly files: readonly InputFile[];
  readonly catalog: CatalogHandle;
  readonly pack: LoadedPack;
  /** Claims by project, for those that have no claim of their own beside their file. */
  readonly claims?: ClaimTable | null;
  readonly options: Omit<CheckOptions, 'sequence'> & {
    readonly answers: ImportAnswers;
    /** Reports of an earlier run are redacted ones. */
    readonly redact?: boolean;
  };
  readonly earlier?: Earlier | undefined;
  /** What checks the projects; without it, this thread. */
  readonly openChecker?: ((parts: CheckerParts) => Promise<Checker>) | undefined;
  readonly signal: AbortSignal;
  readonly onFile: (name: string, index: number, total: number) => void;
  readonly onProgress: (progress: Progress) => void;
  /** How many projects the run has, as far as is known: files may hold more than one. */
  readonly onExpected?: (projects: number) => void;
  /** Told what concerns no single project. */
  readonly onNote: (note: Note) => void;
}

export interface CheckedSource {
  readonly file: string;
  readonly sha256: string | null;
  /** 1, 2, ... where the file holds several projects. */
  readonly numberInFile: number | null;
}

/** A report of an earlier run that lies where this project's would be written, or null. */
export type Earlier = (source: CheckedSource) => Promise<CheckReport | null>;

/** One result a project; a file that cannot be read is one result with an error. */
export type CheckItem =
  | {
      readonly source: CheckedSource;
      readonly report: CheckReport;
      /** Taken from an earlier run, for which everything was the same. */
      readonly earlier?: boolean;
      /** Formats made already, by id. */
      readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
    }
  | {
      readonly source: CheckedSource;
      readonly error: { readonly code: string; readonly text: Text };
    };

export type RunCheck = (request: CheckRequest) => AsyncIterable<CheckItem>;

/** The row of the table, overlaid by the claim beside the file. */
function claimFor(project: Project, table: ClaimTable | null, own: Claim | null): Claim | null {
  const row = table && claimRowOf(table, project);
  return row ? { ...row.claim, ...own } : own;
}

/** Reads, checks and reports file by file, so that memory does not grow with their number. */
export const runCheck: RunCheck = async function* (request) {
  const gdal = projectGdal();
  const { catalog, pack, options, onNote } = request;
  const checker = await (request.openChecker ?? checkerHere)({ catalog, pack, options, onNote });
  try {
    yield* inOrder(projectsOf(request, gdal, checker), checker.width);
  } finally {
    await checker.close();
    await gdal.close();
  }
};

/** Results in the order in which their work was begun, with so many in work at the same time. */
async function* inOrder(
  begun: AsyncIterable<() => Promise<CheckItem>>,
  width: number,
): AsyncGenerator<CheckItem> {
  const inWork: Promise<() => CheckItem>[] = [];
  const next = async (): Promise<CheckItem> => (await inWork.shift()!)();
  for await (const begin of begun) {
    // a failure waits for its turn too, and is thrown there
    const settled = begin().then(
      (item) => () => item,
      (error: unknown) => () => {
        throw error;
      },
    );
    inWork.push(settled);
    if (inWork.length >= width) yield await next();
  }
  while (inWork.length > 0) yield await next();
}

/** What is to be done for each project of each file, in their order. */
async function* projectsOf(
  request: CheckRequest,
  gdal: ProjectGdal,
  checker: Checker,
): AsyncGenerator<() => Promise<CheckItem>> {
  const { files, options, signal } = request;
  const region = await regionOf(request.catalog, signal);
  const opening = { ...region, answers: options.answers, gdal, signal };
  let expected = files.length;
  let sequence = 0;
  request.onExpected?.(expected);
  for (const [index, file] of files.entries()) {
    request.onFile(file.name, index + 1, files.length);
    const parts = await partsOf(file, signal);
    expected += parts.length - 1;
    for (const part of parts) {
      const sha256 = 'input' in part ? inputSha256(part.input) : null;
      const whole = { file: part.file, sha256, numberInFile: null };
      let projects: readonly Project[];
      try {
        if ('error' in part) throw part.error;
        projects = await openProject(part.input, opening);
      } catch (error) {
        yield async () => failedItem(whole, error);
        continue;
      }
      expected += projects.length - 1;
      request.onExpected?.(expected);
      for (const [i, project] of projects.entries()) {
        const source = { ...whole, numberInFile: projects.length > 1 ? i + 1 : null };
        const job = {
          project,
          claim: claimFor(project, request.claims ?? null, file.claim),
          sequence: ++sequence,
          expected,
        };
        yield () => checkOne(source, job, request, checker);
      }
    }
  }
}

/** One project, taken from an earlier run where that still holds. One that fails stops no other. */
async function checkOne(
  source: CheckedSource,
  job: ProjectJob,
  request: CheckRequest,
  checker: Checker,
): Promise<CheckItem> {
  const { catalog, pack, options, signal, onProgress } = request;
  const { project, claim } = job;
  try {
    const before = (await request.earlier?.(source)) ?? null;
    const { redact = false } = options;
    const run = { project, claim, catalog: catalog.catalog, pack, options, redact };
    if (before !== null && stillHolds(before, run)) {
      return { source, report: before, earlier: true };
    }
    return { source, ...(await checker.check(job, signal, onProgress)) };
  } catch (error) {
    return failedItem(source, error);
  }
}

/** @throws what is no UserError: a fault of ours, which must show */
function failedItem(source: CheckedSource, error: unknown): CheckItem {
  if (!(error instanceof UserError)) throw error;
  return { source, error: { code: error.code, text: sentenceFor(error) } };
}

/** The file itself, or what an archive holds. */
async function partsOf(file: InputFile, signal: AbortSignal): Promise<readonly UnpackedInput[]> {
  try {
    return await unpackInput(await file.read(), { signal });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ file: file.name, error }];
  }
}
