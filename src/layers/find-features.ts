import type { ByteSource } from '../bytes/byte-source.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { layerError } from '../files/layer-error.ts';
import {
  compareTexts,
  NAME_FIELDS,
  type NameField,
  searchKey,
} from '../files/names/names-format.ts';
import { type NameHit, openNames, rankOf } from '../files/names/open-names.ts';
import { type BBox, bboxOf, EVERYWHERE } from '../geometry/shapes.ts';
import type { TileInput, TileSource } from '../tiles/tile-source.ts';
import { textOf } from './collect-names.ts';
import { hasNames } from './describe-names.ts';

/** What one layer answered. Whatever kept it from being searched is thrown, never an empty answer. */
export interface FoundInLayer {
  /** At most `limit` codes and as many names, best first. */
  readonly hits: readonly NameHit[];
  readonly more: boolean;
  /** Too many names to be read: they were looked up by their beginning only. */
  readonly namesByBeginning: boolean;
  /** Features that carry no code, or no name, and so cannot be found by it. */
  readonly without: Readonly<Record<NameField, number>>;
}

export interface FindOptions {
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
  /** Features read so far, while a layer without a file of names is read. */
  readonly onProgress?: ((read: number) => void) | undefined;
}

/** Sources of a layer; each is touched only when it is needed. */
export interface FindSources {
  layer(): TileSource;
  /** The side file that the entry's `names` describes. */
  names(file: string): ByteSource;
}

/** Layers without a file of names are read, up to this size (bytes). */
export const LARGEST_READ = 48 * 1024 * 1024;
/** Progress is told, and an abort noticed, this often (features). */
const STEP = 500;

/**
 * Features of a layer whose code begins with the query or whose name holds it: by the file of names where
 * there is one, else by reading the layer.
 *
 * @throws UserError `find-no-fields`, `find-too-large`, `layer-...`
 */
export async function findFeatures(
  entry: CatalogLayer,
  sources: FindSources,
  query: string,
  options: FindOptions,
): Promise<FoundInLayer> {
  if (!hasNames(entry)) throw new UserError('find-no-fields', { layer: entry.id });
  const { limit, signal } = options;
  if (entry.names) {
    try {
      const names = await openNames(entry, sources.names(entry.names.file), signal);
      return {
        ...(await names.find(query, limit, signal)),
        without: withoutOf(entry, names.without),
      };
    } catch (error) {
      throw layerError({ ...entry, file: entry.names.file }, error);
    }
  }
  if (entry.bytes > LARGEST_READ) {
    throw new UserError('find-too-large', { file: entry.file, bytes: entry.bytes });
  }
  return readThrough(entry, sources.layer(), query, options);
}

interface Group {
  readonly rank: number;
  readonly key: string;
  hit: NameHit;
}

async function readThrough(
  entry: CatalogLayer,
  source: TileSource,
  query: string,
  { limit, signal, onProgress }: FindOptions,
): Promise<FoundInLayer> {
  const wanted = searchKey(query);
  const columns: Readonly<Record<NameField, string | undefined>> = {
    code: entry.fields.featureId,
    name: entry.fields.name,
  };
  const groups: Record<NameField, Map<string, Group>> = { code: new Map(), name: new Map() };
  const without: Record<NameField, number> = { code: 0, name: 0 };
  let read = 0;
  await source.open(signal);
  for await (const feature of source.featuresIn(EVERYWHERE, signal)) {
    if (++read % STEP === 0) {
      onProgress?.(read);
      signal?.throwIfAborted();
    }
    for (const field of NAME_FIELDS) {
      const column = columns[field];
      const text = column === undefined ? null : textOf(feature.properties[column]);
      if (text === null) {
        if (column !== undefined) without[field]++;
        continue;
      }
      const key = searchKey(text);
      const rank = wanted === '' ? null : rankOf(key, wanted, field === 'name');
      if (rank !== null) take(groups[field], field, text, key, rank, feature);
    }
  }
  if (read !== entry.features) {
    throw new UserError('layer-count', {
      file: entry.file,
      counted: read,
      features: entry.features,
    });
  }
  const hits: NameHit[] = [];
  for (const field of NAME_FIELDS) {
    const found = [...groups[field].values()].sort(
      (a, b) => a.rank - b.rank || compareTexts(a.hit.text, b.hit.text, a.key, b.key),
    );
    hits.push(...found.slice(0, limit).map(({ hit }) => hit));
  }
  const more = NAME_FIELDS.some((field) => groups[field].size > limit);
  return { hits, more, namesByBeginning: false, without };
}

/** Features of one text are one hit. */
function take(
  groups: Map<string, Group>,
  field: NameField,
  text: string,
  key: string,
  rank: number,
  feature: TileInput,
): void {
  const box = boxOf(feature);
  const before = groups.get(text);
  const hit: NameHit = before
    ? { ...before.hit, features: before.hit.features + 1, box: union(before.hit.box, box) }
    : { field, text, features: 1, index: feature.index, box };
  groups.set(text, { rank, key, hit });
}

/** A column that the layer does not have leaves nobody without. */
function withoutOf(
  { fields }: CatalogLayer,
  without: FoundInLayer['without'],
): FoundInLayer['without'] {
  return {
    code: fields.featureId === undefined ? 0 : without.code,
    name: fields.name === undefined ? 0 : without.name,
  };
}

function boxOf({ polygons, point }: TileInput): BBox {
  return point ? [point[0], point[1], point[0], point[1]] : bboxOf(polygons);
}

function union(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
