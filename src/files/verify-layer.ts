import { ByteError, type ByteSource } from '../bytes/byte-source.ts';
import { openChunkSums } from '../bytes/chunk-sums.ts';
import { sha256Stream } from '../bytes/sha256.ts';
import { verifiedChunks } from '../bytes/verified-chunks.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Integrity } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import type { BBox } from '../geometry/shapes.ts';
import { GeometryType, NODE_BYTES } from './flatgeobuf/format.ts';
import { NodeRun, verifyIndex } from './flatgeobuf/index-tree.ts';
import { checkMagic, type FlatGeobufHeader } from './flatgeobuf/read-header.ts';
import { type FlatGeobuf, openFlatGeobuf } from './flatgeobuf/reader.ts';

export interface LayerOptions {
  /**
   * `full`: SHA-256 of the whole file. `size+header+index`: its length, header and index; with `sums`
   * whatever is looked at, of index and features alike, when it is looked at; without them the whole index
   * at once. `declared`: its length, header and extent, and of the index what is looked at against itself,
   * no hash: for drawing alone.
   */
  readonly integrity: Integrity;
  /** The side file of the entry's `chunkSums`. */
  readonly sums?: ByteSource | undefined;
  /** Features this near to each other in the file are read together, bytes; default 64 KB. */
  readonly near?: number;
  /** A faster SHA-256 where the platform has one. */
  readonly createHash?: typeof sha256Stream;
}

/** Bytes hashed at a time. */
const CHUNK = 4 * 1024 * 1024;
/** The catalog may round its extent; degrees. */
const EXTENT_TOLERANCE = 1e-6;
const POLYGONAL: readonly GeometryType[] = [
  GeometryType.Unknown,
  GeometryType.Polygon,
  GeometryType.MultiPolygon,
];

/**
 * Opens a layer file and compares it with its catalog entry: beginning, length, header, the whole
 * index, hashes. Header and index stay in memory, as they were verified.
 *
 * @throws UserError, FlatGeobufError, ByteError
 */
export async function openVerified(
  entry: CatalogLayer,
  source: ByteSource,
  options: LayerOptions,
  signal?: AbortSignal,
): Promise<FlatGeobuf> {
  const { file: name } = entry;
  const size = await source.size(signal);
  // first, because a missing file may be answered by a page of another length
  checkMagic(await source.read(0, Math.min(size, 8), signal), size);
  if (size !== entry.bytes) {
    const code = size < entry.bytes ? 'layer-truncated' : 'layer-size';
    throw new UserError(code, { file: name, size, wanted: entry.bytes });
  }
  if (options.integrity === 'declared') return openByParts(entry, source, options, signal);
  if (options.integrity !== 'full' && entry.chunkSums && options.sums) {
    return openByChunks(entry, source, options.sums, options, signal);
  }
  let head = new Uint8Array(0);
  const file = await openFlatGeobuf(source, signal, {
    ...options,
    readIndex: async (offset, length) => head.subarray(offset, offset + length),
  });
  checkHeader(entry, file.header);
  head = await readHead(entry, source, file.header.featuresStart, options, signal);
  const index = head.subarray(file.header.indexStart);
  if (file.header.features > 0) {
    verifyIndex(file.header, index);
    checkExtent(entry, new NodeRun(0, index.subarray(0, NODE_BYTES)).box(0), file.header);
  }
  return file;
}

/**
 * Opens a file of which every byte handed out is compared with the catalog, by way of the chunk sums. What
 * prunes a search - the root, then each node visited - is verified before it is believed.
 */
async function openByChunks(
  entry: CatalogLayer,
  source: ByteSource,
  sumsSource: ByteSource,
  options: LayerOptions,
  signal?: AbortSignal,
): Promise<FlatGeobuf> {
  const { file, headSha256 } = entry.chunkSums!;
  const sums = await openChunkSums(namedSource(sumsSource, file), headSha256, signal);
  if (sums.size !== entry.bytes) {
    throw new UserError('layer-sha256', { file, of: 'length', size: sums.size });
  }
  return openByParts(entry, verifiedChunks(source, sums), options, signal);
}

/** Reads the header and the root of the index; the rest of the index when a search passes it. */
async function openByParts(
  entry: CatalogLayer,
  source: ByteSource,
  options: LayerOptions,
  signal?: AbortSignal,
): Promise<FlatGeobuf> {
  const opened = await openFlatGeobuf(source, signal, options);
  const { header } = opened;
  checkHeader(entry, header);
  if (header.features > 0) {
    const root = await source.read(header.indexStart, NODE_BYTES, signal);
    checkExtent(entry, new NodeRun(0, root).box(0), header);
  }
  return opened;
}

/** Failures of a side file name it, not the layer file. */
function namedSource(source: ByteSource, file: string): ByteSource {
  const named = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ByteError)) throw error;
      throw new ByteError(error.code, { ...error.params, file }, error);
    }
  };
  return {
    name: file,
    size: (signal) => named(source.size(signal)),
    read: (offset, length, signal) => named(source.read(offset, length, signal)),
  };
}

function checkHeader(entry: CatalogLayer, header: FlatGeobufHeader): void {
  const { file } = entry;
  if (header.features !== entry.features) {
    throw new UserError('layer-count', {
      file,
      counted: header.features,
      features: entry.features,
    });
  }
  if (header.features > 0 && header.nodeSize === 0) {
    throw new UserError('layer-index', { file, what: 'none' });
  }
  const crs = header.crs === null ? 'none' : `${header.crs.org ?? 'EPSG'}:${header.crs.code}`;
  if (crs !== entry.crs) throw new UserError('layer-crs', { file, crs, wanted: entry.crs });
  if (!POLYGONAL.includes(header.geometryType)) {
    const value = GeometryType[header.geometryType];
    throw new UserError('layer-header', { file, what: 'geometry type', value });
  }
  const columns = new Set(header.columns.map((column) => column.name));
  for (const column of Object.values(entry.fields)) {
    if (column === undefined || columns.has(column)) continue;
    throw new UserError('layer-header', { file, what: 'column', value: column });
  }
}

/** What prunes a search is the root of the index: it must be where the catalog says the layer is. */
function checkExtent(entry: CatalogLayer, root: BBox, header: FlatGeobufHeader): void {
  const off = (box: BBox, tolerance: number): boolean =>
    box.some((side, i) => Math.abs(side - root[i]!) > tolerance);
  const onEarth = root[0] >= -180 && root[2] <= 180 && root[1] >= -90 && root[3] <= 90;
  const inHeader = header.extent === null || !off(header.extent, 0);
  if (onEarth && inHeader && !off(entry.extent, EXTENT_TOLERANCE)) return;
  throw new UserError('layer-extent', {
    file: entry.file,
    extent: root.join(' '),
    wanted: entry.extent.join(' '),
  });
}

/** Header and index in one piece; for `full` the rest of the file goes through the hash as well. */
async function readHead(
  entry: CatalogLayer,
  source: ByteSource,
  length: number,
  options: LayerOptions,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const createHash = options.createHash ?? sha256Stream;
  const head = new Uint8Array(length);
  const whole = options.integrity === 'full' ? createHash() : null;
  const end = whole === null ? length : entry.bytes;
  for (let at = 0; at < end; at += CHUNK) {
    const piece = await source.read(at, Math.min(CHUNK, end - at), signal);
    whole?.update(piece);
    if (at < length) head.set(piece.subarray(0, length - at), at);
  }
  if (whole !== null) compareSha256(entry, 'file', whole.digestHex(), entry.sha256);
  if (whole === null && entry.headSha256 !== undefined) {
    const hash = createHash();
    hash.update(head);
    compareSha256(entry, 'head', hash.digestHex(), entry.headSha256);
  }
  return head;
}

function compareSha256(entry: CatalogLayer, of: string, sha256: string, wanted: string): void {
  if (sha256 !== wanted)
    throw new UserError('layer-sha256', { file: entry.file, of, sha256, wanted });
}
