import type { Reason } from '../../domain/facts.ts';
import type { PolicyTarget } from '../../domain/policy-pack.ts';
import {
  type CountyStatistics,
  type Indicator,
  type IndicatorState,
  type KindStatistics,
  kindsKey,
  type StatisticsResult,
} from '../../domain/statistics.ts';
import { toHectares, toMu } from '../../units/area.ts';

/** m² in the units that targets are written in. */
const IN_UNIT = {
  '10k-mu': (m2) => toMu(m2) / 10_000,
  '10k-km2': (m2) => m2 / 1e10,
  km2: (m2) => m2 / 1e6,
  ha: toHectares,
} as const satisfies Record<string, (m2: number) => number>;

/** Targets that concern the region of a catalog: its own, and those of places within it. */
export function targetsOf(targets: readonly PolicyTarget[], region: string): PolicyTarget[] {
  return targets.filter(({ area }) => area.startsWith(region) || region.startsWith(area));
}

/**
 * Targets against what was measured, in the order of the pack. Those that ask for the same in several years,
 * or in several papers, are one indicator. Where anything is missing nothing is computed, with the reason.
 *
 * @param results by `kindsKey`; a key that is absent has not been measured yet
 */
export function indicatorsOf(
  targets: readonly PolicyTarget[],
  region: string,
  results: ReadonlyMap<string, StatisticsResult>,
): Indicator[] {
  const groups = new Map<string, PolicyTarget[]>();
  for (const target of targetsOf(targets, region)) {
    const { measure, op, value, area, id } = target;
    const key = measure
      ? [kindsKey(measure.kinds), measure.areaUnit, op, value, area].join(' ')
      : id;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups.values()].map((same) => {
    const years = [...new Set(same.map(({ year }) => year))].sort();
    return { targets: same, years, ...judged(same[0]!, region, results) };
  });
}

type Judged = Pick<Indicator, 'state' | 'value' | 'net' | 'reason'>;

function judged(
  target: PolicyTarget,
  region: string,
  results: ReadonlyMap<string, StatisticsResult>,
): Judged {
  const { measure, area } = target;
  if (!measure) return notComputed('statistics-no-measure');
  if (!area.startsWith(region)) return notComputed('statistics-region', { area, region });
  const result = results.get(kindsKey(measure.kinds));
  if (!result) return notComputed('statistics-pending');
  if (result.state === 'failed') return { ...NOTHING, reason: result.reason };
  const { statistics } = result;
  const counties = statistics.counties.filter(({ code }) => code.startsWith(area));
  if (counties.length === 0) return notComputed('statistics-no-county', { area });
  const gap = gapOf(statistics, counties);
  if (gap) return { ...NOTHING, reason: gap };
  const { areaM2, netM2 } = area === region ? statistics.total : sumOf(counties);
  const { areaUnit, base } = measure;
  if (base) {
    const { title, areaM2: baseM2 } = base;
    if (baseM2 === undefined) {
      return notComputed('statistics-no-base', { baseZh: title.zh, baseEn: title.en });
    }
    const value = areaM2 / baseM2;
    return { state: stateOf(target, value), value, net: null, reason: null };
  }
  const inUnit = IN_UNIT[areaUnit!];
  const value = inUnit(areaM2);
  const netValue = netM2 === null || netM2 === 0 ? null : inUnit(netM2);
  const net = netValue === null ? null : { value: netValue, state: stateOf(target, netValue) };
  return { state: stateOf(target, value), value, net, reason: null };
}

const NOTHING = { state: 'not-computed', value: null, net: null } as const;

function notComputed(code: string, params: Reason['params'] = {}): Judged {
  return { ...NOTHING, reason: { code, params } };
}

/** Ground that no layer speaks for, or parcels that cannot be measured: then the sum is no sum. */
function gapOf(
  { unsound, kinds }: KindStatistics,
  counties: readonly CountyStatistics[],
): Reason | null {
  if (unsound.length > 0) {
    return { code: 'statistics-unsound', params: { count: unsound.length, first: unsound[0]! } };
  }
  const short = counties.filter(({ coverageShare }) => coverageShare < 1);
  if (short.length === 0) return null;
  const params = { kind: kinds[0]!, count: short.length, first: short[0]!.name };
  return { code: 'statistics-not-covered', params };
}

function sumOf(counties: readonly CountyStatistics[]): { areaM2: number; netM2: number | null } {
  return counties.reduce(
    (sum: { areaM2: number; netM2: number | null }, one) => ({
      areaM2: sum.areaM2 + one.areaM2,
      netM2: sum.netM2 === null || one.netM2 === null ? null : sum.netM2 + one.netM2,
    }),
    { areaM2: 0, netM2: 0 },
  );
}

/** A floor is kept where it is reached, and so is a ceiling. */
function stateOf({ op, value: limit }: PolicyTarget, value: number): IndicatorState {
  if (op === '>=') return value >= limit ? 'above-floor' : 'below-floor';
  return value <= limit ? 'below-ceiling' : 'above-ceiling';
}
