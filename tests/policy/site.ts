import type { CrossFacts, Facts, LineFacts, ZoneFacts } from '../../src/domain/facts.ts';
import { kindRank, type LayerKind } from '../../src/domain/kinds.ts';
import type { LayerState } from '../../src/domain/layer-state.ts';
import type { ZoneId } from '../../src/domain/zones.ts';

/** A site told in few words; everything not named was looked at and is clear. Areas in m². */
export interface Site {
  /** Site area; 10 000 m² unless told. */
  site?: number;
  /** Union area of a line, or its areas by zone. Urban `outside` is filled up by itself. */
  hits?: Partial<Record<LayerKind, number | Partial<Record<ZoneId, number>>>>;
  /** Overlap of two lines under the site, "a & b". */
  both?: Record<string, number>;
  gone?: Partial<Record<LayerKind, 'not-loaded' | 'failed' | 'not-covered'>>;
  uncovered?: Partial<Record<LayerKind, number>>;
  nearM?: Partial<Record<LayerKind, number>>;
  touches?: LayerKind[];
  /** Kinds that are not among the facts at all. */
  absent?: LayerKind[];
  internetMap?: boolean;
}

const REQUIRED: LayerKind[] = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'nature-reserve-core',
  'urban-development-boundary',
];
const THRESHOLD_M2 = 1;
const PARCELS = ['1'];

/** Facts as a check would find them, with overlaps of two lines derived from the zones. */
export function factsOf(site: Site): Facts {
  const siteAreaM2 = site.site ?? 10_000;
  const hits = { ...site.hits };
  const core = areaIn(hits['ecological-red-line'], 'core');
  if (core > 0) hits['nature-reserve-core'] ??= core;
  const kinds = new Set<LayerKind>([
    ...REQUIRED,
    ...(Object.keys(hits) as LayerKind[]),
    ...(Object.keys(site.gone ?? {}) as LayerKind[]),
    ...(Object.keys(site.uncovered ?? {}) as LayerKind[]),
    ...(Object.keys(site.nearM ?? {}) as LayerKind[]),
    ...(site.touches ?? []),
  ]);
  const lines = [...kinds]
    .filter((kind) => !site.absent?.includes(kind))
    .sort((a, b) => kindRank(a) - kindRank(b))
    .map((kind) => lineOf(kind, hits[kind] ?? 0, site, siteAreaM2));
  return {
    siteAreaM2,
    lines,
    crosses: crossesOf(lines, site),
    position: site.internetMap ? 'internet-map' : 'surveyed',
    contradictions: [],
  };
}

function lineOf(
  kind: LayerKind,
  hit: number | Partial<Record<ZoneId, number>>,
  site: Site,
  siteAreaM2: number,
): LineFacts {
  const gone = site.gone?.[kind];
  const inside = typeof hit === 'number' ? hit : total(hit, ['outside', 'not-covered']);
  const uncoveredM2 = gone === undefined ? (site.uncovered?.[kind] ?? 0) : siteAreaM2;
  const zones: ZoneFacts[] =
    gone === undefined ? zonesOf(kind, hit, siteAreaM2, uncoveredM2, site) : [];
  return {
    kind,
    state: gone ?? stateOf(inside, site.touches?.includes(kind) ?? false),
    reason: gone === undefined ? null : { code: 'layer-missing', params: { file: 'a.fgb' } },
    failures: [],
    coverageShare: 1 - uncoveredM2 / siteAreaM2,
    uncoveredM2,
    areaM2: gone === undefined ? inside : 0,
    aboveThreshold: gone === undefined && inside > THRESHOLD_M2,
    hits: inside > 0 ? 1 : 0,
    nearestM: inside > 0 ? 0 : (site.nearM?.[kind] ?? null),
    nearestBeyondM:
      inside > 0 || gone !== undefined || site.nearM?.[kind] !== undefined ? null : 20_000,
    parcels: inside > 0 ? PARCELS : [],
    zones,
  };
}

function zonesOf(
  kind: LayerKind,
  hit: number | Partial<Record<ZoneId, number>>,
  siteAreaM2: number,
  uncoveredM2: number,
  site: Site,
): ZoneFacts[] {
  const coreUnknown = site.gone?.['nature-reserve-core'] !== undefined;
  const plain: ZoneId = kind === 'ecological-red-line' && !coreUnknown ? 'outside-core' : 'unknown';
  const given = typeof hit === 'number' ? (hit > 0 ? { [plain]: hit } : {}) : hit;
  const areas: Partial<Record<ZoneId, number>> = { ...given };
  if (kind === 'urban-development-boundary') {
    areas.outside ??= siteAreaM2 - total(given, []) - uncoveredM2;
    if (uncoveredM2 > 0) areas['not-covered'] = uncoveredM2;
  } else if (kind !== 'ecological-red-line') return [];
  return (Object.entries(areas) as [ZoneId, number][]).map(([zone, areaM2]) => ({
    zone,
    areaM2,
    aboveThreshold: areaM2 > THRESHOLD_M2,
    hits: areaM2 > 0 ? 1 : 0,
    parcels: areaM2 > 0 ? PARCELS : [],
  }));
}

function crossesOf(lines: readonly LineFacts[], site: Site): CrossFacts[] {
  const find = (kind: LayerKind) => lines.find((line) => line.kind === kind);
  const bothOf = (a: LayerKind, b: LayerKind): number => {
    const given = site.both?.[`${a} & ${b}`];
    if (given !== undefined) return given;
    const isCore = a === 'ecological-red-line' && b === 'nature-reserve-core';
    return isCore ? (find(a)?.zones.find((zone) => zone.zone === 'core')?.areaM2 ?? 0) : 0;
  };
  const pairs: [LayerKind, LayerKind][] = [
    ['ecological-red-line', 'nature-reserve-core'],
    ['cultivated-land', 'permanent-basic-farmland'],
    ['permanent-basic-farmland', 'ecological-red-line'],
    ['ecological-red-line', 'urban-development-boundary'],
  ];
  const crosses = pairs.flatMap(([a, b]) => {
    const [one, other] = [find(a), find(b)];
    if (!isKnown(one)) return [];
    const both = bothOf(a, b);
    const known = isKnown(other);
    const minus = [cross('minus', [a, b], one!.areaM2 - both, known)];
    const reverse = known ? [cross('minus', [b, a], other!.areaM2 - both, true)] : [];
    return [...(known ? [cross('and', [a, b], both, true)] : []), ...minus, ...reverse];
  });
  const core = find('nature-reserve-core');
  if (isKnown(core) && !isKnown(find('ecological-red-line')))
    crosses.push(
      cross('minus', ['nature-reserve-core', 'ecological-red-line'], core!.areaM2, false),
    );
  return crosses;
}

function cross(
  op: 'and' | 'minus',
  of: [LayerKind, LayerKind],
  areaM2: number,
  known: boolean,
): CrossFacts {
  const parcels = areaM2 > 0 ? PARCELS : [];
  return { op, of, areaM2, aboveThreshold: areaM2 > THRESHOLD_M2, known, parcels };
}

function isKnown(line: LineFacts | undefined): boolean {
  return line !== undefined && !['not-loaded', 'failed', 'not-covered'].includes(line.state);
}

function stateOf(areaM2: number, touches: boolean): LayerState {
  if (areaM2 > THRESHOLD_M2) return 'overlap';
  if (areaM2 > 0) return 'below-threshold';
  return touches ? 'touch' : 'clear';
}

function areaIn(hit: number | Partial<Record<ZoneId, number>> | undefined, zone: ZoneId): number {
  return typeof hit === 'object' ? (hit[zone] ?? 0) : 0;
}

function total(areas: Partial<Record<ZoneId, number>>, without: readonly ZoneId[]): number {
  return (Object.entries(areas) as [ZoneId, number][])
    .filter(([zone]) => !without.includes(zone))
    .reduce((sum, [, area]) => sum + area, 0);
}
