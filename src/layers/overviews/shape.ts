import type { CatalogLayer } from '../../domain/catalog.ts';
import { urbanZoneOf } from '../../domain/zones.ts';
import type { PropertyValue } from '../../files/flatgeobuf/write-properties.ts';
import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { type BBox, bboxOf } from '../../geometry/shapes.ts';
import { labelAnchor } from '../../tiles/label-anchor.ts';
import { latOf, lonOf, toWorld, worldX, worldY } from '../../tiles/mercator.ts';
import { polygonsOf } from '../../tiles/polygons-of.ts';
import { doubleArea } from '../../tiles/snap.ts';
import { beyondEdges, type OwnedRing } from './border-edges.ts';
import { Junctions } from './junctions.ts';
import { ringWeights } from './ring-weights.ts';

/** A ring made ready for every level. */
export interface ShapeRing {
  /** Lon/lat, flat, closed; the inside lies to the right of its direction. */
  readonly xy: Float64Array;
  /** Of every vertex but the closing one, world units (`ring-weights.ts`). */
  readonly weights: Float64Array;
  /** What lies beyond each edge (`border-edges.ts`); null where that makes no difference. */
  readonly beyond: Uint8Array | null;
}

/** A feature made ready for every level. */
export interface Shape {
  /** Position in the layer. */
  readonly feature: number;
  readonly zone: string | null;
  readonly label: { readonly name: string; readonly at: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly polygons: readonly (readonly ShapeRing[])[];
  /** World coordinates. */
  readonly box: BBox;
}

/** What decides how a layer is drawn. */
export type DrawnBy = Pick<CatalogLayer, 'kind' | 'fields'>;

/** Sub-zone as tiles carry it: only an urban boundary is drawn by zone. */
export function zoneOf({ kind, fields }: DrawnBy, properties: Shape['properties']): string | null {
  if (kind !== 'urban-development-boundary') return null;
  return urbanZoneOf(fields.zone ? properties[fields.zone] : null);
}

/** All features of a layer at once, because borders are simplified between the places they meet. */
export function prepareShapes(by: DrawnBy, features: readonly WriteFeature[]): Shape[] {
  const drawn = features.flatMap((feature, index) => {
    if (!('polygons' in feature)) return [];
    const { polygons, properties } = feature;
    const rings = [...polygonsOf(polygons)].map((rings) => rings.map(oriented));
    return [{ feature: index, zone: zoneOf(by, properties), properties, polygons, rings }];
  });
  const owned = drawn.flatMap(({ feature, zone, rings }) =>
    rings.flat().map((xy): OwnedRing => ({ xy, feature, zone })),
  );
  const junctions = new Junctions();
  for (const { xy } of owned) junctions.add(xy);
  const beyond = by.kind === 'urban-development-boundary' ? beyondEdges(owned) : null;
  let next = 0;
  return drawn.map(({ feature, zone, properties, polygons, rings }) => {
    const world = toWorld(polygons);
    const name = by.fields.name ? properties[by.fields.name] : null;
    const anchor = typeof name === 'string' && name !== '' ? labelAnchor(world) : null;
    return {
      feature,
      zone,
      label: anchor && { name: name as string, at: [lonOf(anchor[0]), latOf(anchor[1])] },
      properties,
      polygons: rings.map((polygon) =>
        polygon.map((xy) => ({
          xy,
          weights: ringWeights(worldRing(xy), junctions.of(xy)),
          beyond: beyond?.[next++] ?? null,
        })),
      ),
      box: bboxOf(world),
    };
  });
}

/** The outer ring clockwise on the map, holes the other way: the inside to the right of both. */
function oriented(ring: Float64Array, place: number): Float64Array {
  const clockwise = doubleArea(ring) < 0;
  if (clockwise === (place === 0)) return ring;
  const out = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    out[i] = ring[ring.length - 2 - i]!;
    out[i + 1] = ring[ring.length - 1 - i]!;
  }
  return out;
}

/** A flat ring of lon/lat in world coordinates, times `scale`. */
export function worldRing(xy: Float64Array, scale = 1): Float64Array {
  const out = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    out[i] = worldX(xy[i]!) * scale;
    out[i + 1] = worldY(xy[i + 1]!) * scale;
  }
  return out;
}
