import type { RowFacts } from '../../components/batch-rows.ts';
import type { Claim } from '../../domain/claim.ts';
import type { FieldChoice, ImportAnswers } from '../../domain/import-answers.ts';
import type { SummaryItem } from '../../domain/summary.ts';
import type { Language, Text } from '../../text/text.ts';
import type { ExportedFile } from '../check-protocol.ts';

/** The part of a File that a batch needs; a File crosses to a worker as a handle, without its bytes. */
export interface FileHandle {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Stands for a file of a former visit that was too large to keep: it is to be given again. */
export function goneFile({ name, size }: FileHandle): FileHandle {
  const gone = { name, size, gone: true };
  return gone as unknown as FileHandle;
}

export function isGone(file: FileHandle): boolean {
  return 'gone' in file;
}

/** A file of a batch with what belongs to it, as handles. */
export interface BatchSource {
  /** Tells it from every other file of the batch. */
  readonly key: string;
  /** Its name, with the folders above it where a folder was given. */
  readonly name: string;
  readonly file: FileHandle;
  readonly beside: readonly { readonly name: string; readonly file: FileHandle }[];
  /** `<name>.claim.yaml` or `.json`: what the applicant says of the projects in it. */
  readonly claim: FileHandle | null;
}

/** Which project of a file, and what was said about it. */
export interface ProjectAsk {
  readonly source: BatchSource;
  readonly answers: ImportAnswers;
  /** From 0: the file itself, or an entry of the archive it is. */
  readonly part: number;
  /** From 0, within the part. */
  readonly project: number;
  /** Answers given on screen: they stand for those beside the file. null: none were. */
  readonly claim: Claim | null;
  /** Number of the report, from 1. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** How many projects the batch has, as far as is known: decides what is worth holding in memory. */
  readonly expected: number;
}

/** What the page asks about a batch. Each question stands alone, so that another worker can answer it. */
export type BatchAsk =
  | { readonly what: 'list'; readonly source: BatchSource; readonly answers: ImportAnswers }
  | ({ readonly what: 'check' } & ProjectAsk)
  | ({ readonly what: 'figure'; readonly lang: Language } & ProjectAsk)
  | ({
      readonly what: 'reports';
      readonly lang: Language;
      readonly formats: readonly string[];
    } & ProjectAsk)
  | {
      readonly what: 'summary';
      readonly items: readonly SummaryItem[];
      readonly createdAt: string;
      readonly lang: Language;
    };

export interface BatchFault {
  readonly code: string;
  readonly text: Text;
  /** Something the person can say makes it readable. */
  readonly asks: boolean;
}

/** The file itself or one entry of an archive: its projects, or why there are none. */
export type ListedPart = { readonly file: string; readonly sha256: string | null } & (
  | {
      readonly projects: readonly { readonly id: string; readonly name: string }[];
      /** Fields that could tell more projects of it apart. */
      readonly fields: readonly FieldChoice[];
    }
  | { readonly fault: BatchFault }
);

/** A small map of a site. */
export interface DrawnRow {
  readonly svg: string;
  /** What it does not show, so that blank ground is never taken for free ground. */
  readonly notes: readonly string[];
}

export interface BatchAnswers {
  readonly list: readonly ListedPart[];
  readonly check: { readonly item: SummaryItem; readonly facts: RowFacts };
  /** null: the report holds no geometry. */
  readonly figure: DrawnRow | null;
  readonly reports: { readonly item: SummaryItem; readonly files: readonly ExportedFile[] };
  /** `summary.json` and `summary.xlsx`. */
  readonly summary: readonly ExportedFile[];
}

export type BatchWhat = BatchAsk['what'];
