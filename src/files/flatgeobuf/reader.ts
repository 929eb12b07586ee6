import type { ByteSource } from '../../bytes/byte-source.ts';
import { readAhead } from '../../bytes/read-ahead.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { verticesOf } from './check-geometry.ts';
import { countInIndex } from './count-index.ts';
import type { FlatGeometry } from './flat-geometry.ts';
import { FlatBoundsError, FlatTable } from './flat-table.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { readGeometry } from './read-geometry.ts';
import { type FlatGeobufHeader, readColumns, readHeader } from './read-header.ts';
import { type Properties, readProperties } from './read-properties.ts';
import { LARGEST_READ, type RecordBatch, readRecords } from './read-records.ts';
import { type LeafHit, type ReadBytes, searchIndex } from './search-index.ts';

export interface FlatFeature {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly geometry: FlatGeometry;
  readonly properties: Properties;
}

export interface FlatGeobuf {
  readonly header: FlatGeobufHeader;
  /** Index hits, without reading the features. */
  search(bbox: BBox, signal?: AbortSignal): Promise<LeafHit[]>;
  /** How many hits `search` would give, from as little of the index as decides it. */
  count(bbox: BBox, signal?: AbortSignal): Promise<number>;
  /** Features of the hits, in the order given, in as few reads as is sensible. */
  features(hits: readonly LeafHit[], signal?: AbortSignal): AsyncGenerator<FlatFeature>;
  /** Every feature of the file, counted against the header. */
  allFeatures(signal?: AbortSignal): AsyncGenerator<FlatFeature>;
  /** The same, as many at a time as one read of the file holds. */
  batches(signal?: AbortSignal): AsyncGenerator<FlatFeature[]>;
  /** The same as bytes, cut into records and not looked at. */
  records(signal?: AbortSignal): AsyncGenerator<RecordBatch>;
}

export interface OpenOptions {
  /** Serves index bytes from elsewhere, e.g. checked ones. */
  readonly readIndex?: ReadBytes;
  /** Features this near to each other are read together, and half of it of the index; bytes. */
  readonly near?: number;
}

/** Near, unless told otherwise (bytes). */
const NEAR = 64 * 1024;
/** Reads under way at once: on a slow line they would else wait for each other. */
const READS_AHEAD = 6;

/**
 * Opens a FlatGeobuf file.
 *
 * @throws FlatGeobufError, ByteError
 */
export async function openFlatGeobuf(
  source: ByteSource,
  signal?: AbortSignal,
  { readIndex, near = NEAR }: OpenOptions = {},
): Promise<FlatGeobuf> {
  const indexBytes: ReadBytes =
    readIndex ?? ((offset, length, abort) => source.read(offset, length, abort));
  const header = await readHeader(source, signal);
  const needIndex = (): void => {
    if (header.nodeSize === 0 && header.features > 0) {
      throw new FlatGeobufError('index', { what: 'none' });
    }
  };
  return {
    header,
    async search(bbox, abort) {
      needIndex();
      return searchIndex(header, indexBytes, bbox, near / 2, abort);
    },
    async count(bbox, abort) {
      needIndex();
      return countInIndex(header, indexBytes, bbox, abort);
    },
    async *features(hits, abort) {
      const reads = [...nearHits(hits, near)].map((near) => async (left: AbortSignal) => {
        const start = near[0]!.start;
        return { near, start, bytes: await source.read(start, near.at(-1)!.end - start, left) };
      });
      for await (const { near, start, bytes } of readAhead(reads, READS_AHEAD, abort)) {
        for (const hit of near) {
          abort?.throwIfAborted();
          const record = bytes.subarray(hit.start - start, hit.end - start);
          yield decodeFeature(header, record, hit.index, hit.box);
        }
      }
    },
    async *allFeatures(abort) {
      for await (const batch of readAll(header, source, abort)) yield* batch;
    },
    batches: (abort) => readAll(header, source, abort),
    records: (abort) => readRecords(header, source, abort),
  };
}

/**
 * Decodes one record, length prefix included.
 *
 * @throws FlatGeobufError also when its bounding box is not `box`, what the index says of it
 */
export function decodeFeature(
  header: FlatGeobufHeader,
  record: Uint8Array,
  index: number,
  box: BBox | null,
): FlatFeature {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (view.getUint32(0, true) + 4 !== record.length) {
    throw new FlatGeobufError('feature', { index, what: 'length', value: record.length });
  }
  try {
    const table = FlatTable.root(view, 4);
    const geometry = readGeometry(table.table(0), header.geometryType, index);
    if (box !== null) checkBox(geometry, box, index);
    const own = table.tables(2);
    const columns = own.length > 0 ? readColumns(own) : header.columns;
    return { index, geometry, properties: readProperties(table.bytes(1), columns, index) };
  } catch (error) {
    if (!(error instanceof FlatBoundsError)) throw error;
    throw new FlatGeobufError('feature', { index, what: 'bounds', value: error.message });
  }
}

function checkBox(geometry: FlatGeometry, box: BBox, index: number): void {
  const xy = verticesOf(geometry);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  if (west !== box[0] || south !== box[1] || east !== box[2] || north !== box[3]) {
    throw new FlatGeobufError('feature', { index, what: 'index box', value: box.join(' ') });
  }
}

async function* readAll(
  header: FlatGeobufHeader,
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<FlatFeature[]> {
  for await (const { bytes, starts, first } of readRecords(header, source, signal)) {
    const batch: FlatFeature[] = [];
    for (let i = 0; i + 1 < starts.length; i++) {
      const record = bytes.subarray(starts[i]!, starts[i + 1]!);
      batch.push(decodeFeature(header, record, first + i, null));
    }
    yield batch;
  }
}

function* nearHits(hits: readonly LeafHit[], most: number): Generator<LeafHit[]> {
  let near: LeafHit[] = [];
  for (const hit of hits) {
    const last = near.at(-1);
    const apart = last && (hit.start - last.end > most || hit.start < last.end);
    if (last && (apart || hit.end - near[0]!.start > LARGEST_READ)) {
      yield near;
      near = [];
    }
    near.push(hit);
  }
  if (near.length > 0) yield near;
}
