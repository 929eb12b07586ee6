import { FlatGeobufError } from '../files/flatgeobuf/flatgeobuf-error.ts';
import type { Column } from '../files/flatgeobuf/format.ts';
import type { FlatFeature } from '../files/flatgeobuf/reader.ts';
import { bboxOf, type FlatPolygons, flatPolygon } from '../geometry/shapes.ts';
import { toWorld, worldX, worldY } from './mercator.ts';
import type { TileProperties } from './mvt.ts';
import { INNER } from './outline.ts';
import { NAME, type TileFeature, ZONE } from './tile-feature.ts';

/**
 * What a part of a layer draws. Its geometry says where: polygons are fills, lines are borders (the inside
 * to the right of their direction), a point is the place of a label. `_feature` says of which feature,
 * counted from 0 in the order of the layer's file:
 *
 * - polygons with `_piece`: a part of that feature, whose edges are no borders
 * - polygons: that feature, borders and all
 * - lines: stretches of its border; `_inner` between two zones of the layer
 * - a point with `_name`: where its name stands
 *
 * `_zone` is the sub-zone of an urban boundary. Other columns are the layer's own.
 */
export const OVERVIEW_COLUMNS = [
  { name: '_feature', type: 'uint' },
  { name: '_piece', type: 'bool' },
  { name: '_inner', type: 'bool' },
  { name: '_zone', type: 'string' },
  { name: '_name', type: 'string' },
] as const satisfies readonly Column[];

/** The columns of one part: a type, so that it counts as a record. */
export type OverviewProperties = {
  readonly _feature: number;
  readonly _piece?: true;
  readonly _inner?: true;
  readonly _zone?: string | null;
  readonly _name?: string;
};

/**
 * A part of a layer as tiles are made of it.
 *
 * @throws FlatGeobufError when it does not say of which feature
 */
export function overviewPart({
  index,
  geometry,
  properties,
}: Pick<FlatFeature, 'index' | 'geometry' | 'properties'>): TileFeature {
  const { _feature, _piece, _inner, _zone, _name, ...own } = properties;
  if (typeof _feature !== 'number') {
    throw new FlatGeobufError('feature', { index, what: '_feature', value: String(_feature) });
  }
  const drawn: TileProperties = { ...own, [ZONE]: _zone ?? null };
  if ('point' in geometry) {
    const at = [worldX(geometry.point[0]), worldY(geometry.point[1])] as const;
    const named = { ...drawn, [NAME]: _name ?? null };
    const box = [at[0], at[1], at[0], at[1]] as const;
    return { index: _feature, world: NOTHING, box, properties: named, anchor: at };
  }
  const part = { index: _feature, properties: drawn, anchor: null };
  if ('lines' in geometry) {
    const { xy, lineEnds } = geometry.lines;
    const lines = { xy, ringEnds: lineEnds, polygonEnds: Uint32Array.of(lineEnds.length) };
    const inner = _inner === true ? { ...drawn, [INNER]: true } : drawn;
    return { ...part, ...placed(lines), properties: inner, draws: 'lines' };
  }
  return { ...part, ...placed(geometry.polygons), draws: _piece === true ? 'piece' : 'whole' };
}

const NOTHING = flatPolygon([]);

function placed(lonLat: FlatPolygons): Pick<TileFeature, 'world' | 'box'> {
  const world = toWorld(lonLat);
  return { world, box: bboxOf(world) };
}
