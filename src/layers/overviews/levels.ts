/**
 * Which zooms are drawn from what. Up to zoom 13 every zoom has tiles of its own: a cell is one pixel, and a
 * line is off by half a pixel at most (512 px a tile, as the map draws them).
 *
 * | zoom | many small parcels | few large polygons | metres a pixel at 38 degrees |
 * | ---- | ------------------ | ------------------ | ---------------------------- |
 * | <= 6 | cells              | simplified         | 964 and more                 |
 * | 7    | cells              | simplified         | 482                          |
 * | 8    | cells              | simplified         | 241                          |
 * | 9    | cells              | simplified         | 120                          |
 * | 10   | cells              | simplified         | 60                           |
 * | 11   | cells              | simplified         | 30                           |
 * | 12   | cells              | simplified         | 15                           |
 * | 13   | parcels, half a pixel | simplified      | 7.5                          |
 * | more | the layer's own file | pieces, exact, where a polygon is huge | |
 */
export interface Zooms {
  readonly minzoom: number;
  readonly maxzoom: number;
}

/** Zooms drawn from tiles made beforehand. */
export const TILE_ZOOMS: Zooms = { minzoom: 0, maxzoom: 13 };
/** The closest zoom at which many small parcels are cells; one further each is there by itself. */
export const CELL_ZOOM = 12;
/** Exact pieces serve every closer zoom as well: no tile then reads a huge polygon as a whole. */
export const EXACT_ZOOMS: Zooms = { minzoom: 14, maxzoom: 24 };

/** Pixels to a side of the world at a zoom. */
export function pixelsPerWorld(zoom: number): number {
  return 512 * 2 ** zoom;
}

/** Half a pixel at a zoom, world units: how far a drawn line may be off. */
export function toleranceAt(zoom: number): number {
  return 0.5 / pixelsPerWorld(zoom);
}

/** Side of a tile, degrees. */
export function tileSpanAt(zoom: number): number {
  return 360 / 2 ** zoom;
}
