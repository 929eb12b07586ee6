import { layerInMemory } from '../../src/check/layer-in-memory.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { KINDS, type LayerKind } from '../../src/domain/kinds.ts';
import type { LayerFeature, LayerSource } from '../../src/domain/layer-source.ts';
import { bboxOf, type FlatPolygons } from '../../src/geometry/shapes.ts';
import type { CatalogHandle } from '../../src/job/run-check.ts';
import { farmland, polygonWithHoles, redLine, urban } from './layers.ts';

/** The layers of the overlay benchmark as a catalog, and one core so that nothing required is missing. */
export function provinceCatalog(): CatalogHandle {
  const sources = [
    source('permanent-basic-farmland', farmland(), {}),
    source('ecological-red-line', redLine(), {}),
    source('nature-reserve-core', [polygonWithHoles(25, 4_000, 12, 106, 38.1, 0.1)], {}),
    source('urban-development-boundary', urban(), { GHFQMC: '城镇集中建设区' }),
  ];
  return {
    catalog: {
      schema: 'sanxian/catalog@1',
      title: { zh: '基准测试图层（虚构数据）', en: 'Benchmark layers (made up)' },
      region: '64',
      synthetic: true,
      layers: sources.map(({ entry }) => entry),
    },
    sources: new Map(sources.map((one) => [one.entry.id, layerInMemory(one)])),
  };
}

/** Given whole, to be held in memory. */
function source(
  kind: LayerKind,
  shapes: readonly FlatPolygons[],
  properties: LayerFeature['properties'],
): LayerSource {
  const [west, south, east, north] = [105.8, 37.9, 105.8 + 451 * 0.0012, 37.9 + 451 * 0.0012];
  const extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of shapes.map(bboxOf)) {
    for (const k of [0, 1]) extent[k] = Math.min(extent[k]!, box[k]!);
    for (const k of [2, 3]) extent[k] = Math.max(extent[k]!, box[k]!);
  }
  const entry: CatalogLayer = {
    ...{ id: kind, kind, title: KINDS[kind].title, required: false, role: 'current' },
    ...{ file: `${kind}.fgb`, sha256: '0'.repeat(64), bytes: 1, features: shapes.length },
    extent: extent as [number, number, number, number],
    coverage: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    ...{ edition: '2026-01', owner: '示例单位（虚构数据）', approval: null, crs: 'EPSG:4490' },
    ...{ security: 'public', accuracyM: 0.5, overlapsItself: false, lod: [] },
    fields: { featureId: 'BSM', zone: 'GHFQMC' },
  };
  return {
    entry,
    open: async () => ({ integrity: 'full' }),
    async *featuresIn() {
      for (const [index, polygons] of shapes.entries()) {
        yield { index, polygons, properties: { BSM: `${kind}-${index + 1}`, ...properties } };
      }
    },
  };
}
