import { type DefinedCrs, hintsFromProjJson } from '../../crs/projjson.ts';
import type { Note } from '../../domain/note.ts';
import type { Column } from '../flatgeobuf/format.ts';
import type { DbfEncoding } from './dbf-encoding.ts';
import { latin1Decoder } from './decode-latin1.ts';
import { flatGeobufSource } from './flatgeobuf-source.ts';
import type { GdalConverted, GdalPort } from './gdal-port.ts';
import { sourceError } from './source-error.ts';
import type { SourceFeature, SourceTable } from './source-table.ts';

/** A file that GDAL opens. */
export interface GdalFile {
  /** What messages call it. */
  readonly file: string;
  readonly path: string;
  /** Of the .dbf of a shapefile; null for formats whose text is UTF-8. */
  readonly encoding: DbfEncoding | null;
  readonly notes: readonly Note[];
}

/** A table as GDAL lists it, before anything is read. */
export interface GdalTable {
  readonly name: string;
  readonly count: number | null;
  /** GDAL's word: Polygon, MultiPolygon, 3D Multi Polygon, Geometry, None ... */
  readonly geometryType: string;
  readonly crs: DefinedCrs | null;
  readonly titles: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

/** @throws UserError `source-gdal` */
export async function gdalTables(
  gdal: GdalPort,
  { file, path, encoding }: GdalFile,
  signal?: AbortSignal,
): Promise<GdalTable[]> {
  const info = await answered(file, gdal.inspect(path, openOptions(encoding), signal), signal);
  const decode = latin1Decoder(encoding ?? 'ISO-8859-1');
  return listOf(info.layers).map((layer) => {
    const geometry = listOf(layer.geometryFields)[0];
    const system = asJson(geometry?.coordinateSystem);
    const fields = listOf(layer.fields).filter((field) => typeof field.alias === 'string');
    return {
      name: decode(String(layer.name)) ?? String(layer.name),
      count: typeof layer.featureCount === 'number' ? layer.featureCount : null,
      geometryType: String(geometry?.type ?? 'None'),
      crs: system.projjson === undefined ? null : hintsFromProjJson(system.projjson),
      titles: Object.fromEntries(fields.map(({ name, alias }) => [String(name), String(alias)])),
    };
  });
}

/**
 * Reads a table through GDAL: it turns the table into FlatGeobuf as it is - no other system, no index,
 * arcs as short chords, heights left out - which our own reader then reads in batches.
 *
 * @throws UserError `source-gdal`, `source-count`, `source-encoding-wrong`
 */
export async function gdalSource(
  gdal: GdalPort,
  from: GdalFile,
  table: GdalTable,
  onFeatures?: (done: number) => void,
  signal?: AbortSignal,
): Promise<{ readonly table: SourceTable; readonly release: () => Promise<void> }> {
  const { file, path, encoding } = from;
  const args = ['-lco', 'SPATIAL_INDEX=NO', '-dim', 'XY', '-nln', 'source'];
  const shapes = ['-nlt', 'PROMOTE_TO_MULTI', '-nlt', 'CONVERT_TO_LINEAR'];
  const converted: GdalConverted = await answered(
    file,
    gdal.convert({
      path,
      openOptions: openOptions(encoding),
      // a shapefile has one table, whose name may be garbled bytes
      args: [...args, ...shapes, ...(encoding === null ? [table.name] : [])],
      onFeatures,
      signal,
    }),
    signal,
  );
  try {
    const read = await flatGeobufSource(file, converted.source, signal);
    if (table.count !== null && read.count !== table.count) {
      const params = { file, table: table.name, wanted: table.count, found: read.count };
      throw sourceError('source-count', params);
    }
    const recode = recoder(file, read, encoding);
    const columns = recode.columns.map((column): Column => {
      const title = table.titles[column.name];
      return title === undefined ? column : { ...column, title };
    });
    const { count } = read;
    const named = { file, name: table.name, columns, count, crs: table.crs, notes: from.notes };
    return { table: { ...named, batches: recode.batches }, release: converted.release };
  } catch (error) {
    await converted.release();
    throw error;
  }
}

function openOptions(encoding: DbfEncoding | null): string[] {
  return encoding === null ? [] : ['ENCODING=ISO-8859-1'];
}

/** Names and texts that came byte by byte, decoded. */
function recoder(
  file: string,
  table: SourceTable,
  encoding: DbfEncoding | null,
): Pick<SourceTable, 'columns' | 'batches'> {
  if (encoding === null || encoding === 'ISO-8859-1') return table;
  const decode = latin1Decoder(encoding);
  const columns = table.columns.map((column) => {
    const name = decode(column.name);
    if (name === null) throw sourceError('source-encoding-wrong', { file, encoding, place: 0 });
    return { ...column, name };
  });
  const feature = (given: SourceFeature, index: number): SourceFeature => {
    const properties: Record<string, SourceFeature['properties'][string]> = {};
    table.columns.forEach(({ name }, i) => {
      const value = given.properties[name];
      const text = typeof value === 'string' ? decode(value) : value;
      if (text === null && value !== null) {
        throw sourceError('source-encoding-wrong', { file, encoding, place: index + 1 });
      }
      properties[columns[i]!.name] = text;
    });
    return { ...given, properties };
  };
  return {
    columns,
    async *batches(signal) {
      let start = 0;
      for await (const batch of table.batches(signal)) {
        const from = start;
        yield batch.map((given, i) => feature(given, from + i));
        start += batch.length;
      }
    },
  };
}

async function answered<T>(file: string, answer: Promise<T>, signal?: AbortSignal) {
  try {
    return (await answer) as T & Json;
  } catch (error) {
    if (signal?.aborted || !(error instanceof Error)) throw error;
    throw sourceError('source-gdal', { file, said: error.message.slice(0, 300) });
  }
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
