import type { QualityFinding } from '../../domain/layer-quality.ts';
import { lengthM } from '../../geometry/ellipsoid.ts';
import { pointWithin } from '../../geometry/point-within.ts';
import { bboxOf, type FlatPolygons, type MultiPolygon, toNested } from '../../geometry/shapes.ts';
import type { LayerIndex } from '../../overlay/edge-index.ts';
import { overlapGeometryOf } from '../../overlay/overlap-geometry.ts';
import type { Site } from '../../overlay/site.ts';
import { roundDegrees, roundM } from '../../units/round.ts';

export interface Place {
  readonly at: QualityFinding['at'];
  readonly bbox: QualityFinding['bbox'];
  readonly widthM: number;
  readonly polygons: MultiPolygon;
}

/** Where the common ground of a site and a feature lies, and how wide it is on average. */
export function placeOfOverlap(site: Site, index: LayerIndex, f: number, areaM2: number): Place {
  return placeOf(overlapGeometryOf(site, index, f), areaM2);
}

/** The same of ground given as polygons, which may be too thin to have any. */
export function placeOf(flat: FlatPolygons, areaM2: number): Place {
  const polygons = toNested(flat);
  if (polygons.length === 0) return { at: null, bbox: null, widthM: 0, polygons };
  const [west, south, east, north] = bboxOf(flat);
  const within = pointWithin(polygons.flat());
  const at = within ?? polygons[0]![0]![0]!;
  return {
    at: [roundDegrees(at[0]), roundDegrees(at[1])],
    bbox: [west, south, east, north].map(roundDegrees) as [number, number, number, number],
    widthM: roundM(areaM2 / (lengthM(flat) / 2)),
    polygons,
  };
}
