import { ByteError, type ByteSource } from '../../bytes/byte-source.ts';
import type { TextEncoding } from '../../bytes/decode-text.ts';
import { encodingOf, utf8Pieces } from '../../bytes/utf8-pieces.ts';
import { NO_HINTS } from '../../crs/evidence.ts';
import { hintsFromName } from '../../crs/names.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import { ColumnFinder, LostDigits, valuesFor } from './geojson-columns.ts';
import { RingBuilder } from './ring-builder.ts';
import { type ScannedJson, scanGeoJson } from './scan-geojson.ts';
import { asSourceError, sourceError, sourceNote } from './source-error.ts';
import { inBatches, type SourceFeature, type SourceTable } from './source-table.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A GeoJSON feature collection of any length (RFC 7946, and the `crs` member that Chinese programs
 * write): read once for its columns, then feature by feature. Without `crs` it is WGS 84, as the standard
 * says.
 *
 * @param encoding null: UTF-8 where it is valid to the end, else GB18030
 * @throws UserError `source-...`
 */
export async function geoJsonSource(
  file: string,
  source: ByteSource,
  encoding: TextEncoding | null,
  signal?: AbortSignal,
): Promise<SourceTable> {
  try {
    const used = encoding ?? (await encodingOf(source, signal));
    const scan = (abort?: AbortSignal) => scanGeoJson(utf8Pieces(source, used, abort));
    const finder = new ColumnFinder();
    const root: Record<string, unknown> = {};
    let count = 0;
    for await (const part of scan(signal)) {
      if (part.member === 'features') finder.add(propertiesOf(parseFeature(part, file, count++)));
      else root[part.member] = JSON.parse(part.text);
    }
    if (root.type !== 'FeatureCollection') {
      throw sourceError('source-not-collection', { file, type: String(root.type).slice(0, 40) });
    }
    const columns = finder.columns();
    return {
      file,
      name: typeof root.name === 'string' ? root.name : file.replace(/\.[^.]*$/, ''),
      columns,
      count,
      crs: crsOf(root),
      notes:
        used === 'UTF-8' ? [] : [sourceNote('source-encoding', 'info', { file, encoding: used })],
      batches: (abort) => inBatches(readFeatures(file, scan(abort), columns)),
    };
  } catch (error) {
    throw readable(file, error);
  }
}

async function* readFeatures(
  file: string,
  parts: AsyncIterable<ScannedJson>,
  columns: SourceTable['columns'],
): AsyncGenerator<SourceFeature> {
  let index = 0;
  try {
    for await (const part of parts) {
      if (part.member !== 'features') continue;
      const feature = parseFeature(part, file, index);
      const rings = new RingBuilder();
      addGeometry(rings, feature.geometry, file, index++);
      yield { ...rings.finish(), properties: valuesFor(columns, propertiesOf(feature)) };
    }
  } catch (error) {
    throw readable(file, error);
  }
}

function readable(file: string, error: unknown): unknown {
  if (error instanceof SyntaxError) {
    return sourceError('source-json', { file, problem: error.message });
  }
  if (error instanceof LostDigits) {
    return sourceError('source-digits', { file, column: error.column, value: error.message });
  }
  if (error instanceof ByteError && error.params.offset !== undefined) {
    return sourceError('source-encoding-wrong', {
      file,
      encoding: error.params.reason ?? null,
      place: error.params.offset,
    });
  }
  return asSourceError(file, error);
}

function parseFeature({ text }: ScannedJson, file: string, index: number): Json {
  const feature = asJson(JSON.parse(text));
  if (feature.type === 'Feature') return feature;
  throw sourceError('source-not-polygons', { file, index: index + 1, type: String(feature.type) });
}

function addGeometry(rings: RingBuilder, geometry: unknown, file: string, index: number): void {
  if (geometry === null || geometry === undefined) return;
  const { type, coordinates, geometries } = asJson(geometry);
  const wrong = (found: unknown) =>
    sourceError('source-not-polygons', {
      file,
      index: index + 1,
      type: String(found).slice(0, 40),
    });
  if (type === 'GeometryCollection') {
    for (const part of listOf(geometries, wrong)) addGeometry(rings, part, file, index);
    return;
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') throw wrong(type);
  for (const polygon of type === 'Polygon' ? [coordinates] : listOf(coordinates, wrong)) {
    rings.startPolygon();
    for (const ring of listOf(polygon, wrong)) {
      const xy: number[] = [];
      for (const position of listOf(ring, wrong)) {
        const [x, y] = listOf(position, wrong);
        if (!Number.isFinite(x) || !Number.isFinite(y)) {
          const value = JSON.stringify(position).slice(0, 40);
          throw sourceError('source-coordinate', { file, index: index + 1, value });
        }
        xy.push(x as number, y as number);
      }
      rings.ring(xy, 0, xy.length);
    }
  }
}

function crsOf(root: Json): DefinedCrs {
  if (root.crs === undefined || root.crs === null) {
    return { hints: { ...NO_HINTS, epsg: 4326 }, name: 'RFC 7946 (WGS 84)' };
  }
  const crs = asJson(root.crs);
  const { name, code } = asJson(crs.properties);
  const said = crs.type === 'EPSG' ? `EPSG:${String(code)}` : String(name ?? JSON.stringify(crs));
  return { hints: hintsFromName(said), name: said.slice(0, 80) };
}

function propertiesOf(feature: Json): Json {
  return asJson(feature.properties);
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown, wrong: (found: unknown) => Error): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(JSON.stringify(value));
  return value;
}
