import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { GeoJsonPolygonal } from '../../src/domain/document.ts';
import type { Column } from '../../src/files/flatgeobuf/format.ts';
import type { WriteFeature } from '../../src/files/flatgeobuf/writer.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import type { BuildRequest } from '../../src/layers/build-layer.ts';
import type { FeatureStream } from '../../src/layers/feature-stream.ts';

/** A folder of its own for one test, gone afterwards. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanxian-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export const COLUMNS: readonly Column[] = [
  { name: 'BSM', type: 'string', title: '标识码' },
  { name: 'XZQDM', type: 'string' },
  { name: 'YJJBNTTBMJ', type: 'double' },
];

/** Squares of 0.001° in a row along one parallel; county by county, `BSM` counts on. */
export function squares(
  counties: Readonly<Record<string, number>>,
  mark = '',
  lat = 38,
): WriteFeature[] {
  let i = 0;
  return Object.entries(counties).flatMap(([county, count]) =>
    Array.from({ length: count }, (): WriteFeature => {
      const [x, y] = [106 + 0.002 * i, lat];
      const corners: [number, number][] = [
        [x, y],
        [x + 0.001, y],
        [x + 0.001, y + 0.001],
        [x, y + 0.001],
        [x, y],
      ];
      const BSM = `${county}${mark}${i++}`;
      return { polygons: toFlat([[corners]]), properties: { BSM, XZQDM: county, YJJBNTTBMJ: i } };
    }),
  );
}

export function streamOf(
  features: readonly WriteFeature[],
  more: Partial<FeatureStream> = {},
): FeatureStream {
  return {
    name: 'source.shp',
    columns: COLUMNS,
    geometryType: 'Polygon',
    count: features.length,
    async *batches() {
      for (let i = 0; i < features.length; i += 5) yield features.slice(i, i + 5);
    },
    ...more,
  };
}

export const COVERAGE: GeoJsonPolygonal = {
  type: 'Polygon',
  coordinates: [
    [
      [105, 37],
      [107, 37],
      [107, 39],
      [105, 39],
      [105, 37],
    ],
  ],
};

export function request(more: Partial<BuildRequest> = {}): BuildRequest {
  return {
    kind: 'permanent-basic-farmland',
    id: null,
    title: null,
    owner: '示例单位（虚构数据）',
    edition: '2025-12',
    approval: null,
    security: null,
    accuracyM: null,
    fields: { featureId: 'BSM', county: 'XZQDM' },
    coverage: COVERAGE,
    streams: [streamOf(squares({ '640302': 12, '640303': 7 }))],
    replaceWhere: null,
    dryRun: false,
    policy: null,
    region: null,
    pmtiles: false,
    ...more,
  };
}
