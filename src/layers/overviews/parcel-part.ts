import { bboxOf, type FlatPolygons } from '../../geometry/shapes.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import { type TileFeature, ZONE } from '../../tiles/tile-feature.ts';
import type { Junctions } from './junctions.ts';
import type { PlacedFeature } from './layer-file.ts';
import { TILE_ZOOMS, toleranceAt } from './levels.ts';
import { ringWeights } from './ring-weights.ts';
import { type DrawnBy, worldRing, zoneOf } from './shape.ts';
import { collapses, keptPlaces, ringOf } from './simplify-ring.ts';

const TOLERANCE = toleranceAt(TILE_ZOOMS.maxzoom);

/**
 * A parcel as the closest zoom of ready tiles draws it: by itself, off by half a pixel at most. A border
 * that two share is simplified alike in both. null for what is no polygon.
 */
export function parcelPart(
  { index, feature }: PlacedFeature,
  junctions: Junctions,
  by: DrawnBy,
): TileFeature | null {
  if (!('polygons' in feature)) return null;
  const polygons = [...polygonsOf(feature.polygons)].map((rings) => simplified(rings, junctions));
  const world = joined(polygons);
  const properties = { [ZONE]: zoneOf(by, feature.properties) };
  return { index, world, box: bboxOf(world), properties, anchor: null, draws: 'whole' };
}

/** Rings in world coordinates; a hole too small to be seen is filled. */
function simplified(polygon: readonly Float64Array[], junctions: Junctions): Float64Array[] {
  const rings: Float64Array[] = [];
  for (const [i, ring] of polygon.entries()) {
    const world = worldRing(ring);
    const weights = ringWeights(world, junctions.of(ring));
    if (i > 0 && collapses(weights, TOLERANCE)) continue;
    rings.push(ringOf(world, keptPlaces(ring, weights, TOLERANCE)));
  }
  return rings;
}

function joined(polygons: readonly (readonly Float64Array[])[]): FlatPolygons {
  const rings = polygons.flat();
  const xy = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0));
  let at = 0;
  const ringEnds = Uint32Array.from(rings, (ring) => {
    xy.set(ring, at);
    at += ring.length;
    return at / 2;
  });
  let end = 0;
  const polygonEnds = Uint32Array.from(polygons, (polygon) => {
    end += polygon.length;
    return end;
  });
  return { xy, ringEnds, polygonEnds };
}
