import { groupFiles } from '../../files/group-files.ts';
import type { BatchSource, FileHandle } from './batch-ask.ts';

/** A file with the folders above it, "乡镇/a.shp"; in no folder its name. */
export interface PlacedFile {
  readonly path: string;
  readonly file: FileHandle;
}

export interface SortedFiles {
  readonly sources: readonly BatchSource[];
  /** Left out: what systems and office programs leave beside files. */
  readonly left: readonly string[];
}

/** Left by systems and office programs in folders; nobody means them. */
const STRAY = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/i;
const CLAIM = /\.claim\.(ya?ml|json)$/i;
/** Which claim counts where there are several, as on the command line. */
const CLAIM_ORDER = ['yaml', 'yml', 'json'];

/**
 * Files given together as what each is part of: the .shp with its .dbf, a project with the claim beside it.
 * In the order given, each once. Nothing is read.
 */
export function sortFiles(files: readonly PlacedFile[]): SortedFiles {
  const left = files.filter(({ path }) => isStray(path)).map(({ path }) => path);
  const wanted = files.filter(({ path }) => !isStray(path));
  const claims = new Map(
    wanted.filter(({ path }) => CLAIM.test(path)).map((one) => [one.path.toLowerCase(), one]),
  );
  // a group carries on the very bytes it was given: by them a file is found again
  const byBytes = new Map<Uint8Array, PlacedFile>(
    wanted.filter(({ path }) => !CLAIM.test(path)).map((one) => [new Uint8Array(), one]),
  );
  const groups = groupFiles([...byBytes].map(([bytes, { path }]) => ({ name: path, bytes })));
  const sources = new Map<string, BatchSource>();
  const take = (source: Omit<BatchSource, 'key'>, placed: readonly PlacedFile[]): void => {
    const key = placed.map(keyOf).join('|');
    sources.set(key, { key, ...source });
  };
  for (const { name, bytes, beside = [] } of groups) {
    const main = byBytes.get(bytes)!;
    const parts = beside.map((part) => ({ name: part.name, placed: byBytes.get(part.bytes)! }));
    const claim = claimBeside(main.path, claims);
    if (claim) claims.delete(claim.path.toLowerCase());
    take(
      {
        name,
        file: main.file,
        beside: parts.map((part) => ({ name: part.name, file: part.placed.file })),
        claim: claim?.file ?? null,
      },
      [main, ...parts.map(({ placed }) => placed)],
    );
  }
  // a claim that belongs to no file is not passed over: it becomes a row that says it is no project
  for (const one of claims.values()) {
    take({ name: one.path.split('/').pop()!, file: one.file, beside: [], claim: null }, [one]);
  }
  return { sources: [...sources.values()], left };
}

/** Files of the same path, size and time are the same file. */
function keyOf({ path, file }: PlacedFile): string {
  const at = 'lastModified' in file ? String(file.lastModified) : '';
  return `${path.normalize('NFC')}\0${file.size}\0${at}`;
}

function claimBeside(path: string, claims: ReadonlyMap<string, PlacedFile>): PlacedFile | null {
  for (const extension of CLAIM_ORDER) {
    const found = claims.get(`${stem(path)}.claim.${extension}`.toLowerCase());
    if (found) return found;
  }
  return null;
}

function stem(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/** Whether nobody means a file, wherever it lies. */
export function isStray(path: string): boolean {
  return path.startsWith('__MACOSX/') || STRAY.test(path.split('/').pop() ?? path);
}
