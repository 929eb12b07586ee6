import type { LayerSource } from '../domain/layer-source.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import { bboxesMeet, bboxOf, toFlat } from '../geometry/shapes.ts';
import { nearestDistanceM, nearestOf as nearestOfIndex } from '../overlay/nearest.ts';
import { prepareSite } from '../overlay/site.ts';
import { unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { growBox } from './grow-box.ts';
import { indexOf } from './held-layer.ts';
import type { CheckSite } from './site.ts';

/** Farther than this nothing is searched, m. */
export const NEAREST_LIMIT_M = 20_000;
const RADII_M = [100, 1_000, 5_000, NEAREST_LIMIT_M] as const;

export interface Nearest {
  readonly nearestM: number | null;
  readonly nearestBeyondM: number | null;
}

export const UNKNOWN_NEAREST: Nearest = { nearestM: null, nearestBeyondM: null };

/**
 * Distance from the site to the layer's nearest feature. The box grows step by step so that near
 * neighbours are found without reading the layer. "Nothing within 20 km" is stated only where the
 * layer's coverage reaches that far.
 */
export async function nearestOf(
  site: CheckSite,
  source: LayerSource,
  coverage: FlatPolygons,
  signal?: AbortSignal,
): Promise<Nearest> {
  for (const radius of RADII_M) {
    const nearest = await nearestWithin(site, source, radius, signal);
    if (nearest !== null && nearest <= radius) return { nearestM: nearest, nearestBeyondM: null };
  }
  return {
    nearestM: null,
    nearestBeyondM: coversBox(coverage, growBox(site.bbox, NEAREST_LIMIT_M))
      ? NEAREST_LIMIT_M
      : null,
  };
}

/** Least distance to the features within a radius, m; the same from memory as read piece by piece. */
async function nearestWithin(
  site: CheckSite,
  source: LayerSource,
  radius: number,
  signal?: AbortSignal,
): Promise<number | null> {
  const index = indexOf(source);
  if (index) return nearestOfIndex(site.prepared, index, radius)?.distanceM ?? null;
  let nearest: number | null = null;
  for await (const feature of source.featuresIn(growBox(site.bbox, radius), signal)) {
    const limit = nearest ?? radius;
    if (!bboxesMeet(growBox(site.bbox, limit), bboxOf(feature.polygons))) continue;
    const distance = nearestDistanceM(site.prepared, feature.polygons, limit);
    if (distance !== null && (nearest === null || distance < nearest)) nearest = distance;
  }
  return nearest;
}

function coversBox(coverage: FlatPolygons, [west, south, east, north]: BBox): boolean {
  if (coverage.polygonEnds.length === 0) return false;
  const box = toFlat([
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ]);
  const area = ellipsoidAreaM2(box);
  return area - unionOverlapAreaM2(prepareSite(box), [coverage]) < 1;
}
