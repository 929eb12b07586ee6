import { expect, test } from 'vitest';
import type { LayerKind } from '../../src/domain/kinds.ts';
import type { LayerFeature } from '../../src/domain/layer-source.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';
import { catalog, featuresOf } from './layers.ts';

/** Pairs whose interiors meet, by the exact overlap kernel; PostGIS says the same, see tests/judges. */
function overlaps(of: readonly LayerFeature[], among: readonly LayerFeature[]): string[] {
  const index = buildLayerIndex(among.map(({ polygons }) => polygons));
  return of.flatMap((feature) =>
    overlapsOf(prepareSite(feature.polygons), index)
      .filter(({ areaM2, featureIndex }) => areaM2 > 0 && among[featureIndex] !== feature)
      .map(({ featureIndex, areaM2 }) => `${feature.index} x ${featureIndex}: ${areaM2} m²`),
  );
}

const CONTROL: readonly LayerKind[] = catalog.layers
  .filter(({ overlapsItself, kind }) => !overlapsItself && kind !== 'base-town')
  .map(({ kind }) => kind);

test.each(CONTROL)('%s does not overlap itself', async (kind) => {
  const features = await featuresOf(kind);
  expect(overlaps(features, features)).toEqual([]);
});

test.each([
  ['permanent-basic-farmland', 'ecological-red-line'],
  ['permanent-basic-farmland', 'cultivated-land'],
  ['cultivated-land', 'ecological-red-line'],
  ['cultivated-land', 'urban-development-boundary'],
  ['urban-development-boundary', 'ecological-red-line'],
] as const)('%s keeps clear of %s', async (a, b) => {
  expect(overlaps(await featuresOf(a), await featuresOf(b))).toEqual([]);
});

test('farmland meets an urban boundary only as whole patches inside it', async () => {
  const urban = (await featuresOf('urban-development-boundary')).map(({ polygons }) => polygons);
  const index = buildLayerIndex(urban);
  let patches = 0;
  for (const { polygons } of await featuresOf('permanent-basic-farmland')) {
    const site = prepareSite(polygons);
    const inside = overlapsOf(site, index).filter(({ areaM2 }) => areaM2 > 0);
    if (inside.length === 0) continue;
    patches++;
    const area = inside.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    expect(Math.abs(area - site.areaM2)).toBeLessThan(1e-4);
  }
  expect(patches).toBeGreaterThan(20);
});

test('every core lies inside the red line and inside its reserve', async () => {
  const red = (await featuresOf('ecological-red-line')).map(({ polygons }) => polygons);
  const reserves = (await featuresOf('nature-reserve')).map(({ polygons }) => polygons);
  for (const { polygons, properties } of await featuresOf('nature-reserve-core')) {
    const area = ellipsoidAreaM2(polygons);
    expect(shareInside(polygons, red, area), String(properties.MC)).toBeCloseTo(1, 9);
    expect(shareInside(polygons, reserves, area), String(properties.MC)).toBeCloseTo(1, 9);
  }
});

function shareInside(core: FlatPolygons, layer: readonly FlatPolygons[], areaM2: number): number {
  return unionOverlapAreaM2(prepareSite(core), layer) / areaM2;
}

test('neighbouring parcels share whole sides, place by place', async () => {
  const sides = new Set<string>();
  let shared = 0;
  for (const { polygons } of await featuresOf('permanent-basic-farmland')) {
    const { xy } = polygons;
    for (let i = 0; i + 3 < xy.length; i += 2) {
      if (sides.has(`${xy[i + 2]} ${xy[i + 3]} ${xy[i]} ${xy[i + 1]}`)) shared++;
      sides.add(`${xy[i]} ${xy[i + 1]} ${xy[i + 2]} ${xy[i + 3]}`);
    }
  }
  expect(shared).toBeGreaterThan(20_000);
});
