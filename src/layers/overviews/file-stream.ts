import { ByteError, type ByteSource } from '../../bytes/byte-source.ts';
import { UserError } from '../../domain/user-error.ts';
import { FlatGeobufError } from '../../files/flatgeobuf/flatgeobuf-error.ts';
import { GeometryType } from '../../files/flatgeobuf/format.ts';
import { openFlatGeobuf } from '../../files/flatgeobuf/reader.ts';
import type { WriteFeature, WriteGeometryType } from '../../files/flatgeobuf/writer.ts';
import type { FeatureStream } from '../feature-stream.ts';

const BATCH = 1000;
const TYPES: Readonly<Partial<Record<GeometryType, WriteGeometryType>>> = {
  [GeometryType.Polygon]: 'Polygon',
  [GeometryType.MultiPolygon]: 'MultiPolygon',
  [GeometryType.MultiLineString]: 'MultiLineString',
  [GeometryType.Point]: 'Point',
  [GeometryType.Unknown]: 'Unknown',
};

/**
 * The features of a FlatGeobuf file in the order of the file.
 *
 * @throws UserError `layer-...` when it cannot be read, here or to its end
 */
export async function fileStream(source: ByteSource, signal?: AbortSignal): Promise<FeatureStream> {
  const { name } = source;
  try {
    const { header } = await openFlatGeobuf(source, signal);
    const geometryType = TYPES[header.geometryType];
    if (geometryType === undefined) {
      const value = GeometryType[header.geometryType];
      throw new UserError('layer-header', { file: name, what: 'geometry type', value });
    }
    return {
      name,
      columns: header.columns,
      geometryType,
      count: header.features,
      batches: (abort) => batchesOf(source, abort),
    };
  } catch (error) {
    throw told(name, error);
  }
}

async function* batchesOf(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<readonly WriteFeature[]> {
  let batch: WriteFeature[] = [];
  try {
    const file = await openFlatGeobuf(source, signal);
    for await (const { geometry, properties } of file.allFeatures(signal)) {
      batch.push({ ...geometry, properties });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw told(source.name, error);
  }
  if (batch.length > 0) yield batch;
}

function told(file: string, error: unknown): unknown {
  const known = error instanceof FlatGeobufError || error instanceof ByteError;
  return known ? new UserError(`layer-${error.code}`, { file, ...error.params }) : error;
}
