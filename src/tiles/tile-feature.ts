import type { CatalogLayer } from '../domain/catalog.ts';
import { urbanZoneOf } from '../domain/zones.ts';
import { type BBox, bboxOf, type FlatPolygons } from '../geometry/shapes.ts';
import { labelAnchor } from './label-anchor.ts';
import { toWorld, worldX, worldY } from './mercator.ts';
import type { TileProperties } from './mvt.ts';
import type { TileInput } from './tile-source.ts';

/** A layer feature made ready for tiles: rings in world coordinates, what symbols need worked out. */
export interface TileFeature {
  /** Position in the layer file; null for what stands for many features. */
  readonly index: number | null;
  readonly world: FlatPolygons;
  readonly box: BBox;
  readonly properties: TileProperties;
  /** Where a label stands, a point inside the largest polygon; null when there is no name. */
  readonly anchor: readonly [number, number] | null;
  /** What `world` is; default `whole`. */
  readonly draws?: Draws;
}

/**
 * A whole feature with its borders; a piece of one, cut where there is no border; cells, which are as wide
 * as they are meant to be; lines, the rings of `world` being open.
 */
export type Draws = 'whole' | 'piece' | 'cells' | 'lines';

/** Attribute under which tiles carry the name of a feature, whatever the file calls it. */
export const NAME = '_name';
/** Attribute under which tiles carry the sub-zone of an urban boundary (`domain/zones.ts`). */
export const ZONE = '_zone';

export function tileFeatureOf(feature: TileInput, entry: CatalogLayer): TileFeature {
  const world = toWorld(feature.polygons);
  const name = entry.fields.name ? feature.properties[entry.fields.name] : null;
  const zone =
    entry.kind === 'urban-development-boundary'
      ? urbanZoneOf(entry.fields.zone ? feature.properties[entry.fields.zone] : null)
      : null;
  const point = feature.point && ([worldX(feature.point[0]), worldY(feature.point[1])] as const);
  const named = typeof name === 'string' && name !== '';
  return {
    index: feature.index,
    world,
    box: point ? [point[0], point[1], point[0], point[1]] : bboxOf(world),
    properties: { ...feature.properties, [NAME]: named ? name : null, [ZONE]: zone },
    anchor: named ? (point ?? labelAnchor(world)) : null,
  };
}
