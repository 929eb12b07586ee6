import type { Claim } from '../domain/claim.ts';
import type { FieldChoice, ImportAnswers } from '../domain/import-answers.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { Progress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { MessageParams } from '../domain/user-error.ts';
import type { InputFile } from '../files/open-project.ts';
import type { Explanation } from '../policy/explain-report.ts';
import type { Language, Text } from '../text/text.ts';

/** What crosses between the page and `check-worker.ts`: plain data only. */
export type CheckRequest =
  | {
      readonly id: number;
      readonly type: 'open';
      /** Tells the place for which a coordinate question is asked; '' where there is none. */
      readonly catalogUrl: string;
      readonly file: InputFile;
      readonly answers: ImportAnswers;
    }
  | {
      readonly id: number;
      readonly type: 'check';
      readonly project: Project;
      readonly claim: Claim;
      readonly catalogUrl: string;
      readonly geometry: 'full';
    }
  /** Other answers on the same ground: judged anew where it was measured before, else checked. */
  | {
      readonly id: number;
      readonly type: 'judge';
      readonly project: Project;
      readonly claim: Claim;
      readonly catalogUrl: string;
      readonly geometry: 'full';
    }
  | {
      readonly id: number;
      readonly type: 'explain';
      readonly report: CheckReport;
      readonly catalogUrl: string;
    }
  | {
      readonly id: number;
      readonly type: 'export';
      readonly report: CheckReport;
      readonly format: string;
      readonly lang: Language;
      readonly drawn?: DrawnWith;
    }
  /** The rules of a catalog: its questions are what a claim form asks. */
  | { readonly id: number; readonly type: 'pack'; readonly catalogUrl: string }
  | { readonly id: number; readonly type: 'cancel'; readonly target: number };

/** What figures are drawn with besides the report. */
export interface DrawnWith {
  /** Where the lines around the site come from; without it they are not drawn, and that is said. */
  readonly catalogUrl?: string;
  /** For photocopies. */
  readonly grey?: boolean;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What was read from a file, and the sentences of each project's import notes in their order. */
export interface OpenedFile {
  readonly projects: readonly Project[];
  readonly noteTexts: readonly (readonly Text[])[];
  /** Fields that could tell more projects of it apart. */
  readonly fields: readonly FieldChoice[];
  /** What else was in an archive and could not be read, with the reason. */
  readonly failed?: readonly { readonly file: string; readonly text: Text }[];
}

export type CheckAnswer =
  | ({ readonly id: number; readonly type: 'projects' } & OpenedFile)
  | { readonly id: number; readonly type: 'progress'; readonly progress: Progress }
  /** The catalog had been replaced: it was opened anew, and the check begins once more. */
  | { readonly id: number; readonly type: 'reopened' }
  | { readonly id: number; readonly type: 'report'; readonly report: CheckReport }
  | { readonly id: number; readonly type: 'explanation'; readonly explanation: Explanation }
  | ({ readonly id: number; readonly type: 'file' } & ExportedFile)
  | { readonly id: number; readonly type: 'pack'; readonly pack: PolicyPack }
  | {
      readonly id: number;
      readonly type: 'error';
      readonly error: {
        readonly code: string;
        readonly params: MessageParams;
        readonly detail: unknown;
        readonly text: Text;
      };
    };
