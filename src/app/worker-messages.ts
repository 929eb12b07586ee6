import type { Claim } from '../domain/claim.ts';
import type { Progress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { MessageParams } from '../domain/user-error.ts';
import type { Language, Text } from '../text/text.ts';

/** What crosses between the page and the check worker: plain data only. */
export type WorkerRequest = { readonly id: number } & (
  | {
      readonly type: 'open';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly crs?: number;
    }
  | {
      readonly type: 'check';
      readonly project: Project;
      readonly claim: Claim;
      /** Absolute addresses: a worker's own base differs from the page's. */
      readonly catalogUrl: string;
      readonly policyBase: string;
      readonly geometry: 'full' | 'none';
      readonly createdAt: string;
      readonly sequence: number;
      readonly version: string;
    }
  | {
      readonly type: 'export';
      readonly report: CheckReport;
      readonly format: string;
      readonly lang: Language;
    }
  | { readonly type: 'cancel'; readonly target: number }
);

export interface WorkerFailure {
  readonly code: string;
  readonly params: MessageParams;
  readonly detail: unknown;
  readonly text: Text;
}

export type WorkerAnswer = { readonly id: number } & (
  | { readonly type: 'projects'; readonly projects: readonly Project[] }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'report'; readonly report: CheckReport }
  | {
      readonly type: 'file';
      readonly fileName: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'error'; readonly error: WorkerFailure }
);
