import type { CatalogLayer } from '../domain/catalog.ts';
import { EMPTY_FLAT, type FlatPolygons, type MultiPolygon, toFlat } from '../geometry/shapes.ts';
import { buildLayerIndex } from '../overlay/edge-index.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';
import { liesWithin } from '../overlay/lies-within.ts';
import { overlapMinus, unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { roundM2 } from '../units/round.ts';
import type { CheckSite } from './site.ts';

/** Coverages as shapes, and shapes with their index: worked out once for all projects of a run. */
const shapes = new WeakMap<object, FlatPolygons>();
const indexes = new WeakMap<FlatPolygons, IndexedFeature>();

/** Where a layer is complete. A layer without stated coverage covers nothing. */
export function coverageOf(entry: CatalogLayer): FlatPolygons {
  if (!entry.coverage) return EMPTY_FLAT;
  const { coverage } = entry;
  const known = shapes.get(coverage);
  if (known) return known;
  const polygons = coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates;
  const shape = toFlat(polygons as MultiPolygon);
  shapes.set(coverage, shape);
  return shape;
}

export function indexedCoverage(coverage: FlatPolygons): IndexedFeature {
  const known = indexes.get(coverage);
  if (known) return known;
  const indexed = { index: buildLayerIndex([coverage]), at: 0 };
  indexes.set(coverage, indexed);
  return indexed;
}

export interface Coverage {
  readonly share: number;
  /** Area of the site for which nobody speaks, m², rounded to 0.01: less than that is covered. */
  readonly uncoveredM2: number;
}

/**
 * The part of the site for which the layers speak: the union of their coverages, less the coverage
 * of layers that should have spoken and failed.
 */
export function coverageUnder(
  site: CheckSite,
  speaking: readonly FlatPolygons[],
  failed: readonly FlatPolygons[],
): Coverage {
  const indexed = speaking.map(indexedCoverage);
  const isWithin = ({ index, at }: IndexedFeature) => liesWithin(site.prepared, index, at);
  if (failed.length === 0 && indexed.some(isWithin)) return { share: 1, uncoveredM2: 0 };
  const coveredM2 =
    speaking.length === 0
      ? 0
      : failed.length === 0
        ? unionOverlapAreaM2(site.prepared, indexed)
        : overlapMinus(site.prepared, indexed, failed.map(indexedCoverage));
  const uncoveredM2 = roundM2(Math.max(0, site.areaM2 - coveredM2));
  // However small the site: where nobody speaks, nothing is covered.
  if (coveredM2 <= 0) return { share: 0, uncoveredM2 };
  if (uncoveredM2 === 0) return { share: 1, uncoveredM2: 0 };
  // Rounding a share must not print 100 % beside an uncovered area.
  const share = Math.min(0.999999, Math.max(0, coveredM2 / site.areaM2));
  return { share, uncoveredM2 };
}
