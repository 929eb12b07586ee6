import type { CatalogLayer } from '../../domain/catalog.ts';
import { isControlKind, type LayerKind } from '../../domain/kinds.ts';
import type { LayerFeature, LayerSource } from '../../domain/layer-source.ts';
import type { CountyStatistics, KindStatistics } from '../../domain/statistics.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  type BBox,
  bboxesMeet,
  EVERYWHERE,
  type FlatPolygons,
  toFlat,
} from '../../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../overlay/edge-index.ts';
import { boxOfIndexed } from '../../overlay/indexed-feature.ts';
import { liesWithin } from '../../overlay/lies-within.ts';
import { overlapOf } from '../../overlay/overlap.ts';
import { prepareSite } from '../../overlay/site.ts';
import { unionOverlapAreaM2 } from '../../overlay/union-overlap.ts';
import { roundM2 } from '../../units/round.ts';
import { coverageOf, indexedCoverage } from '../coverage.ts';
import { requireSound } from '../feature-geometry.ts';
import { idOf } from '../measure-layer.ts';
import type { County } from './counties.ts';
import { overlappingGroups } from './overlapping-groups.ts';

export interface MeasureKindsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told every now and then how many features have been read. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined;
}

const TELL_EVERY = 500;
/** Parts below this are what is left of adding doubles, m². */
const NOTHING_M2 = 1e-4;

/**
 * What the layers of one kind, or of kinds counted together, cover of each county: exact ellipsoidal areas,
 * parcels cut at county borders, ground that several parcels cover counted once. A layer whose parcels
 * cannot overlap is summed as it streams by; else its shapes are held.
 *
 * @throws UserError `layer-...`; `statistics-counties-overlap` where a place lies in two counties
 */
export async function measureKinds(
  kinds: readonly LayerKind[],
  counties: readonly County[],
  sources: readonly LayerSource[],
  { signal, onProgress }: MeasureKindsOptions = {},
): Promise<KindStatistics> {
  const ledger = new Ledger(counties);
  const held: { feature: LayerFeature; entry: CatalogLayer }[] = [];
  const streams = sources.length === 1 && cannotOverlap(sources[0]!.entry);
  const total = sources.reduce((sum, { entry }) => sum + entry.features, 0);
  const unsound: string[] = [];
  let read = 0;
  for (const source of sources) {
    const { entry } = source;
    await source.open(signal);
    for await (const feature of source.featuresIn(EVERYWHERE, signal)) {
      if (read++ % TELL_EVERY === 0) onProgress?.(read, total);
      if (!isSound(entry, feature)) unsound.push(idOf(entry, feature));
      else if (streams) ledger.add(buildLayerIndex([feature.polygons]), 0, netOf(entry, feature));
      else held.push({ feature, entry });
    }
  }
  onProgress?.(read, total);
  const overlapping = streams ? 0 : addHeld(ledger, held, signal);
  return {
    kinds,
    layers: sources.map(({ entry }) => entry.id),
    ...ledger.result(kinds, sources),
    overlapping,
    unsound,
  };
}

/** Of the urban boundary ground counted twice would loosen a limit: there the claim is not relied on. */
function cannotOverlap({ overlapsItself, kind }: CatalogLayer): boolean {
  return !overlapsItself && kind !== 'urban-development-boundary';
}

/** Adds features of which some may overlap; returns how many do. */
function addHeld(
  ledger: Ledger,
  held: readonly { readonly feature: LayerFeature; readonly entry: CatalogLayer }[],
  signal: AbortSignal | undefined,
): number {
  if (held.length === 0) return 0;
  const shapes = held.map(({ feature }) => feature.polygons);
  const index = buildLayerIndex(shapes);
  const groups = overlappingGroups(shapes, index, signal);
  const grouped = new Set(groups.flat());
  held.forEach(({ feature, entry }, at) => {
    if (!grouped.has(at)) ledger.add(index, at, netOf(entry, feature));
  });
  for (const group of groups) {
    signal?.throwIfAborted();
    ledger.addGroup(index, group);
  }
  return grouped.size;
}

interface Sum {
  areaM2: number;
  netM2: number | null;
  features: number;
}

const zero = (): Sum => ({ areaM2: 0, netM2: 0, features: 0 });

/** Sums by county, with what lies in none. */
class Ledger {
  readonly #counties: readonly County[];
  readonly #sums: readonly Sum[];
  readonly #outside = zero();

  constructor(counties: readonly County[]) {
    this.#counties = counties;
    this.#sums = counties.map(zero);
  }

  /** A feature that shares ground with no other one. */
  add(index: LayerIndex, at: number, netM2: number | null): void {
    const areaM2 = index.areaM2[at]!;
    const parts = this.#parts(index, at);
    const outside = restOf(areaM2, parts);
    const net = (part: number): number | null =>
      netM2 === null || areaM2 <= 0 ? null : (netM2 * part) / areaM2;
    parts.forEach((part, c) => {
      if (part > 0) put(this.#sums[c]!, part, net(part));
    });
    if (outside > 0) put(this.#outside, outside, net(outside));
    this.#home(parts, outside).features++;
  }

  /** Features that overlap each other: their ground counts once, their stated net areas no longer add up. */
  addGroup(index: LayerIndex, group: readonly number[]): void {
    const features = group.map((at) => ({ index, at }));
    const box = features.map(boxOfIndexed).reduce(joined);
    const whole = unionOverlapAreaM2(prepareSite(rectangle(box)), features);
    const parts = this.#counties.map(({ site }) =>
      bboxesMeet(site.bbox, box) ? unionOverlapAreaM2(site, features) : 0,
    );
    const outside = restOf(whole, parts);
    parts.forEach((part, c) => {
      if (part > 0) put(this.#sums[c]!, part, null);
    });
    if (outside > 0) put(this.#outside, outside, null);
    for (const at of group) {
      const own = this.#parts(index, at);
      this.#home(own, restOf(index.areaM2[at]!, own)).features++;
    }
  }

  result(
    kinds: readonly LayerKind[],
    sources: readonly LayerSource[],
  ): Pick<KindStatistics, 'counties' | 'outside' | 'total'> {
    const counties = this.#counties.map(({ code, name, site }, c): CountyStatistics => {
      const coverageShare = coverageShareOf(site, kinds, sources);
      return { code, name, countyM2: site.areaM2, ...this.#sums[c]!, coverageShare };
    });
    const all = [...this.#sums, this.#outside];
    const total = all.reduce((sum, one) => ({
      areaM2: sum.areaM2 + one.areaM2,
      netM2: sum.netM2 === null || one.netM2 === null ? null : sum.netM2 + one.netM2,
      features: sum.features + one.features,
    }));
    return { counties, outside: { ...this.#outside }, total };
  }

  #parts(index: LayerIndex, at: number): number[] {
    const box = boxOfIndexed({ index, at });
    return this.#counties.map(({ site }) =>
      bboxesMeet(site.bbox, box) ? overlapOf(site, index, at).areaM2 : 0,
    );
  }

  /** Where a parcel counts: where most of it lies. */
  #home(parts: readonly number[], outside: number): Sum {
    let best = this.#outside;
    let most = outside;
    parts.forEach((part, c) => {
      if (part > most) [most, best] = [part, this.#sums[c]!];
    });
    return best;
  }
}

function put(sum: Sum, areaM2: number, netM2: number | null): void {
  sum.areaM2 += areaM2;
  sum.netM2 = sum.netM2 === null || netM2 === null ? null : sum.netM2 + netM2;
}

function restOf(wholeM2: number, parts: readonly number[]): number {
  const inside = parts.reduce((sum, part) => sum + part, 0);
  const rest = wholeM2 - inside;
  const noise = NOTHING_M2 + wholeM2 * 1e-9;
  if (rest < -noise) {
    throw new UserError('statistics-counties-overlap', { areaM2: roundM2(-rest) });
  }
  return rest > noise ? rest : 0;
}

function isSound({ file }: CatalogLayer, { polygons }: LayerFeature): boolean {
  try {
    requireSound(file, '', polygons, EVERYWHERE);
    return true;
  } catch (error) {
    if (error instanceof UserError && error.code === 'feature-geometry') return false;
    throw error;
  }
}

/** The stated net area; null where there is none that is a number. */
function netOf({ fields }: CatalogLayer, { properties }: LayerFeature): number | null {
  const value = fields.netArea === undefined ? null : properties[fields.netArea];
  if (value === null || value === undefined || value === '') return null;
  const net = Number(value);
  return Number.isFinite(net) && net >= 0 ? net : null;
}

/** The part of a county for which every one of the kinds is complete; context layers never say. */
function coverageShareOf(
  site: County['site'],
  kinds: readonly LayerKind[],
  sources: readonly LayerSource[],
): number {
  const shares = kinds.filter(isControlKind).map((kind) => {
    const shapes = sources
      .filter(({ entry }) => entry.kind === kind)
      .map(({ entry }) => coverageOf(entry))
      .filter(({ xy }) => xy.length > 0)
      .map(indexedCoverage);
    if (shapes.some(({ index, at }) => liesWithin(site, index, at))) return 1;
    const coveredM2 = shapes.length === 0 ? 0 : unionOverlapAreaM2(site, shapes);
    if (coveredM2 > 0 && roundM2(Math.max(0, site.areaM2 - coveredM2)) === 0) return 1;
    return Math.min(0.999999, Math.max(0, coveredM2 / site.areaM2));
  });
  return shares.reduce((a, b) => Math.min(a, b), 1);
}

function joined(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function rectangle([west, south, east, north]: BBox): FlatPolygons {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return toFlat([[ring]]);
}
