import type { BBox, FlatPolygons } from '../geometry/shapes.ts';

/**
 * Web Mercator as tiles see it: the world is the square [0, 1] x [0, 1], x to the east, y to the south.
 * For drawing only; nothing is ever measured in it. CGCS2000 latitudes are used as they are, as every
 * web map does.
 */

/**
 * Tile units along one tile side: the finest that MapLibre keeps. One of them is 0.30 m at zoom 14 and
 * 0.075 m at zoom 16 (at the equator; times the cosine of the latitude elsewhere).
 */
export const EXTENT = 8192;
/** Tile units of one CSS pixel when the tile is shown at its own zoom (512 px a tile). */
export const PIXEL = EXTENT / 512;
/** Units drawn beyond the tile so that wide lines and bands do not end at its edge. */
export const BUFFER = 16 * PIXEL;

/** From this zoom on tiles have every vertex of the layer, each on the nearest tile unit. */
export const EXACT_ZOOM = 14;

export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const MAX_LATITUDE = 85.051129;

export function worldX(lon: number): number {
  return lon / 360 + 0.5;
}

export function worldY(lat: number): number {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sin = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export function lonOf(x: number): number {
  return (x - 0.5) * 360;
}

export function latOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}

/** The same rings with lon/lat degrees replaced by world coordinates. */
export function toWorld(lonLat: FlatPolygons): FlatPolygons {
  const xy = new Float64Array(lonLat.xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = worldX(lonLat.xy[i]!);
    xy[i + 1] = worldY(lonLat.xy[i + 1]!);
  }
  return { xy, ringEnds: lonLat.ringEnds, polygonEnds: lonLat.polygonEnds };
}

/** The tile with its buffer in world coordinates: [left, top, right, bottom]. */
export function worldBoxOf({ z, x, y }: TileId, buffer = BUFFER): BBox {
  const tiles = 2 ** z;
  const margin = buffer / EXTENT;
  return [
    (x - margin) / tiles,
    (y - margin) / tiles,
    (x + 1 + margin) / tiles,
    (y + 1 + margin) / tiles,
  ];
}

/** The tile with its buffer in degrees: [west, south, east, north]. */
export function lonLatBoxOf(tile: TileId, buffer = BUFFER): BBox {
  const [left, top, right, bottom] = worldBoxOf(tile, buffer);
  return [lonOf(left), latOf(bottom), lonOf(right), latOf(top)];
}
