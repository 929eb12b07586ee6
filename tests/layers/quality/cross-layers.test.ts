import { describe, expect, it } from 'vitest';
import type { CatalogLayer } from '../../../src/domain/catalog.ts';
import { catalogSchema } from '../../../src/domain/catalog.ts';
import { layerQualityDocumentSchema } from '../../../src/domain/layer-quality.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { type Position, toFlat } from '../../../src/geometry/shapes.ts';
import { checkCatalogQuality } from '../../../src/layers/quality/quality-document.ts';
import { qualityGeoJson } from '../../../src/layers/quality/quality-geojson.ts';
import { qualityLines } from '../../../src/layers/quality/quality-text.ts';
import { layerOf, type Parcel } from './mosaic.ts';

/** Sides in degrees; multiples of 1/1024 are exact in binary. */
const box = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const parcel = (id: string, ring: Position[]): Parcel => ({ id, ring, statedM2: null });
const m2 = (ring: Position[]) => Math.round(100 * ellipsoidAreaM2(toFlat([[ring]]))) / 100;
const U = 1 / 1024;

async function look(
  layers: readonly {
    kind: CatalogLayer['kind'];
    parcels: readonly Parcel[];
    broken?: true;
  }[],
) {
  const opened = await Promise.all(
    layers.map(async ({ kind, parcels, broken }, n) => {
      const source = await layerOf(parcels, { id: `${kind}-${n}`, kind });
      const { entry } = source;
      return broken ? await layerOf(parcels, { ...entry, sha256: 'f'.repeat(64) }) : source;
    }),
  );
  const catalog = catalogSchema.parse({
    schema: 'sanxian/catalog@1',
    title: { zh: '试', en: 'test' },
    region: '64',
    synthetic: true,
    layers: opened.map(({ entry }) => entry),
  });
  const sources = new Map(opened.map((source) => [source.entry.id, source]));
  const failed: string[] = [];
  const document = await checkCatalogQuality(catalog, sources, {
    onFailure: (_, { code }) => failed.push(code),
  });
  expect(layerQualityDocumentSchema.parse(document)).toEqual(document);
  const [farmRed, redUrban, farmUrban] = document.crosses;
  return { document, failed, farmRed: farmRed!, redUrban: redUrban!, farmUrban: farmUrban! };
}

const FARM = 'permanent-basic-farmland';
const RED = 'ecological-red-line';
const URBAN = 'urban-development-boundary';

describe('the three lines with each other', () => {
  it('gives the area of every pair, and where it is', async () => {
    const { document, farmRed, redUrban, farmUrban } = await look([
      { kind: FARM, parcels: [parcel('F1', box(106, 37, U)), parcel('F2', box(106 + U, 37, U))] },
      { kind: RED, parcels: [parcel('R1', box(106 + U / 2, 37, U))] },
      { kind: URBAN, parcels: [parcel('U1', box(107, 37, U))] },
    ]);
    const half = (x: number): Position[] => [
      [x, 37],
      [x + U / 2, 37],
      [x + U / 2, 37 + U],
      [x, 37 + U],
    ];
    expect(farmRed).toMatchObject({ state: 'done', count: 2, countedOnce: true });
    expect(farmRed.areaM2).toBeCloseTo(m2(half(106 + U / 2)) + m2(half(106 + U)), 1);
    const [first, second] = farmRed.findings;
    expect(first!.areaM2).toBeCloseTo(m2(half(106 + U / 2)), 2);
    expect([first, second].map((one) => one!.features.map(({ id }) => id).join()).sort()).toEqual([
      'F1,R1',
      'F2,R1',
    ]);
    for (const { at, bbox, geometry } of farmRed.findings) {
      expect(at![0] > bbox![0] && at![0] < bbox![2]).toBe(true);
      expect(geometry!.coordinates[0]![0]).toHaveLength(5);
    }
    expect(redUrban).toMatchObject({ state: 'done', count: 0, areaM2: 0 });
    expect(farmUrban).toMatchObject({ state: 'done', count: 0 });
    expect(document.sound).toBe(false);

    const { features } = qualityGeoJson(document);
    const crosses = features.filter(({ properties }) => properties.check === 'cross');
    expect(crosses).toHaveLength(2);
    expect(crosses[0]).toMatchObject({
      bbox: [expect.any(Number), 37, expect.any(Number), expect.any(Number)],
      geometry: { type: 'MultiPolygon' },
    });
  });

  it('calls farmland wholly within an urban boundary lawful, and what crosses it not', async () => {
    const urban = { kind: URBAN, parcels: [parcel('U1', box(106, 37, 4 * U))] } as const;
    const red = { kind: RED, parcels: [parcel('R1', box(108, 37, U))] } as const;
    const within = await look([
      { kind: FARM, parcels: [parcel('F1', box(106, 37, U))] },
      red,
      urban,
    ]);
    expect(within.farmUrban).toMatchObject({ count: 1, within: { count: 1 }, lawfulWithin: true });
    expect(within.document.sound).toBe(true);
    expect(qualityLines(within.document, 'zh').join('\n')).toContain(
      '○ 永久基本农田 × 城镇开发边界',
    );

    const across = await look([
      { kind: FARM, parcels: [parcel('F1', box(106 - U / 2, 37, U))] },
      red,
      urban,
    ]);
    expect(across.farmUrban).toMatchObject({ count: 1, within: { count: 0 } });
    expect(across.document.sound).toBe(false);
    expect(qualityLines(across.document, 'en').join('\n')).toContain(
      '✗ Permanent farmland × Urban boundary: 1 found',
    );
  });

  it('says that areas are counted twice where a layer overlaps itself', async () => {
    const { farmRed } = await look([
      { kind: FARM, parcels: [parcel('F1', box(106, 37, U)), parcel('F2', box(106, 37, U))] },
      { kind: RED, parcels: [parcel('R1', box(106, 37, U))] },
    ]);
    expect(farmRed).toMatchObject({ count: 2, countedOnce: false });
  });

  it('does not call lines clear of each other of which one is missing or cannot be read', async () => {
    const { document, failed, farmRed, redUrban } = await look([
      { kind: FARM, parcels: [parcel('F1', box(106, 37, U))] },
      { kind: RED, parcels: [parcel('R1', box(106, 37, U))], broken: true },
      { kind: URBAN, parcels: [parcel('U1', box(107, 37, U))] },
    ]);
    expect(failed).toEqual(['layer-sha256']);
    expect(farmRed.state).toBe('not-done');
    expect(farmRed.reason?.en).toBe('layer ecological-red-line-1 cannot be read');
    expect(redUrban.state).toBe('not-done');
    expect(document.complete).toBe(false);
    const missing = await look([{ kind: FARM, parcels: [parcel('F1', box(106, 37, U))] }]);
    expect(missing.document.crosses.map(({ state }) => state)).toEqual(
      new Array(3).fill('not-done'),
    );
    expect(missing.document.complete).toBe(false);
    expect(qualityLines(missing.document, 'en').join('\n')).not.toContain('✓ Permanent farmland ×');
  });
});
