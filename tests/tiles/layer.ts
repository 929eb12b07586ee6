import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerFeature, LayerSource } from '../../src/domain/layer-source.ts';
import { bboxesMeet, bboxOf, type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';

/** A layer in memory behind the same port as a file. */
export function memoryLayer(
  shapes: readonly { polygons: MultiPolygon; properties?: LayerFeature['properties'] }[],
  entry: Partial<CatalogLayer> = {},
): LayerSource {
  const features = shapes.map(
    ({ polygons, properties = {} }, index): LayerFeature => ({
      index,
      polygons: toFlat(polygons),
      properties,
    }),
  );
  return {
    entry: {
      id: 'test',
      kind: 'ecological-red-line',
      title: { zh: '测试', en: 'test' },
      required: true,
      role: 'current',
      file: 'test.fgb',
      sha256: '0'.repeat(64),
      bytes: 1000,
      features: features.length,
      extent: [104, 35, 108, 40],
      edition: '2025-12',
      owner: '示例单位（虚构数据）',
      approval: null,
      crs: 'EPSG:4490',
      security: 'public',
      accuracyM: 0.5,
      overlapsItself: false,
      fields: {},
      lod: [],
      ...entry,
    },
    open: async () => ({ integrity: 'full' }),
    async *featuresIn(box, signal) {
      for (const feature of features) {
        signal?.throwIfAborted();
        if (bboxesMeet(bboxOf(feature.polygons), box)) yield feature;
      }
    },
  };
}

/** A rectangle in degrees as a ring. */
export function box(west: number, south: number, east: number, north: number): MultiPolygon {
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}
