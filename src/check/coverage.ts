import type { CatalogLayer } from '../domain/catalog.ts';
import { EMPTY_FLAT, type FlatPolygons, type MultiPolygon, toFlat } from '../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../overlay/edge-index.ts';
import { liesWithin } from '../overlay/lies-within.ts';
import { overlapMinus, unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { roundM2 } from '../units/round.ts';
import type { CheckSite } from './site.ts';

/** Coverages as shapes, and shapes with their index: worked out once for all projects of a run. */
const shapes = new WeakMap<object, FlatPolygons>();
const indexes = new WeakMap<FlatPolygons, LayerIndex>();

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

function indexOfCoverage(coverage: FlatPolygons): LayerIndex {
  const known = indexes.get(coverage);
  if (known) return known;
  const index = buildLayerIndex([coverage]);
  indexes.set(coverage, index);
  return index;
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
  const isWithin = (coverage: FlatPolygons) =>
    liesWithin(site.prepared, indexOfCoverage(coverage), 0);
  if (failed.length === 0 && speaking.some(isWithin)) return { share: 1, uncoveredM2: 0 };
  const coveredM2 =
    speaking.length === 0
      ? 0
      : failed.length === 0
        ? unionOverlapAreaM2(site.prepared, speaking)
        : overlapMinus(site.prepared, speaking, failed);
  const uncoveredM2 = roundM2(Math.max(0, site.areaM2 - coveredM2));
  // However small the site: where nobody speaks, nothing is covered.
  if (coveredM2 <= 0) return { share: 0, uncoveredM2 };
  if (uncoveredM2 === 0) return { share: 1, uncoveredM2: 0 };
  // Rounding a share must not print 100 % beside an uncovered area.
  const share = Math.min(0.999999, Math.max(0, coveredM2 / site.areaM2));
  return { share, uncoveredM2 };
}
