import { ByteError } from './byte-source.ts';
import { memorySource } from './memory-source.ts';
import { entryBytes, openZip } from './zip.ts';

export interface ZipLimits {
  /** Of everything unpacked together. */
  readonly maxBytes: number;
  readonly maxEntries: number;
}

export interface ZipFile {
  /** Path inside the archive, with "/". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What operating systems and programs leave in archives. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * A small archive unpacked into memory. What it claims is added up before anything is unpacked, and what
 * comes out is counted again (`openZip`): neither a false claim nor a packed petabyte takes more memory
 * than the limits.
 *
 * @throws ByteError `unreadable` with `reason`: `zip-bomb`, `zip-path`, `zip-twice`, and those of `openZip`
 */
export async function readZip(
  name: string,
  bytes: Uint8Array,
  { maxBytes, maxEntries }: ZipLimits,
  signal?: AbortSignal,
): Promise<ZipFile[]> {
  const fail = (reason: string, entry = ''): ByteError =>
    new ByteError('unreadable', { name, reason, entry });
  const entries = await openZip(memorySource(name, bytes), signal);
  if (entries.length > maxEntries) throw fail('zip-bomb');
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > maxBytes) throw fail('zip-bomb');
  const taken = new Set<string>();
  const files: ZipFile[] = [];
  for (const entry of entries) {
    if (!isInside(entry.name))
      throw fail('zip-path', entry.name.replace(/[^ -~\u0080-\uffff]/g, '?'));
    if (LITTER.test(entry.name)) continue;
    const path = entry.name
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
    // a reader that took the first and one that took the last would see different projects
    if (taken.has(path)) throw fail('zip-twice', path);
    taken.add(path);
    files.push({ name: path, bytes: await entryBytes(entry, signal) });
  }
  return files;
}

/** Whether a path stays in the folder it is unpacked into, on any system. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !/[\0:]/.test(path) && !path.split('/').includes('..');
}
