import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { type Catalog, catalogSchema } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { fileSegments } from './layer-url.ts';

export { fileSegments, layerUrl } from './layer-url.ts';

/**
 * Reads a catalog; `source.name` is what messages call it.
 *
 * @throws UserError `catalog-...`
 */
export async function readCatalog(source: ByteSource, signal?: AbortSignal): Promise<Catalog> {
  try {
    const bytes = await source.read(0, await source.size(signal), signal);
    return parseCatalog(bytes, source.name);
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    const code = error.code === 'missing' ? 'catalog-missing' : 'catalog-unreadable';
    throw new UserError(code, { catalog: source.name, reason: error.code, ...error.params });
  }
}

/**
 * @param url what messages call the catalog
 * @throws UserError `catalog-json`, `catalog-schema`, `catalog-duplicate`, `catalog-file`
 */
export function parseCatalog(bytes: Uint8Array, url: string): Catalog {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const start = new TextDecoder().decode(bytes.subarray(0, 40));
    throw new UserError('catalog-json', { catalog: url, reason: String(error), start });
  }
  const parsed = catalogSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UserError('catalog-schema', {
      catalog: url,
      path: issue.path.join('.') || '(document)',
      value: shown(valueAt(json, issue.path)),
      reason: issue.message,
    });
  }
  const ids = new Set<string>();
  for (const { id, file, chunkSums, edgeIndex, names, lod } of parsed.data.layers) {
    if (ids.has(id)) throw new UserError('catalog-duplicate', { catalog: url, id });
    ids.add(id);
    fileSegments(file);
    if (chunkSums) fileSegments(chunkSums.file);
    if (edgeIndex) fileSegments(edgeIndex.file);
    if (names) fileSegments(names.file);
    for (const overview of lod) fileSegments(overview.file);
  }
  return parsed.data;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = json;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '(absent)';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
