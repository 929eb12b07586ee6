import { workerData } from 'node:worker_threads';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import { REPORT_FORMATS } from '../../report/formats/registry.ts';
import { openCatalogAt } from '../find-catalog.ts';
import { reportAssets } from '../report-assets.ts';
import { type Checker, checkerHere } from './checker.ts';
import type { ThreadAnswer, ThreadSetting, ThreadTask } from './thread-protocol.ts';

/** A thread of a batch: opens the layers for itself, then checks and prints what it is given. */
const setting: ThreadSetting = workerData;
const never = new AbortController().signal;
let notes: Note[] = [];
let opening: Promise<Checker> | null = null;

async function open(): Promise<Checker> {
  const { layers, cwd, packageRoot, pack, options } = setting;
  const catalog = await openCatalogAt(layers, { cwd, packageRoot, signal: never });
  // One run, one edition: a catalog replaced meanwhile would mix two in one summary.
  if (JSON.stringify(catalog.catalog) !== setting.catalog) {
    throw new UserError('cli-catalog-changed', { catalog: layers ?? 'layers/catalog.json' });
  }
  return checkerHere({ catalog, pack, options, onNote: (note) => notes.push(note) });
}

export default async function answer({ job }: ThreadTask): Promise<ThreadAnswer> {
  try {
    opening ??= open();
    const checker = await opening;
    const { report } = await checker.check(job, never, () => {});
    const files = new Map<string, Uint8Array>();
    for (const id of setting.formats) {
      const format = REPORT_FORMATS.find((one) => one.id === id)!;
      const { bytes } = await format.render(report, { ...setting.render, assets: reportAssets });
      files.set(id, bytes);
    }
    const told = notes;
    notes = [];
    return { report, files, notes: told };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { failure: { code: error.code, params: error.params } };
  }
}
