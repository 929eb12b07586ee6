import type { Position } from '../geometry/shapes.ts';
import { zoneWidthOf } from './registry.ts';

/**
 * What a pair of numbers looks like before anything is known about it. `swapped`: the first number is
 * the northing (or latitude) where the second should be.
 *
 *   degrees    both below 180
 *   prefixed   eight-digit easting with the zone number in front (domain of 13-23 and 25-45)
 *   plain      six-digit easting without zone number
 */
export type NumberScale =
  | { readonly scale: 'degrees'; readonly swapped: boolean; readonly inChina: boolean }
  | { readonly scale: 'prefixed'; readonly swapped: boolean; readonly zone: number }
  | { readonly scale: 'plain'; readonly swapped: boolean }
  | { readonly scale: 'unknown'; readonly swapped: false };

/** Everything Chinese lies in here, [west, south, east, north] in degrees. */
export const CHINA = [73, 3, 136, 54] as const;

export function isInChina([lon, lat]: Position): boolean {
  return lon >= CHINA[0] && lon <= CHINA[2] && lat >= CHINA[1] && lat <= CHINA[3];
}

/** @param x east (or lon) as the format understands it, @param y north (or lat) */
export function numberScale(x: number, y: number): NumberScale {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) {
    if (isInChina([x, y])) return { scale: 'degrees', swapped: false, inChina: true };
    const swapped = isInChina([y, x]);
    return { scale: 'degrees', swapped, inChina: swapped };
  }
  return metres(x, y, false) ?? metres(y, x, true) ?? { scale: 'unknown', swapped: false };
}

function metres(east: number, north: number, swapped: boolean): NumberScale | null {
  // Northings of China, 9° to 54° N.
  if (north < 1_000_000 || north > 6_000_000) return null;
  const zone = Math.floor(east / 1_000_000);
  if (zone === 0 && isLocalEasting(east)) return { scale: 'plain', swapped };
  if (zoneWidthOf(zone) && isLocalEasting(east - zone * 1_000_000)) {
    return { scale: 'prefixed', swapped, zone };
  }
  return null;
}

/** Up to 450 km from the central meridian: a 6° zone and its neighbours. */
function isLocalEasting(eastM: number): boolean {
  return eastM >= 50_000 && eastM < 950_000;
}

/**
 * Metres with a false origin of their own: a town's grid, or a zone whose leading digits were dropped. Less
 * than any northing of China, more than degrees.
 */
export function isLocalGrid(x: number, y: number): boolean {
  const size = Math.max(Math.abs(x), Math.abs(y));
  return size > 180 && size < 1_000_000;
}

/** Metres of web Mercator (EPSG:3857) somewhere in China, in either order. */
export function isWebMercator(x: number, y: number): boolean {
  const [north, east] = x < y ? [x, y] : [y, x];
  return east >= 8_126_000 && east <= 15_140_000 && north >= 334_000 && north <= 7_171_000;
}
