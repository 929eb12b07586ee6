import type { ByteSource } from '../../bytes/byte-source.ts';
import { FlatBoundsError, FlatTable } from './flat-table.ts';
import { FlatGeobufError } from './flatgeobuf-error.ts';
import { GeometryType } from './format.ts';
import { type FlatGeobufHeader, readHeader } from './read-header.ts';
import { type Properties, readProperties } from './read-properties.ts';
import { readRecords } from './read-records.ts';

/** What a feature consists of; a collection may hold several kinds. */
export interface FlatShape {
  readonly shape: 'area' | 'line' | 'point';
  /** x0, y0, x1, y1, ...; open or closed as the file has them. */
  readonly rings: readonly { readonly xy: Float64Array; readonly hole: boolean }[];
}

export interface AnyFeature {
  /** Empty for a feature without geometry. */
  readonly shapes: readonly FlatShape[];
  readonly hasHeights: boolean;
  readonly properties: Properties;
}

/** Slots of a Geometry table. */
const ENDS = 0;
const XY = 1;
const Z = 2;
const TYPE = 6;
const PARTS = 7;
const DEEPEST = 8;

/**
 * Every feature of a FlatGeobuf file with whatever geometry it has: what a person drew, not yet a layer.
 * Layers are read by `openFlatGeobuf`, which lets nothing but sound polygons through.
 *
 * @throws FlatGeobufError, ByteError
 */
export async function readFeatures(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<{ readonly header: FlatGeobufHeader; readonly features: readonly AnyFeature[] }> {
  const header = await readHeader(source, signal);
  const features: AnyFeature[] = [];
  for await (const { bytes, starts } of readRecords(header, source, signal)) {
    for (let i = 0; i + 1 < starts.length; i++) {
      features.push(
        readFeature(header, bytes.subarray(starts[i]!, starts[i + 1]!), features.length),
      );
    }
  }
  return { header, features };
}

function readFeature(header: FlatGeobufHeader, record: Uint8Array, index: number): AnyFeature {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  try {
    const table = FlatTable.root(view, 4);
    const properties = readProperties(table.bytes(1), header.columns, index);
    const geometry = table.table(0);
    const reader = new GeometryReader(index, record.byteLength);
    if (geometry !== null) reader.read(geometry, header.geometryType, 0);
    return { shapes: reader.shapes(), hasHeights: reader.hasHeights, properties };
  } catch (error) {
    if (!(error instanceof FlatBoundsError)) throw error;
    throw new FlatGeobufError('feature', { index, what: 'bounds', value: error.message });
  }
}

/** Gathers what one feature consists of. */
class GeometryReader {
  hasHeights = false;
  readonly #found = new Map<FlatShape['shape'], FlatShape['rings'][number][]>();
  readonly #index: number;
  /** Vectors that share their bytes could ask for any amount of memory. */
  #left: number;

  constructor(index: number, bytes: number) {
    this.#index = index;
    this.#left = bytes;
  }

  shapes(): FlatShape[] {
    return [...this.#found].map(([shape, rings]) => ({ shape, rings }));
  }

  read(table: FlatTable, given: number, depth: number): void {
    const own = table.u8(TYPE, GeometryType.Unknown);
    const type = own === GeometryType.Unknown ? given : own;
    if (depth > DEEPEST) throw new FlatBoundsError('depth');
    if ((table.vector(Z, 8)?.count ?? 0) > 0) this.hasHeights = true;
    switch (type) {
      case GeometryType.Polygon:
        this.#pieces(table).forEach((xy, i) => {
          this.#add('area', xy, i > 0);
        });
        return;
      case GeometryType.LineString:
      case GeometryType.MultiLineString:
        for (const xy of this.#pieces(table)) this.#add('line', xy, false);
        return;
      case GeometryType.Point:
      case GeometryType.MultiPoint: {
        const [xy] = this.#pieces(table);
        for (let i = 0; xy && i < xy.length; i += 2) {
          this.#add('point', xy.slice(i, i + 2), false);
        }
        return;
      }
      case GeometryType.MultiPolygon:
        for (const part of table.tables(PARTS)) this.read(part, GeometryType.Polygon, depth + 1);
        return;
      case GeometryType.GeometryCollection:
        for (const part of table.tables(PARTS)) this.read(part, GeometryType.Unknown, depth + 1);
        return;
      default: {
        const value = GeometryType[type] ?? String(type);
        throw new FlatGeobufError('feature', { index: this.#index, what: 'geometry type', value });
      }
    }
  }

  #add(shape: FlatShape['shape'], xy: Float64Array, hole: boolean): void {
    const rings = this.#found.get(shape);
    if (rings) rings.push({ xy, hole });
    else this.#found.set(shape, [{ xy, hole }]);
  }

  #pieces(table: FlatTable): Float64Array[] {
    const vector = table.vector(XY, 8);
    if (vector === null || vector.count === 0) return [];
    this.#left -= vector.count * 8;
    if (this.#left < 0 || vector.count % 2 !== 0) throw new FlatBoundsError('vertices');
    const total = vector.count / 2;
    const given = table.vector(ENDS, 4);
    const count = given?.count ?? 0;
    const pieces: Float64Array[] = [];
    let last = 0;
    for (let i = 0; i < Math.max(1, count); i++) {
      const end = count === 0 ? total : table.view.getUint32(given!.at + 4 * i, true);
      if (end < last || end > total) throw new FlatBoundsError('ends');
      const at = vector.at + 16 * last;
      const numbers = { length: 2 * (end - last) };
      if (end > last) {
        pieces.push(Float64Array.from(numbers, (_, k) => table.view.getFloat64(at + 8 * k, true)));
      }
      last = end;
    }
    if (last !== total) throw new FlatBoundsError('ends');
    return pieces;
  }
}
