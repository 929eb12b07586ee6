import { chunkSumsStream } from '../bytes/chunk-sums.ts';
import { sha256Stream } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import type { LayerWeights } from '../files/describe-layer.ts';
import { describeSumsFile, type LayerSums, SUMS_FROM_HEAD_BYTES } from '../files/describe-sums.ts';
import type { LayerShape } from '../files/flatgeobuf/sorted-head.ts';
import { FlatGeobufStreamWriter } from '../files/flatgeobuf/stream-writer.ts';
import type { BuildTools } from './build-request.ts';
import { hasNames, NAMED_FROM } from './describe-names.ts';
import type { FeatureStream } from './feature-stream.ts';
import { recordsOf } from './flatgeobuf-stream.ts';
import type { StagedFile, Staging } from './layer-store.ts';
import { PartsError } from './mend-stream.ts';
import { WrittenNames } from './written-names.ts';

export interface WrittenLayer {
  readonly weights: LayerWeights;
  /** null where header and index are small enough to be read at once. */
  readonly sums: LayerSums | null;
  /** null where no file of names is worth its bytes. */
  readonly names: WrittenNames | null;
}

type Tools = Pick<BuildTools, 'createHash' | 'onProgress' | 'signal'>;

const SCRATCH = 'records.tmp';

/**
 * Writes the layer file and the sums beside it, and learns on the way what the catalog says of them and by
 * what features are found: the file is never read again for that.
 */
export async function writeLayerFile(
  { fields, ...shape }: LayerShape & Pick<CatalogLayer, 'fields'>,
  streams: readonly FeatureStream[],
  staging: Staging,
  file: string,
  tools: Tools,
): Promise<WrittenLayer> {
  const scratch: StagedFile[] = [];
  const writer = new FlatGeobufStreamWriter({
    ...shape,
    openScratch: async () => {
      scratch.push(await staging.create(SCRATCH));
      return scratch[0]!;
    },
  });
  const dropScratch = async (): Promise<void> => {
    if (scratch.length === 0) return;
    await scratch[0]!.close();
    await staging.remove(SCRATCH);
  };
  try {
    await addAll(writer, streams, tools);
  } catch (error) {
    if (error instanceof PartsError) await dropScratch();
    throw error;
  }

  const out = await staging.create(file);
  const createHash = tools.createHash ?? sha256Stream;
  const whole = createHash();
  const sums = chunkSumsStream(undefined, createHash);
  const { bytes: total } = writer.measure();
  let headSha256: string | null = null;
  const hasFile = writer.features >= NAMED_FROM && hasNames({ fields });
  const names = hasFile ? new WrittenNames(shape.columns, fields) : null;
  let done = 0;
  const written = await writer.finish(out, {
    finished(bytes) {
      headSha256 ??= hashOf(bytes, createHash);
      whole.update(bytes);
      sums.update(bytes);
      done += bytes.length;
      tools.onProgress?.({ stage: 'sort', done, total });
    },
    ...(names ? { placed: (record, box) => names.add(record, box) } : {}),
    signal: tools.signal,
  });
  await out.close();
  await dropScratch();
  const weights = {
    sha256: whole.digestHex(),
    headSha256: headSha256!,
    bytes: written.bytes,
    features: written.features,
    extent: extentOr0(written.extent),
  };
  if (written.headBytes < SUMS_FROM_HEAD_BYTES) return { weights, sums: null, names };
  const side = describeSumsFile(file, sums.finish());
  await writeStaged(staging, side.entry.file, side.bytes);
  return { weights, sums: side, names };
}

/** What the file would weigh, without writing it: every feature is read and refused as in earnest. */
export async function measureLayerFile(
  shape: LayerShape,
  streams: readonly FeatureStream[],
  tools: Tools,
): Promise<Pick<LayerWeights, 'bytes' | 'features' | 'extent'>> {
  const writer = new FlatGeobufStreamWriter({ ...shape, openScratch: null });
  await addAll(writer, streams, tools);
  const { bytes, features, extent } = writer.measure();
  return { bytes, features, extent: extentOr0(extent) };
}

export async function writeStaged(
  staging: Staging,
  file: string,
  bytes: Uint8Array,
): Promise<void> {
  const out = await staging.create(file);
  await out.write(0, bytes);
  await out.close();
}

/** What stands in a catalog for a file without features. */
const extentOr0 = (extent: readonly number[] | null): LayerWeights['extent'] => {
  const [west = 0, south = 0, east = 0, north = 0] = extent ?? [];
  return [west, south, east, north];
};

function hashOf(bytes: Uint8Array, createHash: typeof sha256Stream): string {
  const hash = createHash();
  hash.update(bytes);
  return hash.digestHex();
}

async function addAll(
  writer: FlatGeobufStreamWriter,
  streams: readonly FeatureStream[],
  { onProgress, signal }: Tools,
): Promise<void> {
  const counts = streams.map(({ count }) => count);
  const total = counts.some((count) => count === null)
    ? null
    : counts.reduce<number>((sum, count) => sum + count!, 0);
  for (const stream of streams) {
    const before = writer.features;
    try {
      for await (const _ of addOne(writer, stream, signal)) {
        signal?.throwIfAborted();
        onProgress?.({ stage: 'read', done: writer.features, total });
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const feature = writer.features - before;
      throw new UserError('build-feature', { source: stream.name, feature, reason: error.message });
    }
  }
}

/** One step for each batch; as records where the layer is made like the source. */
async function* addOne(
  writer: FlatGeobufStreamWriter,
  stream: FeatureStream,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const records = recordsOf(stream);
  if (records !== null && writer.takesRecordsOf(stream)) {
    for await (const batch of records.batches(signal)) {
      await writer.addRecords(batch, records);
      yield;
    }
    return;
  }
  for await (const batch of stream.batches(signal)) {
    await writer.add(batch);
    yield;
  }
}
