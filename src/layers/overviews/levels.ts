/**
 * Which zooms are drawn from what. A level is made for its largest zoom: a cell is one pixel there, and a
 * line is off by half a pixel at most (512 px a tile, as the map draws them).
 *
 * | zoom | many small parcels | few large polygons | metres a pixel at 38 degrees |
 * | ---- | ------------------ | ------------------ | ---------------------------- |
 * | <= 6 | cells              | simplified         | 964                          |
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

export const SIMPLE_ZOOMS: readonly Zooms[] = [
  { minzoom: 0, maxzoom: 6 },
  ...[7, 8, 9, 10, 11, 12, 13].map((z) => ({ minzoom: z, maxzoom: z })),
];
/** Coarsest last: each is made of the one before. */
export const CELL_ZOOMS: readonly Zooms[] = [
  ...[12, 11, 10, 9, 8, 7].map((z) => ({ minzoom: z, maxzoom: z })),
  { minzoom: 0, maxzoom: 6 },
];
export const PARCEL_ZOOM: Zooms = { minzoom: 13, maxzoom: 13 };
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

/** What features drawn together reach at most, degrees: a quarter of a tile. */
export function groupSpanAt(zoom: number): number {
  return tileSpanAt(zoom) / 4;
}
