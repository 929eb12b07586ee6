import { ShapefileError } from './shapefile-error.ts';

/** A record of a .shp; parts are open or closed as the file has them, east (or lon) first. */
export interface ShpShape {
  readonly kind: 'area' | 'line' | 'point';
  /** x0, y0, x1, y1, ... of every ring, line or point. */
  readonly parts: readonly Float64Array[];
  readonly hasHeights: boolean;
}

const MAGIC = 9994;
const VERSION = 1000;
const HEADER_BYTES = 100;
const MULTIPATCH = 31;

/**
 * Every record of a .shp file (ESRI Shapefile Technical Description, 1998), null for one without shape.
 * Counts and lengths are compared with the bytes that are there before any is followed. Heights and
 * measures are not read.
 *
 * @throws ShapefileError
 */
export function readShp(bytes: Uint8Array): (ShpShape | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES) {
    throw new ShapefileError('truncated', { size: bytes.length, wanted: HEADER_BYTES });
  }
  if (view.getInt32(0) !== MAGIC || view.getInt32(28, true) !== VERSION) {
    throw new ShapefileError('magic');
  }
  // lengths in the headers are counted in words of two bytes
  const end = view.getInt32(24) * 2;
  if (end > bytes.length || end < HEADER_BYTES) {
    throw new ShapefileError('truncated', { size: bytes.length, wanted: end });
  }
  const shapes: (ShpShape | null)[] = [];
  let at = HEADER_BYTES;
  while (at < end) {
    const record = shapes.length + 1;
    const contentAt = at + 8;
    const length = contentAt <= end ? view.getInt32(at + 4) * 2 : 0;
    if (length < 4 || contentAt + length > end) {
      throw new ShapefileError('truncated', { size: end, wanted: contentAt + Math.max(4, length) });
    }
    shapes.push(readShape(new DataView(view.buffer, view.byteOffset + contentAt, length), record));
    at = contentAt + length;
  }
  return shapes;
}

function readShape(view: DataView, record: number): ShpShape | null {
  const type = view.getInt32(0, true);
  const hasHeights = type > 10 && type < 20;
  switch (type < MULTIPATCH ? type % 10 : -1) {
    case 0:
      if (type !== 0) break;
      return null;
    case 1:
      need(view, 20, record);
      return { kind: 'point', parts: [copy(view, 4, 1)], hasHeights };
    case 8: {
      need(view, 40, record);
      const count = counted(view, 36, 40, 16, record);
      const parts = Array.from({ length: count }, (_, i) => copy(view, 40 + 16 * i, 1));
      return count === 0 ? null : { kind: 'point', parts, hasHeights };
    }
    case 3:
    case 5: {
      const parts = readParts(view, record);
      return parts.length === 0
        ? null
        : { kind: type % 10 === 3 ? 'line' : 'area', parts, hasHeights };
    }
  }
  if (type === MULTIPATCH) throw new ShapefileError('multipatch', { record });
  throw new ShapefileError('kind', { record, type });
}

/** Box (32 bytes), count of parts, count of points, first point of every part, the points. */
function readParts(view: DataView, record: number): Float64Array[] {
  need(view, 44, record);
  const parts = counted(view, 36, 44, 4, record);
  const pointsAt = 44 + 4 * parts;
  const points = counted(view, 40, pointsAt, 16, record);
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(44 + 4 * i, true));
  if (parts > 0 && starts[0] !== 0)
    throw new ShapefileError('record', { record, value: starts[0]! });
  if (parts === 0 && points > 0) throw new ShapefileError('record', { record, value: points });
  return starts.flatMap((start, i) => {
    const stop = starts[i + 1] ?? points;
    if (stop < start || stop > points) throw new ShapefileError('record', { record, value: stop });
    return stop === start ? [] : [copy(view, pointsAt + 16 * start, stop - start)];
  });
}

/** A count that the record has room for. */
function counted(view: DataView, at: number, from: number, width: number, record: number): number {
  const count = view.getInt32(at, true);
  if (count < 0) throw new ShapefileError('record', { record, value: count });
  need(view, from + width * count, record);
  return count;
}

function need(view: DataView, length: number, record: number): void {
  if (length > view.byteLength) throw new ShapefileError('record', { record, value: length });
}

function copy(view: DataView, at: number, points: number): Float64Array {
  return Float64Array.from({ length: 2 * points }, (_, i) => view.getFloat64(at + 8 * i, true));
}
