import { FlatGeobufError } from '../files/flatgeobuf/flatgeobuf-error.ts';
import type { Column } from '../files/flatgeobuf/format.ts';
import type { FlatFeature } from '../files/flatgeobuf/reader.ts';
import { bboxOf, type FlatPolygons, flatPolygon } from '../geometry/shapes.ts';
import { toWorld, worldX, worldY } from './mercator.ts';
import type { TileProperties } from './mvt.ts';
import { INNER } from './outline.ts';
import { polygonsOf } from './polygons-of.ts';
import { NAME, type TileFeature, ZONE } from './tile-feature.ts';

/**
 * What one feature of a level-of-detail file draws. Its geometry says where: polygons are fills, lines are
 * borders (the inside to the right of their direction), a point is the place of a label. Its columns say
 * of which features of the layer, counted from 0 in the order of the layer's file:
 *
 * - polygons with `_feature` and `_piece`: a part of that feature, whose edges are no borders
 * - polygons with `_feature`: that feature, borders and all
 * - polygons with `_features`: whole features, one number for each polygon
 * - polygons with none of these: cells that something touches
 * - lines with `_feature`: stretches of its border; `_inner` between two zones of the layer
 * - a point with `_feature` and `_name`: where its name stands
 *
 * `_zone` is the sub-zone of an urban boundary. Other columns are the layer's own.
 */
export const OVERVIEW_COLUMNS = [
  { name: '_feature', type: 'uint' },
  { name: '_features', type: 'json' },
  { name: '_piece', type: 'bool' },
  { name: '_inner', type: 'bool' },
  { name: '_zone', type: 'string' },
  { name: '_name', type: 'string' },
] as const satisfies readonly Column[];

/** The columns of one feature. */
export interface OverviewProperties {
  readonly _feature?: number;
  /** JSON array of numbers. */
  readonly _features?: string;
  readonly _piece?: true;
  readonly _inner?: true;
  readonly _zone?: string | null;
  readonly _name?: string;
}

/**
 * A feature of a level-of-detail file as tiles are made of it.
 *
 * @throws FlatGeobufError when its columns contradict its geometry
 */
export function overviewPart({ index, geometry, properties }: FlatFeature): TileFeature[] {
  const { _feature, _features, _piece, _inner, _zone, _name, ...own } = properties;
  const id = typeof _feature === 'number' ? _feature : null;
  const drawn: TileProperties = { ...own, [ZONE]: _zone ?? null };
  if ('point' in geometry) {
    const at = [worldX(geometry.point[0]), worldY(geometry.point[1])] as const;
    const named = { ...drawn, [NAME]: _name ?? null };
    const box = [at[0], at[1], at[0], at[1]] as const;
    return [{ index: id, world: toWorld(NOTHING), box, properties: named, anchor: at }];
  }
  const part = { index: id, properties: drawn, anchor: null };
  if ('lines' in geometry) {
    const { xy, lineEnds } = geometry.lines;
    const lines = { xy, ringEnds: lineEnds, polygonEnds: Uint32Array.of(lineEnds.length) };
    const inner = _inner === true ? { ...drawn, [INNER]: true } : drawn;
    return [{ ...part, ...placed(lines), properties: inner, draws: 'lines' }];
  }
  const { polygons } = geometry;
  if (typeof _features !== 'string') {
    if (id === null) return [{ ...part, ...placed(polygons), draws: 'cells' }];
    return [{ ...part, ...placed(polygons), draws: _piece === true ? 'piece' : 'whole' }];
  }
  const ids = idsOf(_features);
  if (ids?.length !== polygons.polygonEnds.length) {
    throw new FlatGeobufError('feature', { index, what: '_features', value: _features });
  }
  return [...polygonsOf(polygons)].map((rings, i) => ({
    ...part,
    index: ids[i]!,
    ...placed(flatPolygon(rings)),
    draws: 'whole',
  }));
}

const NOTHING = flatPolygon([]);

function placed(lonLat: FlatPolygons): Pick<TileFeature, 'world' | 'box'> {
  const world = toWorld(lonLat);
  return { world, box: bboxOf(world) };
}

function idsOf(json: string): readonly number[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((id) => Number.isInteger(id)) ? value : null;
  } catch {
    return null;
  }
}
