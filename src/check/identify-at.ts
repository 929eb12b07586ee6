import type { Identified, IdentifiedFeature, IdentifiedLayer } from '../domain/identified.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { LayerFeature, LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { type Place, pointInRing } from '../geometry/point-in-ring.ts';
import {
  bboxOf,
  EVERYWHERE,
  type FlatPolygons,
  type MultiPolygon,
  type Position,
  toNested,
} from '../geometry/shapes.ts';
import { coverageOf } from './coverage.ts';
import { reasonOfFailure } from './fault.ts';
import { requireSound } from './feature-geometry.ts';

/**
 * Every feature of these layers at a place: from the layer files, by a box of one point, and exact; zoom
 * and tiles have no part in it. A layer that cannot be asked says why, and is never an empty one.
 */
export async function identifyAt(
  at: Position,
  sources: readonly LayerSource[],
  signal?: AbortSignal,
): Promise<Identified> {
  const answers = await Promise.all(sources.map((source) => askLayer(at, source, signal)));
  return {
    at,
    features: answers.flatMap(({ features }) => features),
    layers: answers.map(({ layer }) => layer),
  };
}

async function askLayer(
  at: Position,
  source: LayerSource,
  signal: AbortSignal | undefined,
): Promise<{ layer: IdentifiedLayer; features: IdentifiedFeature[] }> {
  const { entry } = source;
  const covered = isControlKind(entry.kind)
    ? placeInPolygons(at, toNested(coverageOf(entry))) !== 'outside'
    : null;
  const base = { layer: entry.id, covered };
  try {
    const { integrity } = await source.open(signal);
    const features: IdentifiedFeature[] = [];
    for await (const feature of source.featuresIn([...at, ...at], signal)) {
      const place = placeInPolygons(at, toNested(feature.polygons));
      if (place !== 'outside') features.push(found(entry.id, entry.file, feature, place));
    }
    features.sort((a, b) => (a.areaM2 ?? 0) - (b.areaM2 ?? 0) || a.index - b.index);
    return { layer: { ...base, reason: null, integrity, features: features.length }, features };
  } catch (error) {
    const reason = reasonOfFailure(error, entry.id);
    return { layer: { ...base, reason, integrity: null, features: 0 }, features: [] };
  }
}

function found(
  layer: string,
  file: string,
  { index, polygons, properties }: LayerFeature,
  place: IdentifiedFeature['place'],
): IdentifiedFeature {
  const areaM2 = areaOf(file, polygons);
  return { layer, index, place, properties, areaM2, bbox: bboxOf(polygons) };
}

function areaOf(file: string, polygons: FlatPolygons): number | null {
  try {
    requireSound(file, '', polygons, EVERYWHERE);
    return ellipsoidAreaM2(polygons);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Inside one of the polygons and in none of its holes; on any ring of it, on the boundary. Exact. */
export function placeInPolygons([x, y]: Position, polygons: MultiPolygon): Place {
  let place: Place = 'outside';
  for (const [outer, ...holes] of polygons) {
    if (!outer) continue;
    const inOuter = pointInRing(x, y, outer);
    if (inOuter === 'outside') continue;
    const inHoles = holes.map((hole) => pointInRing(x, y, hole));
    if (inHoles.includes('inside')) continue;
    if (inOuter === 'inside' && !inHoles.includes('boundary')) return 'inside';
    place = 'boundary';
  }
  return place;
}
