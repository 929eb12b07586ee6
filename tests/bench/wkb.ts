import type { FlatPolygons } from '../../src/geometry/shapes.ts';

/** Well-known binary, little-endian: a polygon, or a multipolygon of several. */
export function toWkb(flat: FlatPolygons): Uint8Array {
  const polygons = flat.polygonEnds.length;
  const bytes = 9 + polygons * 9 + flat.ringEnds.length * 4 + flat.xy.length * 8;
  const view = new DataView(new ArrayBuffer(bytes));
  let at = 0;
  const head = (type: number, count: number) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  head(6, polygons);
  let ring = 0;
  let vertex = 0;
  for (const end of flat.polygonEnds) {
    head(3, end - ring);
    for (; ring < end; ring++) {
      const stop = flat.ringEnds[ring]!;
      view.setUint32(at, stop - vertex, true);
      at += 4;
      for (; vertex < stop; vertex++) {
        view.setFloat64(at, flat.xy[2 * vertex]!, true);
        view.setFloat64(at + 8, flat.xy[2 * vertex + 1]!, true);
        at += 16;
      }
    }
  }
  return new Uint8Array(view.buffer);
}
