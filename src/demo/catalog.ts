import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerWeights } from '../files/describe-layer.ts';
import type { DemoLayer } from './layer.ts';

export const DEMO_NOTICE = {
  zh: '示例数据 非真实控制线',
  en: 'Demo data — not real control lines',
} as const;
export const DEMO_OWNER = '示例单位（虚构数据）';
const EDITION = '2025-12';

/** Where the demonstration layers are complete: a plain frame around the region, no boundary. */
const COVERAGE: CatalogLayer['coverage'] = {
  type: 'Polygon',
  coordinates: [
    [
      [104.2, 37.1],
      [105.1, 35.6],
      [105.9, 35.15],
      [106.7, 35.15],
      [107.1, 35.8],
      [107.0, 36.5],
      [107.5, 37.2],
      [107.75, 37.8],
      [107.2, 38.4],
      [107.1, 39.2],
      [106.8, 39.5],
      [105.9, 39.3],
      [105.6, 38.2],
      [104.2, 37.7],
      [104.2, 37.1],
    ],
  ],
};

export interface WrittenLayer {
  readonly layer: DemoLayer;
  readonly file: string;
  readonly weights: LayerWeights;
  readonly names: CatalogLayer['names'];
  readonly sums: CatalogLayer['chunkSums'];
}

/** The catalog of the demonstration layers, in the order given. */
export function demoCatalog(written: readonly WrittenLayer[]): Catalog {
  return {
    schema: 'sanxian/catalog@1',
    title: DEMO_NOTICE,
    region: '64',
    synthetic: true,
    policy: 'nx-2023-63',
    layers: written.map(({ layer, file, weights, names, sums }) => ({
      id: layer.kind,
      kind: layer.kind,
      title: layer.title,
      required: layer.required,
      role: 'current',
      file,
      ...weights,
      ...(isControlKind(layer.kind) ? { coverage: COVERAGE } : {}),
      edition: EDITION,
      owner: DEMO_OWNER,
      approval: null,
      crs: 'EPSG:4490',
      security: 'internal',
      accuracyM: 0.5,
      overlapsItself: false,
      fields: layer.fields,
      ...(names ? { names } : {}),
      ...(sums === undefined ? {} : { chunkSums: sums }),
      lod: [],
    })),
  };
}
