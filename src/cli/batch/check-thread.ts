import { workerData } from 'node:worker_threads';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import { redactReport } from '../../job/redact-report.ts';
import { REPORT_FORMATS } from '../../report/formats/registry.ts';
import { openCatalogAt } from '../find-catalog.ts';
import { reportAssets } from '../report-assets.ts';
import { type SurroundingsOf, surroundingsFrom } from '../surroundings-of.ts';
import { type Checker, checkerHere } from './checker.ts';
import type { ThreadAnswer, ThreadSetting, ThreadTask } from './thread-protocol.ts';

/** A thread of a batch: opens the layers for itself, then checks and prints what it is given. */
const setting: ThreadSetting = workerData;
const never = new AbortController().signal;
let notes: Note[] = [];
let opening: Promise<Opened> | null = null;

interface Opened {
  readonly checker: Checker;
  readonly surroundingsOf: SurroundingsOf;
}

async function open(): Promise<Opened> {
  const { layers, cwd, packageRoot, pack, options } = setting;
  const catalog = await openCatalogAt(layers, { cwd, packageRoot, signal: never });
  // One run, one edition: a catalog replaced meanwhile would mix two in one summary.
  if (JSON.stringify(catalog.catalog) !== setting.catalog) {
    throw new UserError('cli-catalog-changed', { catalog: layers ?? 'layers/catalog.json' });
  }
  const checker = await checkerHere({ catalog, pack, options, onNote: (note) => notes.push(note) });
  return { checker, surroundingsOf: surroundingsFrom(catalog, never) };
}

export default async function answer({ job }: ThreadTask): Promise<ThreadAnswer> {
  try {
    opening ??= open();
    const { checker, surroundingsOf } = await opening;
    const checked = await checker.check(job, never, () => {});
    const report = setting.redact ? redactReport(checked.report) : checked.report;
    const files = new Map<string, Uint8Array>();
    const formats = setting.formats.map((id) => REPORT_FORMATS.find((one) => one.id === id)!);
    const drawn = formats.some(({ drawsFigures }) => drawsFigures);
    const surroundings = drawn ? await surroundingsOf(report) : null;
    for (const format of formats) {
      const options = { ...setting.render, assets: reportAssets, surroundings };
      files.set(format.id, (await format.render(report, options)).bytes);
    }
    const told = notes;
    notes = [];
    return { report, files, notes: told };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { failure: { code: error.code, params: error.params } };
  }
}
