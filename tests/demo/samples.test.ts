import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';
import type { ImportAnswers } from '../../src/domain/import-answers.ts';
import type { LayerKind } from '../../src/domain/kinds.ts';
import type { LayerFeature } from '../../src/domain/layer-source.ts';
import { urbanZoneOf } from '../../src/domain/zones.ts';
import { openInput } from '../../src/files/open-input.ts';
import { concatFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { featuresOf } from './layers.ts';

const folder = new URL('../../data/samples/', import.meta.url);

const KINDS = [
  'permanent-basic-farmland',
  'cultivated-land',
  'ecological-red-line',
  'nature-reserve-core',
  'urban-development-boundary',
] as const satisfies readonly LayerKind[];
type Kind = (typeof KINDS)[number];

const gdal = projectGdal();
afterAll(() => gdal.close());

const layers = new Map<Kind, { features: LayerFeature[]; index: LayerIndex }>();
beforeAll(async () => {
  for (const kind of KINDS) {
    const features = await featuresOf(kind);
    layers.set(kind, { features, index: buildLayerIndex(features.map((f) => f.polygons)) });
  }
});

/** Hectares by kind (urban: by sub-zone), `touch` where shapes meet without area; clear is left out. */
async function storyOf(file: string): Promise<Record<string, number | 'touch'>> {
  const bytes = new Uint8Array(readFileSync(new URL(file, folder)));
  const { projects } = await openInput({ name: file, bytes }, { answers: ANSWERS[file], gdal });
  const [project] = projects;
  const site = prepareSite(concatFlat(project!.parcels.map(({ polygons }) => polygons)));
  const story: Record<string, number | 'touch'> = {};
  for (const kind of KINDS) {
    const { features, index } = layers.get(kind)!;
    for (const { areaM2, featureIndex } of overlapsOf(site, index)) {
      const zone = urbanZoneOf(features[featureIndex]!.properties.GHFQMC);
      const row = kind === 'urban-development-boundary' ? zone : kind;
      const before = story[row] ?? 'touch';
      story[row] = areaM2 > 0 ? (before === 'touch' ? 0 : before) + areaM2 / 1e4 : before;
    }
  }
  return story;
}

/** Hectares from PostGIS (ST_Area on the geography of ST_Intersection), see data/samples/README.md. */
const SHOWN_FIRST = {
  'permanent-basic-farmland': 0.8241,
  'ecological-red-line': 0.4093,
  concentrated: 4.2622,
  flexible: 1.5313,
};
const STORIES: Readonly<Record<string, Record<string, number | 'touch'>>> = {
  '示例项目.txt': SHOWN_FIRST,
  '示例项目-GBK编码.txt': SHOWN_FIRST,
  '示例项目.geojson': SHOWN_FIRST,
  '示例项目-Shapefile.zip': SHOWN_FIRST,
  '示例项目-FileGDB.zip': SHOWN_FIRST,
  '示例项目-MapInfo.zip': SHOWN_FIRST,
  '示例项目.fgb': SHOWN_FIRST,
  '示例项目.gml': SHOWN_FIRST,
  '示例项目.gpkg': SHOWN_FIRST,
  '示例项目.dxf': SHOWN_FIRST,
  '示例项目.gpx': SHOWN_FIRST,
  '示例项目.kml': SHOWN_FIRST,
  '示例项目.kmz': SHOWN_FIRST,
  '示例项目.topojson': SHOWN_FIRST,
  '示例项目.wkt': SHOWN_FIRST,
  '1-控制线外-物流用地.txt': {},
  '2-占用永久基本农田-变电站.txt': { 'permanent-basic-farmland': 4.2255 },
  '3-占用生态保护红线-风电场.txt': { 'ecological-red-line': 11.5896 },
  '4-涉及核心保护区-旅游设施.txt': {
    'ecological-red-line': 11.614,
    'nature-reserve-core': 10.9243,
  },
  '5-跨越城镇开发边界-产业用地.txt': { concentrated: 0.5537, flexible: 0.6176 },
  '6-仅与生态保护红线相接-仓储用地.geojson': { 'ecological-red-line': 'touch' },
};

/** What a person is asked about these files. */
const ANSWERS: Readonly<Record<string, ImportAnswers>> = {
  '示例项目.dxf': { crs: 4523, layers: ['用地红线'] },
  '示例项目.gpx': { closeLines: true },
  // a MapInfo file cannot name CGCS2000, so the system is asked
  '示例项目-MapInfo.zip': { crs: 4523 },
};

test('every sample has its story', () => {
  const files = readdirSync(folder).filter(
    (name) => !/^README\.md$|^make-|^tables$|^embedding$|\.(csv|xlsx)$/.test(name),
  );
  expect(files.sort()).toEqual(Object.keys(STORIES).sort());
});

test.each(Object.entries(STORIES))('%s', async (file, expected) => {
  const story = await storyOf(file);
  expect(Object.keys(story).sort()).toEqual(Object.keys(expected).sort());
  for (const [row, hectares] of Object.entries(expected)) {
    if (hectares === 'touch') expect(story[row]).toBe('touch');
    else expect(story[row], row).toBeCloseTo(hectares, 3);
  }
});
