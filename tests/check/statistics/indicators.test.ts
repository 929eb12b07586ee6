import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../../src/check/statistics/indicators.ts';
import type { PolicyTarget } from '../../../src/domain/policy-pack.ts';
import type { CountyStatistics, StatisticsResult } from '../../../src/domain/statistics.ts';
import { loadPack } from '../../../src/policy/load-pack.ts';
import { root } from '../build.ts';

const RED = 'ecological-red-line';
const target = (over: object = {}): PolicyTarget =>
  ({
    id: 'T',
    title: { zh: '', en: '' },
    op: '>=',
    value: 1.2,
    unit: { zh: '万平方千米', en: '' },
    year: 2025,
    area: '64',
    spatial: true,
    measure: { kinds: [RED], areaUnit: '10k-km2' },
    citation: { document: 'D', quote: '' },
    ...over,
  }) as PolicyTarget;

const county = (code: string, areaM2: number, over: Partial<CountyStatistics> = {}) => ({
  code,
  name: code,
  countyM2: 1e10,
  areaM2,
  netM2: null,
  features: 1,
  coverageShare: 1,
  ...over,
});

function measured(counties: readonly CountyStatistics[], over: object = {}): StatisticsResult {
  const total = {
    areaM2: counties.reduce((sum, one) => sum + one.areaM2, 0),
    netM2: counties[0]!.netM2,
    features: counties.length,
  };
  const outside = { areaM2: 0, netM2: 0, features: 0 };
  const base = { kinds: [RED] as const, layers: [RED], overlapping: 0, unsound: [] };
  return { state: 'measured', statistics: { ...base, counties, outside, total, ...over } };
}

const one = (given: PolicyTarget, result?: StatisticsResult, region = '64') => {
  const results = new Map(result ? [[RED, result]] : []);
  const [indicator] = indicatorsOf([given], region, results);
  return indicator!;
};

describe('a target against the layers', () => {
  it.each([
    ['>=', 1.2e10, 'above-floor'],
    ['>=', 1.2e10 - 1, 'below-floor'],
    ['<=', 1.2e10, 'below-ceiling'],
    ['<=', 1.2e10 + 1, 'above-ceiling'],
  ] as const)('%s with %d m²: %s', (op, areaM2, state) => {
    const { value, ...rest } = one(target({ op }), measured([county('640303', areaM2)]));
    expect(rest.state).toBe(state);
    expect(value).toBeCloseTo(areaM2 / 1e10, 12);
  });

  it('counts 万亩 exactly: 1 亩 = 2000/3 m²', () => {
    const mu = target({ value: 1424, measure: { kinds: [RED], areaUnit: '10k-mu' } });
    const m2 = (1424 * 10_000 * 2000) / 3;
    expect(one(mu, measured([county('640303', m2)])).state).toBe('above-floor');
    expect(one(mu, measured([county('640303', m2 - 1)])).state).toBe('below-floor');
  });

  it('says when the stated net area stands on the other side', () => {
    const { state, net } = one(target(), measured([county('640303', 1.3e10, { netM2: 1.1e10 })]));
    expect(state).toBe('above-floor');
    expect(net).toEqual({ value: 1.1, state: 'below-floor' });
  });

  it('sums the counties of a smaller area, the whole layer for the region itself', () => {
    const result = measured([county('640303', 2e10), county('640402', 5e10)]);
    expect(one(target({ area: '6403' }), result).value).toBe(2);
    expect(one(target(), result).value).toBe(7);
  });

  it('is a multiple of a base, where somebody has stated it', () => {
    const base = (areaM2?: number) =>
      target({
        op: '<=',
        value: 1.3,
        measure: { kinds: [RED], base: { title: { zh: '基数', en: 'base' }, areaM2 } },
      });
    const result = measured([county('640303', 1.25e9)]);
    expect(one(base(1e9), result)).toMatchObject({ state: 'below-ceiling', value: 1.25 });
    expect(one(base(9e8), result).state).toBe('above-ceiling');
    expect(one(base(), result)).toMatchObject({
      state: 'not-computed',
      value: null,
      reason: { code: 'statistics-no-base', params: { baseZh: '基数' } },
    });
  });
});

describe('not computed, never a number that is not there', () => {
  it.each<[string, PolicyTarget, StatisticsResult | undefined, string, string]>([
    ['nothing measured yet', target(), undefined, '64', 'statistics-pending'],
    ['no layer tells it', target({ measure: undefined }), undefined, '64', 'statistics-no-measure'],
    [
      'a county catalog, a target of the region',
      target(),
      measured([county('640303', 2e10)]),
      '640303',
      'statistics-region',
    ],
    [
      'no county of the area',
      target({ area: '6405' }),
      measured([county('640303', 2e10)]),
      '64',
      'statistics-no-county',
    ],
    [
      'a county not wholly covered, even above the floor',
      target(),
      measured([county('640303', 2e10, { coverageShare: 0.999999 })]),
      '64',
      'statistics-not-covered',
    ],
    [
      'a parcel with faulty rings',
      target(),
      measured([county('640303', 2e10)], { unsound: ['x'] }),
      '64',
      'statistics-unsound',
    ],
    [
      'the layer failed',
      target(),
      { state: 'failed', kinds: [RED], reason: { code: 'layer-missing', params: {} } },
      '64',
      'layer-missing',
    ],
  ])('%s', (_, given, result, region, code) => {
    const { state, value, reason } = one(given, result, region);
    expect([state, value, reason?.code]).toEqual(['not-computed', null, code]);
  });
});

describe('the pack of Ningxia', () => {
  const text = readFileSync(join(root, 'data/policy/nx-2023-63.yaml'), 'utf8');
  const { targets } = loadPack(text, 'nx-2023-63.yaml');

  it('joins targets that ask for the same, leaves other regions out', () => {
    const rows = indicatorsOf(targets, '64', new Map())
      .filter(({ targets: [first] }) => first!.measure)
      .map(({ targets: same, years }) => [same.map(({ id }) => id).join(' '), years.join(' ')]);
    expect(rows).toEqual([
      ['T-FARM', '2025'],
      ['T-PBF', '2025'],
      ['T-ECO25 T-ECO27', '2025 2027'],
      ['T-UDB T-UDBw', '2025'],
    ]);
    const ids = indicatorsOf(targets, '64', new Map()).flatMap((row) =>
      row.targets.map(({ id }) => id),
    );
    expect(ids).not.toContain('QHD-WATER');
    expect(ids).toContain('H-GREEN');
  });
});
