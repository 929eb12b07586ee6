import { describe, expect, it } from 'vitest';
import { readCounties } from '../../../src/check/statistics/counties.ts';
import { kindsToMeasure, measureCatalog } from '../../../src/check/statistics/measure-catalog.ts';
import { measureKinds } from '../../../src/check/statistics/measure-kinds.ts';
import type { LayerSource } from '../../../src/domain/layer-source.ts';
import type { KindStatistics, StatisticsResult } from '../../../src/domain/statistics.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { type MultiPolygon, toFlat } from '../../../src/geometry/shapes.ts';
import { layerSource, square, type TestLayer } from '../build.ts';

/**
 * Two counties side by side, west 106.0-106.1 and east 106.1-106.2. Expected areas are those of rectangles
 * whose corners are written down, by the area integral: what is tested is the cutting and the counting.
 */
const WEST = square(106, 37, 106.1, 37.1);
const EAST = square(106.1, 37, 106.2, 37.1);
const areas = (features: TestLayer['features'] = [{ polygons: WEST }, { polygons: EAST }]) =>
  layerSource({ kind: 'administrative-area', features });
const m2 = (...corners: [number, number, number, number]) =>
  ellipsoidAreaM2(toFlat(square(...corners)));

const PBF = 'permanent-basic-farmland';

async function measure(
  layers: TestLayer | readonly TestLayer[],
  counties = areas(),
): Promise<KindStatistics> {
  const all = [layers].flat();
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return measureKinds(kinds, await readCounties(counties), all.map(layerSource));
}

const parcels = (...shapes: MultiPolygon[]) => shapes.map((polygons) => ({ polygons }));

describe('areas by county', () => {
  it('cuts a parcel at the border, and counts it where most of it lies', async () => {
    const { counties, outside, total } = await measure({
      kind: PBF,
      features: parcels(
        square(106.05, 37.02, 106.12, 37.03),
        square(106.15, 37.02, 106.16, 37.03),
        // a third of it is in no county
        square(106.19, 37.05, 106.205, 37.06),
      ),
    });
    expect(counties.map(({ code, features }) => [code, features])).toEqual([
      ['administrative-area-1', 1],
      ['administrative-area-2', 2],
    ]);
    expect(counties[0]!.areaM2).toBeCloseTo(m2(106.05, 37.02, 106.1, 37.03), 4);
    const east =
      m2(106.1, 37.02, 106.12, 37.03) +
      m2(106.15, 37.02, 106.16, 37.03) +
      m2(106.19, 37.05, 106.2, 37.06);
    expect(counties[1]!.areaM2).toBeCloseTo(east, 4);
    expect(outside.areaM2).toBeCloseTo(m2(106.2, 37.05, 106.205, 37.06), 4);
    expect(outside.features).toBe(0);
    expect(total.features).toBe(3);
    const sum = counties.reduce((all, one) => all + one.areaM2, outside.areaM2);
    expect(total.areaM2).toBeCloseTo(sum, 6);
    expect(counties[0]!.countyM2).toBeCloseTo(m2(106, 37, 106.1, 37.1), 4);
  });

  it('takes holes off, also where a border runs through one', async () => {
    const [hole] = square(106.09, 37.04, 106.11, 37.06)[0]!;
    const ring = square(106.08, 37.03, 106.12, 37.07)[0]![0]!;
    const { counties } = await measure({ kind: PBF, features: parcels([[ring, hole!]]) });
    const half = m2(106.08, 37.03, 106.1, 37.07) - m2(106.09, 37.04, 106.1, 37.06);
    for (const { areaM2 } of counties) expect(areaM2).toBeCloseTo(half, 4);
  });

  it('splits the stated net area with the parcel; one parcel without it leaves none', async () => {
    const across = { polygons: square(106.05, 37.02, 106.15, 37.03) };
    const net = await measure({
      kind: PBF,
      features: [{ ...across, properties: { YJJBNTMJ: 1000 } }],
    });
    expect(net.counties.map(({ netM2 }) => Math.round(netM2!))).toEqual([500, 500]);
    expect(net.total.netM2).toBeCloseTo(1000, 6);
    const { total } = await measure({
      kind: PBF,
      features: [
        { ...across, properties: { YJJBNTMJ: 1000 } },
        { polygons: square(106.01, 37.05, 106.02, 37.06), properties: { YJJBNTMJ: '' } },
      ],
    });
    expect(total.netM2).toBeNull();
  });

  it('is a measured zero where a layer is empty', async () => {
    const { total, counties } = await measure({ kind: PBF });
    expect(total).toEqual({ areaM2: 0, netM2: 0, features: 0 });
    expect(counties.every(({ coverageShare }) => coverageShare === 1)).toBe(true);
  });
});

describe('ground that several parcels cover', () => {
  const overlapping = parcels(
    square(106.05, 37.02, 106.08, 37.03),
    square(106.07, 37.02, 106.12, 37.03),
    // touches the second, covers nothing of it
    square(106.12, 37.02, 106.13, 37.03),
    square(106.02, 37.08, 106.03, 37.09),
  );

  it('counts once in a layer that may overlap itself', async () => {
    const {
      counties,
      total,
      overlapping: n,
    } = await measure({
      kind: PBF,
      overlapsItself: true,
      features: overlapping,
    });
    expect(n).toBe(2);
    const west = m2(106.05, 37.02, 106.1, 37.03) + m2(106.02, 37.08, 106.03, 37.09);
    expect(counties[0]!.areaM2).toBeCloseTo(west, 4);
    expect(counties[1]!.areaM2).toBeCloseTo(m2(106.1, 37.02, 106.13, 37.03), 4);
    expect(total.features).toBe(4);
  });

  it('counts once across two kinds that are counted together, and across two files of one kind', async () => {
    const first = { features: [overlapping[0]!] };
    const second = { features: [overlapping[1]!] };
    const union = m2(106.05, 37.02, 106.12, 37.03);
    const kinds = await measure([
      { kind: PBF, ...first },
      { kind: 'cultivated-land', ...second },
    ]);
    expect(kinds.total.areaM2).toBeCloseTo(union, 4);
    const files = await measure([
      { kind: PBF, id: 'a', ...first },
      { kind: PBF, id: 'b', ...second },
    ]);
    expect(files.total.areaM2).toBeCloseTo(union, 4);
  });

  it('counts once in the urban boundary, whatever its entry claims', async () => {
    const { total } = await measure({
      kind: 'urban-development-boundary',
      overlapsItself: false,
      features: overlapping.slice(0, 2),
    });
    expect(total.areaM2).toBeCloseTo(m2(106.05, 37.02, 106.12, 37.03), 4);
  });

  it('keeps what of a group lies in no county', async () => {
    const { outside } = await measure({
      kind: PBF,
      overlapsItself: true,
      features: parcels(square(106.18, 37.02, 106.21, 37.03), square(106.19, 37.02, 106.22, 37.03)),
    });
    expect(outside.areaM2).toBeCloseTo(m2(106.2, 37.02, 106.22, 37.03), 4);
  });
});

describe('what cannot be summed', () => {
  it('names parcels whose rings cross, and leaves them out', async () => {
    const bow: MultiPolygon = [
      [
        [
          [106, 37],
          [106.02, 37.02],
          [106.02, 37],
          [106, 37.02],
          [106, 37],
        ],
      ],
    ];
    const { unsound, total } = await measure({
      kind: PBF,
      features: parcels(bow, square(106.05, 37.02, 106.06, 37.03)),
    });
    expect(unsound).toEqual([`${PBF}-1`]);
    expect(total.areaM2).toBeCloseTo(m2(106.05, 37.02, 106.06, 37.03), 4);
  });

  it('refuses counties that overlap: sums would count a place twice', async () => {
    const double = areas(parcels(WEST, square(106.05, 37, 106.2, 37.1)));
    const features = parcels(square(106.06, 37.02, 106.09, 37.03));
    await expect(measure({ kind: PBF, features }, double)).rejects.toMatchObject({
      code: 'statistics-counties-overlap',
    });
  });

  it('says how much of a county a layer speaks for', async () => {
    const half = await measure({ kind: PBF, coverage: square(105, 36, 106.15, 39) });
    expect(half.counties[0]!.coverageShare).toBe(1);
    expect(half.counties[1]!.coverageShare).toBeCloseTo(0.5, 3);
    const none = await measure({ kind: PBF, coverage: null });
    expect(none.counties.map(({ coverageShare }) => coverageShare)).toEqual([0, 0]);
    const least = await measure([
      { kind: PBF },
      { kind: 'cultivated-land', coverage: square(105, 36, 106.1, 39) },
    ]);
    expect(least.counties.map(({ coverageShare }) => coverageShare)).toEqual([1, 0]);
  });

  it('stops when aborted', async () => {
    const abort = new AbortController();
    abort.abort();
    const counties = await readCounties(areas());
    const source = layerSource({ kind: PBF, overlapsItself: true, features: parcels(WEST, EAST) });
    await expect(
      measureKinds([PBF], counties, [source], { signal: abort.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a catalog', () => {
  const run = async (
    sources: readonly LayerSource[],
    kinds: Parameters<typeof measureCatalog>[2],
  ) => {
    const results = new Map<string, StatisticsResult>();
    const byId = new Map(sources.map((source) => [source.entry.id, source]));
    await measureCatalog(
      byId,
      sources.map(({ entry }) => entry),
      kinds,
      {
        onResult: (key, result) => results.set(key, result),
      },
    );
    return results;
  };
  const code = (result: StatisticsResult | undefined) =>
    result?.state === 'failed' ? result.reason.code : result?.state;

  it('measures what targets count together first, then every control kind it has', () => {
    const layers = [
      { kind: PBF } as const,
      { kind: 'ecological-red-line' } as const,
      { kind: 'base-water' } as const,
      { kind: 'urban-blue-line', role: 'reference' } as const,
    ].map((layer) => layerSource(layer).entry);
    const target = { area: '64', measure: { kinds: [PBF, 'cultivated-land'], areaUnit: '10k-mu' } };
    expect(kindsToMeasure(layers, [target as never], '64')).toEqual([
      [PBF, 'cultivated-land'],
      [PBF],
      ['ecological-red-line'],
    ]);
  });

  it('fails a kind whose layer breaks or is not there, and no other', async () => {
    const error = new UserError('layer-truncated', { file: 'x.fgb' });
    const results = await run(
      [
        areas(),
        layerSource({ kind: PBF, features: parcels(WEST) }),
        layerSource({ kind: 'ecological-red-line', fault: { error, afterFeatures: 0 } }),
      ],
      [[PBF], ['ecological-red-line'], ['cultivated-land']],
    );
    expect(code(results.get(PBF))).toBe('measured');
    expect(code(results.get('ecological-red-line'))).toBe('layer-truncated');
    expect(code(results.get('cultivated-land'))).toBe('statistics-no-layer');
  });

  it('fails every kind where the counties cannot be had', async () => {
    const pbf = layerSource({ kind: PBF, features: parcels(WEST) });
    expect(code((await run([pbf], [[PBF]])).get(PBF))).toBe('statistics-no-areas');
    expect(code((await run([pbf, areas([])], [[PBF]])).get(PBF))).toBe('statistics-no-counties');
  });
});
