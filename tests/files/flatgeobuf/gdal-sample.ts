import { type WriteFeature, writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { type BBox, toFlat } from '../../../src/geometry/shapes.ts';
import { seeded } from '../sample-layer.ts';

/**
 * Upright rectangles: their boxes are their shapes, so GDAL, which filters by the true geometry, must
 * count what an index search counts.
 */
export function rectangles(count: number): Uint8Array {
  const random = seeded(4490);
  const features: WriteFeature[] = Array.from({ length: count }, (_, i) => {
    const x = 104 + 3 * random();
    const y = 35 + 4 * random();
    const [w, h] = [0.001 + 0.03 * random(), 0.001 + 0.03 * random()];
    const ring: [number, number][] = [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ];
    return { polygons: toFlat([[ring]]), properties: { ORDER: i, NAME: `图斑${i}` } };
  });
  return writeFlatGeobuf({
    name: 'rectangles',
    columns: [
      { name: 'ORDER', type: 'int' },
      { name: 'NAME', type: 'string', title: '名称' },
    ],
    crs: 4490,
    features,
    index: true,
    geometryType: 'Polygon',
  });
}

export const COUNT = 1500;

/** Boxes to count in, from a few metres to the whole. */
export function boxes(): BBox[] {
  const random = seeded(64);
  return Array.from({ length: 24 }, (_, i) => {
    const size = [0.01, 0.1, 0.5, 2][i % 4]!;
    const x = 104 + 3 * random();
    const y = 35 + 4 * random();
    return [x, y, x + size, y + size];
  });
}

export interface GdalAnswers {
  readonly driver: string;
  readonly features: number;
  readonly crs: string;
  readonly extent: readonly number[];
  readonly columns: readonly string[];
  readonly counts: readonly number[];
  /** ORDER of the features as GDAL itself would store them. */
  readonly order: readonly number[];
}
