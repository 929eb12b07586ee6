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
import { loadClipper } from '../geometry/clip.ts';
import { regionOf } from '../job/region-of.ts';
import { type CatalogHandle, checkToReport, type LoadedPack } from '../job/run-check.ts';
import { shareLayers } from '../job/share-layers.ts';
import { stillHolds } from '../job/still-holds.ts';
import { type ClaimTable, claimRowOf } from '../policy/claim-table.ts';
import type { Text } from '../text/text.ts';
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
  readonly options: {
    readonly answers: ImportAnswers;
    readonly thresholdM2: number;
    readonly accuracyM: number | null;
    readonly geometry: 'full' | 'none';
    readonly createdAt: string;
    readonly version: string;
    /** Reports of an earlier run are redacted ones. */
    readonly redact?: boolean;
  };
  readonly earlier?: Earlier | undefined;
  readonly signal: AbortSignal;
  readonly onFile: (name: string, index: number, total: number) => void;
  readonly onProgress: (progress: Progress) => void;
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
  try {
    yield* checkFiles(request, gdal);
  } finally {
    await gdal.close();
  }
};

async function* checkFiles(request: CheckRequest, gdal: ProjectGdal): AsyncGenerator<CheckItem> {
  const clipper = await loadClipper();
  const { files, pack, options, signal } = request;
  const region = await regionOf(request.catalog, signal);
  const opening = { ...region, answers: options.answers, gdal, signal };
  let expected = files.length;
  let catalog = shareLayers(request.catalog, expected, request.onNote);
  let sequence = 0;
  for (const [index, file] of files.entries()) {
    request.onFile(file.name, index + 1, files.length);
    for (const part of await partsOf(file, signal)) {
      const sha256 = 'input' in part ? inputSha256(part.input) : null;
      try {
        if ('error' in part) throw part.error;
        const projects = await openProject(part.input, opening);
        // one file may hold a whole batch
        if (projects.length > expected) {
          expected = projects.length;
          catalog = shareLayers(request.catalog, expected, request.onNote);
        }
        for (const [i, project] of projects.entries()) {
          const numberInFile = projects.length > 1 ? i + 1 : null;
          const source = { file: part.file, sha256, numberInFile };
          const frame = { ...options, sequence: ++sequence };
          const before = (await request.earlier?.(source)) ?? null;
          const claim = claimFor(project, request.claims ?? null, file.claim);
          const { redact = false } = options;
          const run = { project, claim, catalog: catalog.catalog, pack, options, redact };
          if (before !== null && stillHolds(before, run)) {
            yield { source, report: before, earlier: true };
            continue;
          }
          const report = await checkToReport(
            project,
            claim,
            catalog,
            pack,
            clipper,
            frame,
            signal,
            request.onProgress,
          );
          yield { source, report };
        }
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const source = { file: part.file, sha256, numberInFile: null };
        yield { source, error: { code: error.code, text: sentenceFor(error) } };
      }
    }
  }
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
