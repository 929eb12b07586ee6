import type { Claim } from '../../domain/claim.ts';
import type { Note } from '../../domain/note.ts';
import type { OnProgress } from '../../domain/progress.ts';
import type { Project } from '../../domain/project.ts';
import type { CheckReport } from '../../domain/report.ts';
import { loadClipper } from '../../geometry/clip.ts';
import {
  type CatalogHandle,
  type CheckOptions,
  checkToReport,
  type LoadedPack,
} from '../../job/run-check.ts';
import { shareLayers } from '../../job/share-layers.ts';
import { nativeSha256Hex } from '../native-sha256.ts';

/** One project to check. */
export interface ProjectJob {
  readonly project: Project;
  readonly claim: Claim | null;
  /** Running number of the report, from 1. */
  readonly sequence: number;
  /** How many projects this run will have, as far as is known. */
  readonly expected: number;
}

export interface Checked {
  readonly report: CheckReport;
  /** The report in formats made already, by the id of the format. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** Checks projects, one or several at a time. */
export interface Checker {
  /** How many projects are worth being given at the same time. */
  readonly width: number;
  /** @throws UserError for a project that cannot be checked */
  check(job: ProjectJob, signal: AbortSignal, onProgress: OnProgress): Promise<Checked>;
  close(): Promise<void>;
}

export interface CheckerParts {
  readonly catalog: CatalogHandle;
  readonly pack: LoadedPack;
  readonly options: Omit<CheckOptions, 'sequence'>;
  readonly onNote: (note: Note) => void;
}

/** Checks in this thread, one project after the other; layers are shared as soon as that pays. */
export async function checkerHere({
  catalog,
  pack,
  options,
  onNote,
}: CheckerParts): Promise<Checker> {
  const clipper = await loadClipper();
  let expected = 0;
  let shared = catalog;
  return {
    width: 1,
    async check(job, signal, onProgress) {
      // one file may hold a whole batch
      if (job.expected > expected) {
        expected = job.expected;
        shared = shareLayers(catalog, expected, onNote);
      }
      const frame = { ...options, sequence: job.sequence, hash: nativeSha256Hex };
      const { project, claim } = job;
      const report = await checkToReport(
        project,
        claim,
        shared,
        pack,
        clipper,
        frame,
        signal,
        onProgress,
      );
      return { report };
    },
    close: async () => {},
  };
}
