import type { FlatPolygons } from '../geometry/shapes.ts';

/** The rings of each polygon as views into the coordinates, outer ring first. */
export function* polygonsOf(flat: FlatPolygons): Generator<Float64Array[]> {
  let ring = 0;
  for (const end of flat.polygonEnds) {
    const rings: Float64Array[] = [];
    for (; ring < end; ring++) {
      const from = ring === 0 ? 0 : flat.ringEnds[ring - 1]!;
      rings.push(flat.xy.subarray(2 * from, 2 * flat.ringEnds[ring]!));
    }
    yield rings;
  }
}
