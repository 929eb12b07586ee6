import type { FlatPolygons } from '../../geometry/shapes.ts';
import { FlatBoundsError, FlatTable } from './flat-table.ts';
import type { FlatWriter } from './flat-writer.ts';
import { type Column, GeometryType } from './format.ts';
import { isCanonical, isCopied } from './scan-properties.ts';

/** Slots of a Feature table, then of a Geometry table. */
const GEOMETRY = 0;
const PROPERTIES = 1;
const COLUMNS = 2;
const ENDS = 0;
const XY = 1;
const Z = 2;
const TYPE = 6;

/**
 * Copies records of polygons of one part from one file to another that has the same columns. What comes
 * out is what decoding and writing the feature anew gives, byte for byte, at a fraction of the cost: no
 * object is made of any value. Whatever is not plain - damage, another order of values, other geometry -
 * is left to the decoder, which knows what to say of it.
 */
export class RecordCopier {
  readonly #columns: readonly Column[];
  #ring: { readonly at: number; readonly count: number } | null = null;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /** Whether layers of these columns and this type can be copied at all. */
  static suits(columns: readonly Column[], layerType: GeometryType): boolean {
    return layerType === GeometryType.Polygon && columns.every(isCopied);
  }

  /** The feature copied last, where it lies in `out`; null where it has more than one ring. */
  lastRing(out: FlatWriter): FlatPolygons | null {
    if (this.#ring === null) return null;
    const { at, count } = this.#ring;
    const xy = new Float64Array(out.bytes.buffer as ArrayBuffer, at, count);
    return { xy, ringEnds: Uint32Array.of(count / 2), polygonEnds: ONE };
  }

  /**
   * Appends the record [start, end) of `bytes` to `out` and its box to `box`.
   *
   * @returns its new length; 0, and nothing appended, for a record that must be decoded
   */
  copy(bytes: Uint8Array, start: number, end: number, out: FlatWriter, box: Float64Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    try {
      const feature = FlatTable.root(view, 4);
      const geometry = feature.table(GEOMETRY);
      if (geometry === null || feature.place(COLUMNS, 4) !== 0) return 0;
      const type = geometry.u8(TYPE, GeometryType.Unknown);
      if (type !== GeometryType.Polygon && type !== GeometryType.Unknown) return 0;
      const xy = geometry.vector(XY, 8);
      if (xy === null || xy.count < 8 || xy.count % 2 !== 0 || geometry.place(Z, 4) !== 0) return 0;
      const ends = geometry.vector(ENDS, 4);
      if (!areRings(view, xy, ends) || !boxOf(view, xy, box)) return 0;
      const values = feature.vector(PROPERTIES, 1);
      if (values !== null && !isCanonical(view, values, this.#columns)) return 0;

      const base = bytes.byteOffset + start;
      const bytesAt = (at: number, length: number): Uint8Array =>
        new Uint8Array(bytes.buffer, base + at, length);
      // the same calls in the same order as `writeFeature`
      return out.record((root) => {
        const withValues = values !== null && values.count > 0;
        const [shape, properties] = out.table(root, withValues ? WITH_VALUES : WITHOUT_VALUES);
        if (withValues) out.bytesVector(properties!, bytesAt(values.at, values.count));
        const withEnds = ends !== null && ends.count > 1;
        const slots = out.table(shape!, withEnds ? MANY_RINGS : ONE_RING);
        out.u8(slots[TYPE]!, GeometryType.Polygon);
        if (withEnds) out.rawVector(slots[ENDS]!, 4, ends.count, bytesAt(ends.at, 4 * ends.count));
        const at = out.rawVector(slots[XY]!, 8, xy.count, bytesAt(xy.at, 8 * xy.count));
        this.#ring = withEnds ? null : { at, count: xy.count };
      });
    } catch (error) {
      if (error instanceof FlatBoundsError) return 0;
      throw error;
    }
  }
}

const ONE = Uint32Array.of(1);
const WITH_VALUES = [4, 4];
const WITHOUT_VALUES = [4, 0];
const ONE_RING = [0, 4, 0, 0, 0, 0, 1];
const MANY_RINGS = [4, 4, 0, 0, 0, 0, 1];

interface Vector {
  readonly at: number;
  readonly count: number;
}

/** Closed rings of at least four vertices that use up all vertices. */
function areRings(view: DataView, xy: Vector, ends: Vector | null): boolean {
  const total = xy.count / 2;
  const rings = ends === null || ends.count === 0 ? 1 : ends.count;
  let first = 0;
  for (let ring = 0; ring < rings; ring++) {
    const end = rings === 1 && !ends?.count ? total : view.getUint32(ends!.at + 4 * ring, true);
    if (end - first < 4 || end > total) return false;
    const [a, b] = [xy.at + 16 * first, xy.at + 16 * (end - 1)];
    if (view.getFloat64(a, true) !== view.getFloat64(b, true)) return false;
    if (view.getFloat64(a + 8, true) !== view.getFloat64(b + 8, true)) return false;
    first = end;
  }
  return first === total;
}

function boxOf(view: DataView, xy: Vector, box: Float64Array): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = xy.at + 8 * xy.count;
  for (let at = xy.at; at < end; at += 16) {
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    // NaN compares with nothing and would slip through the box
    if (!(x - x === 0 && y - y === 0)) return false;
  }
  box[0] = west;
  box[1] = south;
  box[2] = east;
  box[3] = north;
  return true;
}
