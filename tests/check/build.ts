import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog, CatalogLayer } from '../../src/domain/catalog.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { KINDS, type LayerKind } from '../../src/domain/kinds.ts';
import type { LayerFeature, LayerSource } from '../../src/domain/layer-source.ts';
import type { OnProgress } from '../../src/domain/progress.ts';
import type { Project } from '../../src/domain/project.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import {
  type BBox,
  bboxesMeet,
  bboxOf,
  type MultiPolygon,
  toFlat,
} from '../../src/geometry/shapes.ts';
import {
  type LoadedPack,
  type Measured,
  measureProject,
  openPack,
  reportOf,
} from '../../src/job/run-check.ts';

/** Small worlds for checks: squares in lon/lat, layers in memory, everything covered unless said. */

export const root = join(import.meta.dirname, '../..');

export function square(west: number, south: number, east: number, north: number): MultiPolygon {
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

export interface TestFeature {
  readonly polygons: MultiPolygon;
  readonly properties?: LayerFeature['properties'];
}

export interface TestLayer {
  readonly kind: LayerKind;
  readonly id?: string;
  readonly features?: readonly TestFeature[];
  /** null: a catalog entry without coverage. */
  readonly coverage?: MultiPolygon | null;
  /** Thrown when opened, or after `afterFeatures` features. */
  readonly fault?: { readonly error: Error; readonly afterFeatures?: number };
  readonly overlapsItself?: boolean;
  readonly role?: 'current' | 'reference';
  readonly accuracyM?: number;
}

export const EVERYWHERE = square(105, 36, 107, 39);

export function layerSource(layer: TestLayer): LayerSource {
  const features = (layer.features ?? []).map(({ polygons, properties }, index) => ({
    index,
    polygons: toFlat(polygons),
    properties: { BSM: `${layer.kind}-${index + 1}`, ...properties },
  }));
  const entry: CatalogLayer = {
    id: layer.id ?? layer.kind,
    kind: layer.kind,
    title: KINDS[layer.kind].title,
    required: false,
    role: layer.role ?? 'current',
    file: `${layer.id ?? layer.kind}.fgb`,
    sha256: '0'.repeat(64),
    bytes: 1,
    features: features.length,
    extent: extentOf(features.map((feature) => bboxOf(feature.polygons))),
    ...(layer.coverage === null
      ? {}
      : {
          coverage: {
            type: 'MultiPolygon' as const,
            coordinates: (layer.coverage ?? EVERYWHERE) as [number, number][][][],
          },
        }),
    edition: '2025-12',
    owner: '示例单位（虚构数据）',
    approval: null,
    crs: 'EPSG:4490',
    security: 'internal',
    accuracyM: layer.accuracyM ?? 0.5,
    overlapsItself: layer.overlapsItself ?? false,
    fields: { featureId: 'BSM', zone: 'GHFQMC', netArea: 'YJJBNTMJ', landClass: 'DLMC' },
    lod: [],
  };
  return {
    entry,
    open: async () => {
      if (layer.fault && layer.fault.afterFeatures === undefined) throw layer.fault.error;
      return { integrity: 'full' };
    },
    async *featuresIn(bbox: BBox) {
      let given = 0;
      for (const feature of features) {
        if (!bboxesMeet(bboxOf(feature.polygons), bbox)) continue;
        if (layer.fault && given === layer.fault.afterFeatures) throw layer.fault.error;
        given++;
        yield feature;
      }
      if (layer.fault?.afterFeatures !== undefined) throw layer.fault.error;
    },
  };
}

function extentOf(boxes: readonly BBox[]): CatalogLayer['extent'] {
  if (boxes.length === 0) return [0, 0, 0, 0];
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

export const REQUIRED = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'nature-reserve-core',
  'urban-development-boundary',
] as const satisfies readonly LayerKind[];

export interface World {
  /** Given layers; required kinds not named stand as covered layers with no features. */
  readonly layers?: readonly TestLayer[];
  readonly without?: readonly LayerKind[];
  readonly parcels?: readonly MultiPolygon[];
  readonly claim?: Claim;
  readonly thresholdM2?: number;
  readonly shift?: 'gcj02' | null;
}

export const SITE = square(106, 37.4, 106.01, 37.41);

export function testProject(parcels: readonly MultiPolygon[], claim: Claim = {}): Project {
  return {
    id: 'test',
    name: '测试项目',
    code: null,
    applicant: null,
    purpose: null,
    source: { file: 'test.geojson', sha256: '1'.repeat(64) },
    crs: { epsg: 4490, how: 'declared', detail: { zh: '声明', en: 'declared' }, shift: null },
    parcels: parcels.map((polygons, i) => ({
      id: String(i + 1),
      name: `地块${i + 1}`,
      polygons: toFlat(polygons),
      planeAreaM2: null,
      declaredAreaM2: null,
      purpose: null,
      vertices: 4,
      given: [],
    })),
    claim,
    notes: [],
  };
}

export const pack: LoadedPack = openPack(
  readFileSync(join(root, 'data/policy/nx-2023-63.yaml')),
  'nx-2023-63.yaml',
);

export async function check(world: World): Promise<CheckReport> {
  return reportOf(await measureWorld(world));
}

/** What a check found, before it is put into words. */
export async function measureWorld(world: World, onProgress?: OnProgress): Promise<Measured> {
  const given = world.layers ?? [];
  const kinds = new Set(given.map((layer) => layer.kind));
  const layers: TestLayer[] = [
    ...given,
    ...REQUIRED.filter((kind) => !kinds.has(kind)).map((kind) => ({ kind })),
  ].filter((layer) => !world.without?.includes(layer.kind));
  const sources = layers.map(layerSource);
  const catalog: Catalog = {
    schema: 'sanxian/catalog@1',
    title: { zh: '测试目录', en: 'Test catalog' },
    region: '64',
    synthetic: true,
    policy: 'nx-2023-63',
    layers: sources.map((source) => source.entry),
  };
  const project = testProject(world.parcels ?? [SITE], world.claim);
  return measureProject(
    world.shift ? { ...project, crs: { ...project.crs, shift: world.shift } } : project,
    null,
    { catalog, sources: new Map(sources.map((source) => [source.entry.id, source])) },
    pack,
    await loadClipper(),
    {
      thresholdM2: world.thresholdM2 ?? 1,
      accuracyM: null,
      geometry: 'full',
      createdAt: '2026-11-21T08:00:00Z',
      sequence: 1,
      version: '0.1.0',
    },
    undefined,
    onProgress,
  );
}

export const truncated = new UserError('layer-truncated', {
  file: 'x.fgb',
  size: 10,
  expected: 99,
});

export const lineOf = (report: CheckReport, kind: LayerKind) =>
  report.lines.find((line) => line.kind === kind)!;

export const ruleIds = (report: CheckReport) => report.findings.map((finding) => finding.rule);

export const ruled = (report: CheckReport, rule: string) =>
  report.findings.find((finding) => finding.rule === rule);
