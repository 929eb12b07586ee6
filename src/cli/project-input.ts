import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { groupFiles } from '../files/group-files.ts';
import { importError } from '../files/import-message.ts';
import { MAX_PROJECT_BYTES } from '../files/largest-project.ts';
import type { InputFile } from '../files/open-project.ts';

/** Bytes of a file. @throws UserError for one that is not there or cannot be read */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Extensions of files that are one of several; others are read without looking around. */
const HAS_PARTS = /\.(shp|shx|dbf|prj|cpg|tab|mif|mid|gpkg|gml)$/i;

/**
 * A project file named on the command line with what belongs to it on the disk: the .dbf and .prj of a
 * .shp, the tables of a .gdb folder. Sizes are looked at before anything is read.
 *
 * @throws UserError `cli-file-missing`, `cli-file-unreadable`, `err-too-large`
 */
export async function readProjectInput(path: string, read: ReadFile): Promise<InputFile> {
  const file = basename(path);
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  if (isFolder) {
    const names = (await readdir(path)).sort();
    if (names.some((name) => /\.gdbtable$/i.test(name))) {
      const tables = await readAll({ folder: path, names, prefix: `${file}/`, file }, read);
      return groupFiles(tables)[0]!;
    }
  }
  if (isFolder || !HAS_PARTS.test(file)) {
    const [alone] = await readAll({ folder: dirname(path), names: [file], prefix: '', file }, read);
    return alone!;
  }
  const stem = file.replace(/\.[^.]*$/, '').toLowerCase();
  const besides = (await readdir(dirname(path)).catch(() => [])).filter(
    (name) => name !== file && name.toLowerCase().startsWith(`${stem}.`),
  );
  const wanted = groupFiles([file, ...besides].map((name) => ({ name, bytes: new Uint8Array() })));
  const group = wanted.find(({ name, beside = [] }) =>
    [name, ...beside.map((part) => part.name)].includes(file),
  )!;
  const names = [group.name, ...(group.beside ?? []).map((part) => part.name)];
  return groupFiles(await readAll({ folder: dirname(path), names, prefix: '', file }, read))[0]!;
}

interface Wanted {
  readonly folder: string;
  readonly names: readonly string[];
  /** Before each name, where the files stand in a folder of their own. */
  readonly prefix: string;
  /** What the message of a refusal calls them. */
  readonly file: string;
}

async function readAll({ folder, names, prefix, file }: Wanted, read: ReadFile) {
  let bytes = 0;
  for (const name of names) bytes += (await stat(join(folder, name)).catch(() => null))?.size ?? 0;
  const maxBytes = MAX_PROJECT_BYTES;
  if (bytes > maxBytes) throw importError('err-too-large', { file, bytes, maxBytes });
  return Promise.all(
    names.map(async (name) => ({
      name: prefix + name,
      bytes: await read(join(folder, name)),
    })),
  );
}
