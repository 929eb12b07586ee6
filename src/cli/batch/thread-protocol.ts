import type { Note } from '../../domain/note.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import type { UserError } from '../../domain/user-error.ts';
import type { CheckOptions, LoadedPack } from '../../job/run-check.ts';
import type { Language } from '../../text/text.ts';
import type { ProjectJob } from './checker.ts';

/** What every thread of a run is told when it starts. */
export interface ThreadSetting {
  /** As given to `--layers`. */
  readonly layers: string | undefined;
  readonly cwd: string;
  readonly packageRoot: string;
  /** The catalog as the run began with it, as JSON: each thread must find the same. */
  readonly catalog: string;
  readonly pack: LoadedPack;
  readonly options: Omit<CheckOptions, 'sequence'>;
  /** Formats that threads make, by id. */
  readonly formats: readonly string[];
  readonly render: {
    readonly lang: Language;
    readonly grey: boolean;
    readonly house: HouseTemplate | null;
  };
  /** What leaves the thread is without coordinates and geometry. */
  readonly redact: boolean;
}

export interface ThreadTask {
  readonly job: ProjectJob;
}

/** What comes back; an error loses its fields on the way, so that one that means something is a value. */
export type ThreadAnswer =
  | {
      readonly report: CheckReport;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly notes: readonly Note[];
    }
  | { readonly failure: Pick<UserError, 'code' | 'params'> };
