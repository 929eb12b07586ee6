import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { CheckReport } from '../../domain/report.ts';
import type { SummaryItem } from '../../domain/summary.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import { reportFileName } from '../../report/file-name.ts';
import { prettyJson } from '../../report/formats/json.ts';
import type { RenderOptions, ReportFormat } from '../../report/formats/report-format.ts';
import { failedItem, summaryItem, summaryOf } from '../../report/summary.ts';
import { summarySheets } from '../../report/xlsx/summary-sheets.ts';
import type { CheckedSource, CheckItem } from '../check-job.ts';
import { readInput } from '../input-files.ts';
import { recordOf } from '../read-report.ts';
import { ReportFolder } from '../report-files.ts';
import type { SurroundingsOf } from '../surroundings-of.ts';

export interface BatchOptions {
  readonly formats: readonly ReportFormat[];
  readonly render: RenderOptions;
  /** The lines around the site of a report, asked for where figures are drawn. */
  readonly surroundingsOf?: SurroundingsOf;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/**
 * Reports of a run in a folder, and a summary where there are several. An interrupted run goes on where
 * it stopped: a report that would come out the same is not made again.
 */
export class BatchFolder {
  readonly #reports: ReportFolder;
  readonly #options: BatchOptions;
  readonly #items: SummaryItem[] = [];

  constructor(folder: string, inputs: readonly string[], options: BatchOptions) {
    this.#reports = new ReportFolder(folder, inputs);
    this.#options = options;
  }

  /** The record of an earlier run, where one can be read; what cannot is done again. */
  async earlier({ file, numberInFile }: CheckedSource): Promise<CheckReport | null> {
    if (!this.#options.formats.some(({ id }) => id === 'json')) return null;
    const path = this.#reports.placeFor(reportFileName(file, 'json', numberInFile));
    try {
      return (await recordOf(await readInput(path), path)).report;
    } catch {
      return null;
    }
  }

  /** @returns paths written. @throws UserError `cli-out-unwritable`, and what a format throws */
  async take(item: CheckItem): Promise<string[]> {
    const { file, numberInFile } = item.source;
    const { formats, render } = this.#options;
    const record = formats.find(({ id }) => id === 'json');
    if (!('report' in item)) {
      this.#items.push(failedItem(item.source, item.error));
      if (!record) return [];
      const bytes = new TextEncoder().encode(`${prettyJson(item)}\n`);
      await this.#reports.write(reportFileName(file, 'json', numberInFile), bytes);
      return [];
    }
    const written: string[] = [];
    let surroundings: Promise<Surroundings | null> | undefined;
    let first: string | null = null;
    // The record comes last: where it stands, the other files stand too.
    for (const format of [...formats].sort((a, b) => Number(a === record) - Number(b === record))) {
      const name = reportFileName(file, format.extension, numberInFile);
      // a record tells nothing of the template that documents beside it were printed in
      const printed = render.house !== null && render.house !== undefined && format !== record;
      if (item.earlier === true && !printed && existsSync(this.#reports.placeFor(name))) {
        const kept = this.#reports.take(name);
        if (format === record || first === null) first = kept;
        continue;
      }
      const made = item.files?.get(format.id);
      if (!made && format.drawsFigures) {
        surroundings ??= this.#options.surroundingsOf?.(item.report);
      }
      const options = { ...render, surroundings: (await surroundings) ?? null };
      const bytes = made ?? (await format.render(item.report, options)).bytes;
      const path = await this.#reports.write(name, bytes);
      if (render.sign && format === record) {
        await this.#reports.writeBeside(path, '.sig', await render.sign(bytes));
      }
      if (format === record || first === null) first = path;
      written.push(path);
    }
    this.#items.push(summaryItem(item.source, item.report, first && basename(first)));
    return written;
  }

  /** `summary.json` and `summary.xlsx`, where there was more than one project. */
  async end(): Promise<string[]> {
    if (this.#items.length < 2) return [];
    const { createdAt, render } = this.#options;
    const summary = summaryOf(this.#items, createdAt);
    const text = new TextEncoder().encode(`${prettyJson(summary)}\n`);
    const { workbook } = await import('../../report/xlsx/workbook.ts');
    const sheets = await workbook(summarySheets(summary, render.lang), createdAt);
    return [
      await this.#reports.write('summary.json', text),
      await this.#reports.write('summary.xlsx', sheets),
    ];
  }
}
