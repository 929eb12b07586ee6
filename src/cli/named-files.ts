import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { extensionOf, formatOfName } from '../files/formats/by-name.ts';
import { groupFiles } from '../files/group-files.ts';

/** What a person hands in as a project though it cannot be read: it gets its row, and a way out. */
const HANDED_IN = ['zip', 'dwg', 'rar', '7z', 'xls'];
/** What a run of this program wrote, into the folder it is asked to check. */
const WRITTEN = /\.report\.[a-z]+(\.zip)?(\.sig)?$|^summary\.(json|xlsx)$/i;
/** Read with the project it lies beside. */
const CLAIM = /\.claim\.(json|ya?ml)$/i;
const PATTERN = /[*?[\]{}]/;

export interface NamedFiles {
  /** As given, or below the folder or pattern that was given; "-" stays. */
  readonly names: readonly string[];
  /** Files of the folders that are no projects: they were not looked at. */
  readonly left: readonly string[];
}

/**
 * What the names on the command line stand for. A folder stands for the projects in it and in the
 * folders below; a geodatabase is a folder that stands for itself. Patterns are for shells that hand
 * them on as they are (Windows); a file whose name looks like one is that file.
 *
 * @param besides paths the same command reads as something else, which no folder hands in
 * @throws UserError `cli-nothing-in-folder`, `cli-nothing-matches`
 */
export async function namedFiles(
  given: readonly string[],
  cwd: string,
  besides: readonly string[] = [],
): Promise<NamedFiles> {
  const names: string[] = [];
  const left: string[] = [];
  const taken = new Set(besides.map((path) => resolve(cwd, path)));
  for (const name of await withoutPatterns(given, cwd)) {
    if (!(await found(name, cwd))?.isDirectory()) {
      names.push(name);
      continue;
    }
    const inside = await projectsIn(resolve(cwd, name));
    left.push(...inside.left);
    const wanted = inside.names.filter((path) => !taken.has(path));
    if (wanted.length === 0) throw new UserError('cli-nothing-in-folder', { folder: name });
    names.push(...wanted);
  }
  return { names, left };
}

async function withoutPatterns(given: readonly string[], cwd: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of given) {
    const isPattern = PATTERN.test(name) && (await found(name, cwd)) === null;
    if (isPattern) names.push(...(await matching(name, cwd)));
    else names.push(name);
  }
  return names;
}

function found(name: string, cwd: string): Promise<Stats | null> {
  return stat(resolve(cwd, name)).catch(() => null);
}

/** Full paths, in an order that does not hang on the disk. */
async function projectsIn(folder: string): Promise<NamedFiles> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.') && !name.startsWith('~$'),
  );
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  // what is neither file nor folder may be a link to one; reading says so where it is not
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const own = files.filter((name) => !CLAIM.test(name));
  const groups = groupFiles(own.map((name) => ({ name, bytes: new Uint8Array() })));
  const names: string[] = [];
  const left: string[] = [];
  for (const { name } of groups) {
    // tables that lie in the folder are the geodatabase that it is
    if (/\.gdb$/i.test(name)) names.push(folder);
    else (isProject(name) ? names : left).push(join(folder, name));
  }
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const below = await projectsIn(join(folder, name));
    names.push(...below.names);
    left.push(...below.left);
  }
  return { names, left };
}

function isProject(name: string): boolean {
  if (WRITTEN.test(name)) return false;
  return HANDED_IN.includes(extensionOf(name)) || formatOfName(name) !== undefined;
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd,
    absolute: true,
    caseSensitiveMatch: false,
    onlyFiles: false,
    expandDirectories: false,
  });
  const names = paths
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => !WRITTEN.test(basename(path)) && !CLAIM.test(path))
    .sort();
  if (names.length === 0) throw new UserError('cli-nothing-matches', { pattern });
  return names;
}
