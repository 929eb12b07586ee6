import { packZip } from '../../bytes/settle-zip.ts';
import type { BatchRow } from '../../components/batch-rows.ts';
import type { SummaryItem } from '../../domain/summary.ts';
import type { Language } from '../../text/text.ts';
import type { ExportedFile } from '../check-protocol.ts';
import { isAbort } from '../spoken-error.ts';
import type { BatchAnswers, BatchAsk, ProjectAsk } from './batch-ask.ts';

export interface PackJob {
  readonly rows: readonly BatchRow[];
  readonly formats: readonly string[];
  readonly lang: Language;
  /** ISO 8601, UTC; of the summary. */
  readonly createdAt: string;
  /** Of the archive. */
  readonly name: string;
  askOf(row: BatchRow): ProjectAsk | null;
  ask<A extends BatchAsk>(ask: A): Promise<BatchAnswers[A['what']]>;
  told(done: number): void;
}

export interface PackedReports {
  /** null: none could be made. */
  readonly file: ExportedFile | null;
  /** Names of projects whose report says something else than the table. */
  readonly changed: readonly string[];
  readonly failed: readonly string[];
}

/**
 * Reports of rows in one archive, with a summary that names them, as the command line writes them into a
 * folder. A report that cannot be made is named, and the others are.
 */
export async function packReports(job: PackJob): Promise<PackedReports> {
  const entries: [string, Uint8Array][] = [];
  const items: SummaryItem[] = [];
  const taken = new Set<string>();
  const changed: string[] = [];
  const failed: string[] = [];
  for (const [i, row] of job.rows.entries()) {
    job.told(i);
    const name = row.name ?? row.from.file;
    const project = job.askOf(row);
    try {
      if (!project) throw new Error(`${name} has no place in its file`);
      const { formats, lang } = job;
      const made = await job.ask({ what: 'reports', formats, lang, ...project } as const);
      const names = made.files.map(({ fileName }) => free(fileName, taken));
      made.files.forEach(({ bytes }, at) => {
        entries.push([names[at]!, bytes]);
      });
      // the record names a report, where there is one
      const record = names.find((one) => one.endsWith('.report.json')) ?? names[0] ?? null;
      items.push({ ...made.item, report: record });
      if (made.item.digest !== row.item?.digest) changed.push(name);
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      failed.push(name);
    }
  }
  job.told(job.rows.length);
  if (entries.length === 0) return { file: null, changed, failed };
  const { createdAt, lang } = job;
  const summary = await job.ask({ what: 'summary', items, createdAt, lang } as const);
  for (const { fileName, bytes } of summary) entries.push([fileName, bytes]);
  const bytes = packZip(entries);
  return { file: { fileName: job.name, mediaType: 'application/zip', bytes }, changed, failed };
}

/** `a.report.json`, then `a-2.report.json`: no file system that takes one takes both as the same. */
function free(fileName: string, taken: Set<string>): string {
  const at = fileName.lastIndexOf('.report.');
  for (let n = 1; ; n++) {
    const name = n === 1 ? fileName : `${fileName.slice(0, at)}-${n}${fileName.slice(at)}`;
    const key = name.normalize('NFC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
