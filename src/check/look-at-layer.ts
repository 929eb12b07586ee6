import type { CatalogLayer } from '../domain/catalog.ts';
import type { Reason } from '../domain/facts.ts';
import type { Integrity, LayerSource } from '../domain/layer-source.ts';
import type { LayerState } from '../domain/layer-state.ts';
import { bboxesMeet, type FlatPolygons } from '../geometry/shapes.ts';
import { unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { coverageOf, coverageUnder } from './coverage.ts';
import { reasonOfFailure } from './fault.ts';
import { growBox } from './grow-box.ts';
import { type LayerMeasure, type MeasureOptions, measureLayer } from './measure-layer.ts';
import { type LayerNearest, NEAREST_LIMIT_M, nearestOf, UNKNOWN_NEAREST } from './nearest.ts';
import type { CheckSite } from './site.ts';

/** What one layer file had to say about a site, before the layers of its kind are joined. */
export interface LayerLook {
  readonly entry: CatalogLayer;
  readonly source: LayerSource;
  readonly coverage: FlatPolygons;
  /** The layer's coverage meets the site: it was asked, and it must answer. */
  readonly responsible: boolean;
  readonly integrity: Integrity | null;
  /** null when it failed or was not asked. */
  readonly measure: LayerMeasure | null;
  readonly failure: Reason | null;
  readonly coverageShare: number;
  readonly uncoveredM2: number;
  /** Union of the layer's features under the site, m². */
  readonly areaM2: number;
  readonly nearest: LayerNearest;
}

/**
 * Opens, verifies and measures one layer. A layer that neither covers the site nor reaches into it
 * is not opened: it cannot speak, and says so.
 */
export async function lookAtLayer(
  site: CheckSite,
  source: LayerSource,
  options: MeasureOptions,
): Promise<LayerLook> {
  const { entry } = source;
  const coverage = coverageOf(entry);
  const { share, uncoveredM2 } = coverageUnder(site, coverage.xy.length ? [coverage] : [], []);
  const responsible = share > 0;
  const base = { entry, source, coverage, responsible, coverageShare: share, uncoveredM2 };
  const silent = { integrity: null, measure: null, areaM2: 0, nearest: UNKNOWN_NEAREST };
  if (!responsible && !bboxesMeet(entry.extent, site.bbox)) {
    const nearest = await nearestInNeighbour(site, source, coverage, options.signal);
    return { ...base, ...silent, nearest, failure: null };
  }
  try {
    const { integrity } = await source.open(options.signal);
    const measure = await measureLayer(site, source, options);
    const areaM2 = unionArea(site, [{ entry, measure }]);
    const near =
      measure.hits.length > 0 || measure.touches > 0
        ? { nearestM: 0, nearestBeyondM: null, searched: true }
        : await nearestOf(site, source, coverage, options.signal);
    return { ...base, integrity, measure, failure: null, areaM2, nearest: near };
  } catch (error) {
    return { ...base, ...silent, failure: reasonOfFailure(error, entry.id) };
  }
}

/**
 * Distance to a layer that has nothing to say about the site itself, such as the next county's. One that
 * cannot be read leaves the distance unknown, and its coverage unvouched for.
 */
async function nearestInNeighbour(
  site: CheckSite,
  source: LayerSource,
  coverage: FlatPolygons,
  signal: AbortSignal | undefined,
): Promise<LayerNearest> {
  const { extent, features } = source.entry;
  if (features === 0 || !bboxesMeet(extent, growBox(site.bbox, NEAREST_LIMIT_M))) {
    return { nearestM: null, nearestBeyondM: NEAREST_LIMIT_M, searched: true };
  }
  try {
    await source.open(signal);
    return await nearestOf(site, source, coverage, signal);
  } catch (error) {
    reasonOfFailure(error, source.entry.id);
    return UNKNOWN_NEAREST;
  }
}

/**
 * Area of the site under the features of one or more layers. The sum of the pieces where nothing can
 * lie twice; the union otherwise, also where a layer that claims not to overlap itself evidently does.
 */
export function unionArea(
  site: CheckSite,
  looks: readonly { entry: CatalogLayer; measure: LayerMeasure }[],
): number {
  const hits = looks.flatMap((look) => look.measure.hits);
  const summed = hits.reduce((total, hit) => total + hit.areaM2, 0);
  // Ground counted twice overstates what is occupied; of the urban boundary it would overstate what
  // lies inside, so there the claim is not relied on.
  const isUrban = looks[0]?.entry.kind === 'urban-development-boundary';
  const single = looks.length <= 1 && !isUrban && !looks[0]?.entry.overlapsItself;
  if ((hits.length <= 1 || single) && site.parcelsApart && summed <= site.areaM2 + 1e-6) {
    return Math.min(summed, site.areaM2);
  }
  const features = hits.map((hit) => hit.indexed);
  return Math.min(unionOverlapAreaM2(site.prepared, features), site.areaM2);
}

/** State of one layer or line from what was measured; `aboveThreshold` is decided by the caller. */
export function stateOf(found: {
  readonly failed: boolean;
  readonly coverageShare: number;
  readonly aboveThreshold: boolean;
  readonly areaM2: number;
  readonly touches: number;
}): LayerState {
  if (found.failed) return 'failed';
  if (found.aboveThreshold) return 'overlap';
  if (found.areaM2 > 0) return 'below-threshold';
  if (found.touches > 0) return 'touch';
  return found.coverageShare > 0 ? 'clear' : 'not-covered';
}
