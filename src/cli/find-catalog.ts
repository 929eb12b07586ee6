import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { httpRangeSource } from '../bytes/http-range.ts';
import { UserError } from '../domain/user-error.ts';
import { fileSegments } from '../files/catalog.ts';
import { openCatalog } from '../job/open-catalog.ts';
import { openRemoteCatalog } from '../job/remote-catalog.ts';
import type { CatalogHandle } from '../job/run-check.ts';
import { fileSource } from './file-source.ts';
import type { Io } from './io.ts';

export interface OpenedCatalog extends CatalogHandle {
  /** Bytes of a file beside the catalog. */
  readonly sourceOf: (file: string) => ByteSource;
}

/**
 * Opens the catalog that `--layers` names: a catalog.json, its folder, or an http(s) address of either;
 * without it the package's own. From disk every layer file is verified whole, over HTTP its length,
 * header and index.
 *
 * @throws UserError `catalog-...`: a folder without a catalog is an error, never an empty catalog
 */
export async function openCatalogAt(
  where: string | undefined,
  io: Pick<Io, 'cwd' | 'packageRoot' | 'signal'>,
): Promise<OpenedCatalog> {
  if (where !== undefined && /^https?:\/\//i.test(where)) return openRemote(where, io.signal);
  const path = await catalogPath(resolve(io.cwd, where ?? join(io.packageRoot, 'layers')));
  const bytes = await wholeOf(fileSource(path), path, io.signal);
  const folder = dirname(path);
  const sourceOf = (file: string): ByteSource => fileSource(join(folder, ...fileSegments(file)));
  const handle = openCatalog(bytes, path, (entry) => sourceOf(entry.file), 'full', {
    edgeIndex: sourceOf,
  });
  return { ...handle, sourceOf };
}

async function openRemote(address: string, signal: AbortSignal): Promise<OpenedCatalog> {
  const url = /\.json($|[?#])/i.test(address)
    ? address
    : `${address.replace(/\/?$/, '/')}catalog.json`;
  const bytes = await wholeOf(httpRangeSource(url), url, signal);
  return openRemoteCatalog(bytes, url);
}

async function catalogPath(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? join(path, 'catalog.json') : path;
  } catch {
    throw new UserError('catalog-missing', { catalog: path });
  }
}

async function wholeOf(source: ByteSource, name: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await wholeSource(source, signal);
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    const code = error.code === 'missing' ? 'catalog-missing' : 'catalog-unreadable';
    throw new UserError(code, { ...error.params, catalog: name, reason: error.code });
  }
}

export async function wholeSource(source: ByteSource, signal: AbortSignal): Promise<Uint8Array> {
  return source.read(0, await source.size(signal), signal);
}
