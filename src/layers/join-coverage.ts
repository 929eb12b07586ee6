import type { GeoJsonPolygonal } from '../domain/document.ts';
import { loadClipper } from '../geometry/clip.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { type FlatPolygons, toFlat, toNested } from '../geometry/shapes.ts';

/** Borders of one place drawn twice differ by slivers; no more than this is no new ground, m². */
const NOISE_M2 = 1;

/**
 * Where a layer is complete once a part of it was renewed: the former coverage, as it stands where the
 * renewed part lies within it, else both together.
 */
export async function joinCoverage(
  former: GeoJsonPolygonal | undefined,
  renewed: GeoJsonPolygonal | null,
): Promise<GeoJsonPolygonal | null> {
  if (former === undefined) return renewed;
  if (renewed === null) return former;
  const clipper = await loadClipper();
  const [a, b] = [coverageShape(former), coverageShape(renewed)];
  if (ellipsoidAreaM2(clipper.difference(b, a)) <= NOISE_M2) return former;
  const both = toNested(clipper.union([a, b]));
  return {
    type: 'MultiPolygon',
    coordinates: both.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
    ),
  };
}

export function coverageShape(coverage: GeoJsonPolygonal): FlatPolygons {
  return toFlat(coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates);
}
