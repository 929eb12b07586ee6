import { booleanIntersects, featureCollection, intersect, multiPolygon } from '@turf/turf';
import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Position } from 'geojson';
import { EMPTY_FLAT, type FlatPolygons, toFlat, toNested } from './shapes.ts';

/**
 * What Turf says, as an opinion independent of our own predicates and of clipper2. Slow (milliseconds
 * a pair): for single candidates, not for layers. Turf's areas are spherical and are never used.
 */
export function turfIntersects(a: FlatPolygons, b: FlatPolygons): boolean {
  if (a.xy.length === 0 || b.xy.length === 0) return false;
  return booleanIntersects(toFeature(a), toFeature(b));
}

/** The common part of two shapes, edges straight in their coordinates; empty when there is none. */
export function turfIntersection(a: FlatPolygons, b: FlatPolygons): FlatPolygons {
  if (a.xy.length === 0 || b.xy.length === 0) return EMPTY_FLAT;
  const common = intersect(featureCollection([toFeature(a), toFeature(b)]));
  if (!common) return EMPTY_FLAT;
  const { geometry } = common;
  return toFlat(
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
      polygon.map((ring) => ring.map((at): [number, number] => [at[0]!, at[1]!])),
    ),
  );
}

function toFeature(shape: FlatPolygons): Feature<GeoJsonMultiPolygon> {
  return multiPolygon(toNested(shape) as unknown as Position[][][]);
}
