import type { ByteSource } from '../bytes/byte-source.ts';
import { RecordCopier } from '../files/flatgeobuf/copy-record.ts';
import { type Column, GeometryType } from '../files/flatgeobuf/format.ts';
import type { RecordBatch } from '../files/flatgeobuf/read-records.ts';
import { decodeFeature, type FlatFeature, openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import type { HowToCopy } from '../files/flatgeobuf/stream-writer.ts';
import type { PropertyValue } from '../files/flatgeobuf/write-properties.ts';
import type { WriteFeature, WriteGeometryType } from '../files/flatgeobuf/writer.ts';
import type { FeatureStream } from './feature-stream.ts';

/** What is written of a file whose features are of this type; one of mixed types is not written. */
const WRITTEN_AS: Partial<Record<GeometryType, WriteGeometryType>> = {
  [GeometryType.Point]: 'Point',
  [GeometryType.LineString]: 'MultiLineString',
  [GeometryType.MultiLineString]: 'MultiLineString',
  [GeometryType.Polygon]: 'Polygon',
  [GeometryType.MultiPolygon]: 'MultiPolygon',
  [GeometryType.Unknown]: 'Unknown',
};

/**
 * The features of a FlatGeobuf file in EPSG:4490, with or without index, in file order. Binary columns are
 * left out: nothing here reads or writes them.
 *
 * @throws FlatGeobufError, ByteError; RangeError for a geometry type that is not written
 */
export async function flatGeobufStream(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<FeatureStream> {
  const file = await openFlatGeobuf(source, signal);
  const { header } = file;
  const geometryType = WRITTEN_AS[header.geometryType];
  if (geometryType === undefined) {
    throw new RangeError(`${source.name}: geometry type ${GeometryType[header.geometryType]}`);
  }
  const columns = header.columns.filter(({ type }) => type !== 'binary');
  const restored = restoreValues(header.columns);
  const asWritten = restored ?? plain;
  const records: RecordStream = {
    batches: (abort) => file.records(abort),
    decode: (record, index) => asWritten(decodeFeature(header, record, index, null)),
  };
  const stream: FeatureStream = {
    name: source.name,
    columns,
    geometryType,
    count: header.features,
    async *batches(abort) {
      for await (const batch of file.batches(abort)) {
        yield batch.map(asWritten);
      }
    },
  };
  if (RecordCopier.suits(header.columns, header.geometryType)) giveRecords(stream, records);
  return stream;
}

/** The same features as the records they are in the file. */
export interface RecordStream extends HowToCopy {
  batches(signal?: AbortSignal): AsyncIterable<RecordBatch>;
}

/**
 * Beside the stream and not in it: what is made of a stream by spreading it, a filter for one, must never
 * take the records of the whole along.
 */
const RECORDS = new WeakMap<FeatureStream, RecordStream>();

/** Says what records a stream stands for. */
export function giveRecords(stream: FeatureStream, records: RecordStream): void {
  RECORDS.set(stream, records);
}

/** The records of a stream that comes straight from a file whose records can be copied; else null. */
export function recordsOf(stream: FeatureStream): RecordStream | null {
  return RECORDS.get(stream) ?? null;
}

const plain = ({ geometry, properties }: FlatFeature): WriteFeature => ({
  ...geometry,
  properties,
});

/** 64-bit integers beyond 2^53 are read as digits; null where every value is written as it is read. */
function restoreValues(
  columns: readonly Column[],
): ((feature: FlatFeature) => WriteFeature) | null {
  const long = columns.filter(({ type }) => type === 'long' || type === 'ulong');
  const binary = columns.filter(({ type }) => type === 'binary');
  if (long.length + binary.length === 0) return null;
  return ({ geometry, properties }) => {
    const values: Record<string, PropertyValue> = { ...properties };
    for (const { name } of long) {
      const value = values[name];
      if (typeof value === 'string') values[name] = BigInt(value);
    }
    for (const { name } of binary) delete values[name];
    return { ...geometry, properties: values };
  };
}
