import type { LayerSource } from '../domain/layer-source.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import type { BBox, FlatPolygons } from '../geometry/shapes.ts';
import { bboxesMeet, bboxOf, toFlat } from '../geometry/shapes.ts';
import { liesWithin } from '../overlay/lies-within.ts';
import { nearestDistanceM, nearestOf as nearestOfIndex } from '../overlay/nearest.ts';
import { prepareSite } from '../overlay/site.ts';
import { unionOverlapAreaM2 } from '../overlay/union-overlap.ts';
import { indexedCoverage } from './coverage.ts';
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

/** What one layer answers: also whether it was searched at all. */
export interface LayerNearest extends Nearest {
  readonly searched: boolean;
}

/**
 * Distance to the nearest of several layers of one kind, as far as their coverages vouch for it: beyond
 * them something nearer may lie that nobody told of.
 */
export function nearestOfLine(
  site: CheckSite,
  found: readonly Nearest[],
  coverages: readonly FlatPolygons[],
): Nearest {
  const distances = found.flatMap(({ nearestM }) => (nearestM === null ? [] : [nearestM]));
  const least = distances.length > 0 ? Math.min(...distances) : null;
  if (least === 0) return { nearestM: 0, nearestBeyondM: null };
  if (least !== null && coverBox(coverages, growBox(site.bbox, least))) {
    return { nearestM: least, nearestBeyondM: null };
  }
  const free = RADII_M.findLast(
    (radius) =>
      (least === null || radius < least) && coverBox(coverages, growBox(site.bbox, radius)),
  );
  return { nearestM: null, nearestBeyondM: free ?? null };
}

export const UNKNOWN_NEAREST: LayerNearest = {
  nearestM: null,
  nearestBeyondM: null,
  searched: false,
};

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
): Promise<LayerNearest> {
  for (const radius of RADII_M) {
    const nearest = await nearestWithin(site, source, radius, signal);
    if (nearest !== null && nearest <= radius) {
      return { nearestM: nearest, nearestBeyondM: null, searched: true };
    }
  }
  return {
    nearestM: null,
    nearestBeyondM: coverBox([coverage], growBox(site.bbox, NEAREST_LIMIT_M))
      ? NEAREST_LIMIT_M
      : null,
    searched: true,
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

/** Whether the coverages together hold a box, to the square metre. */
function coverBox(coverages: readonly FlatPolygons[], bbox: BBox): boolean {
  const stated = coverages
    .filter((coverage) => coverage.polygonEnds.length > 0)
    .map(indexedCoverage);
  if (stated.length === 0) return false;
  // within one of them and away from its border: the union is all of the box, whatever the others hold
  if (stated.some(({ index, at }) => liesWithin({ bbox }, index, at))) return true;
  const [west, south, east, north] = bbox;
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
  return area - unionOverlapAreaM2(prepareSite(box), stated) < 1;
}
