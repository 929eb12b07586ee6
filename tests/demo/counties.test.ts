import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { DemoFacts } from '../../src/demo/facts.ts';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { openProject } from '../../src/files/open-project.ts';
import { concatFlat, type FlatPolygons, type Position } from '../../src/geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { featuresOf } from './layers.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const { counties } = JSON.parse(read('data/sources/ningxia.json').toString()) as DemoFacts;

let index: LayerIndex;
let codes: string[];
beforeAll(async () => {
  const areas = await featuresOf('administrative-area');
  index = buildLayerIndex(areas.map(({ polygons }) => polygons));
  codes = areas.map(({ properties }) => String(properties.XZQDM));
});

/** County codes below a shape, the largest part first, each with its share of what is covered. */
function countiesUnder(shape: FlatPolygons): { code: string; share: number }[] {
  const parts = overlapsOf(prepareSite(shape), index).filter(({ areaM2 }) => areaM2 > 0);
  const covered = parts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return parts
    .sort((a, b) => b.areaM2 - a.areaM2)
    .map(({ areaM2, featureIndex }) => ({ code: codes[featureIndex]!, share: areaM2 / covered }));
}

function squareAround([lon, lat]: Position, half: number): FlatPolygons {
  const [west, south, east, north] = [lon - half, lat - half, lon + half, lat + half];
  return {
    xy: Float64Array.of(west, south, east, south, east, north, west, north, west, south),
    ringEnds: Uint32Array.of(5),
    polygonEnds: Uint32Array.of(1),
  };
}

test.each(counties.map((county) => [county.name, county] as const))(
  '%s: the seat and what lies around it are its own',
  (_, { seat, code }) => {
    // 2 km across; the closest seats lie 4.4 km apart
    expect(countiesUnder(squareAround(seat, 0.01))).toEqual([{ code, share: 1 }]);
  },
);

/** The generator finds the larger part by looking at 121 places: it may mistake parts this alike. */
const ALIKE = 0.1;

/** Share of the features that lie across a county's edge, after each was found in its own county. */
async function shareAcross(kind: LayerKind): Promise<number> {
  const features = await featuresOf(kind);
  const strangers: string[] = [];
  let across = 0;
  for (const { polygons, properties } of features) {
    const own = String(properties.XZQDM ?? String(properties.ZLDWDM).slice(0, 6));
    const under = countiesUnder(polygons);
    if (under.length > 1) across++;
    const share = under.find(({ code }) => code === own)?.share ?? 0;
    if (under.length > 0 && share < under[0]!.share - ALIKE)
      strangers.push(`${properties.BSM}: ${share}`);
  }
  expect(strangers).toEqual([]);
  return across / features.length;
}

test.each(['permanent-basic-farmland', 'cultivated-land'] as const)(
  '%s: parcels name the county they lie in',
  async (kind) => {
    expect(await shareAcross(kind)).toBeLessThan(0.05);
  },
);

test.each([
  'urban-development-boundary',
  'urban-green-line',
  'urban-blue-line',
  'urban-purple-line',
  'urban-yellow-line',
] as const)('%s: features name the county they lie in', async (kind) => {
  expect(await shareAcross(kind)).toBeLessThan(0.3);
});

test('an urban boundary is named after its county', async () => {
  for (const { properties } of await featuresOf('urban-development-boundary')) {
    expect(properties.CZMC).toBe(`${properties.XZQMC}城区（示意）`);
  }
});

test('towns that stand alone lie in their county but for corners at the rim', async () => {
  // 兴庆, 西夏 and 金凤 have grown into one city, 贺兰 into its edge
  const city = ['640104', '640105', '640106', '640122'];
  const towns = new Map<string, { own: number; all: number }>();
  for (const { polygons, properties } of await featuresOf('urban-development-boundary')) {
    const code = String(properties.XZQDM);
    const town = towns.get(code) ?? { own: 0, all: 0 };
    const { areaM2 } = prepareSite(polygons);
    town.all += areaM2;
    town.own += areaM2 * (countiesUnder(polygons).find((part) => part.code === code)?.share ?? 0);
    towns.set(code, town);
  }
  expect(towns.size).toBe(22);
  for (const [code, { own, all }] of towns) {
    if (!city.includes(code)) expect(own / all, code).toBeGreaterThan(0.999);
  }
});

test.each(['示例项目.txt', '示例项目-GBK编码.txt', '示例项目.geojson'])(
  '%s lies in 红寺堡区, whole',
  async (file) => {
    const [project] = await openProject({
      name: file,
      bytes: new Uint8Array(read(`data/samples/${file}`)),
    });
    const site = concatFlat(project!.parcels.map(({ polygons }) => polygons));
    expect(countiesUnder(site)).toEqual([{ code: '640303', share: 1 }]);
  },
);
