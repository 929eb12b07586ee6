import type { Position } from '../geometry/shapes.ts';
import type { Notation } from './notation-names.ts';
import { degreesMinutesSeconds } from './ordinate-text.ts';
import { cgcs2000Epsg, degreesEpsg } from './registry.ts';
import { transformOf } from './transform.ts';

export interface WrittenPlace {
  /** East first, as numbers that a reader of files takes. */
  readonly east: string;
  readonly north: string;
  readonly epsg: number;
  /** Of the zone; null for degrees. */
  readonly zone: number | null;
}

/** Of degrees: 8 are 1 mm. */
const USUAL_DECIMALS = 8;

/** A place of CGCS2000 lon/lat in a notation; in zones, of the zone that it lies in. */
export function writePlace(
  [lon, lat]: Position,
  notation: Notation,
  decimals = USUAL_DECIMALS,
): WrittenPlace {
  const epsg = degreesEpsg('cgcs2000');
  if (notation === 'degrees') {
    return { east: lon.toFixed(decimals), north: lat.toFixed(decimals), epsg, zone: null };
  }
  if (notation === 'dms') {
    const [east, north] = [degreesMinutesSeconds(lon), degreesMinutesSeconds(lat)];
    return { east: `${east}E`, north: `${north}N`, epsg, zone: null };
  }
  const width = notation.startsWith('zone3') ? 3 : 6;
  const zone = zoneAt(lon, width);
  const grid = cgcs2000Epsg(width, zone, notation.endsWith('prefixed'))!;
  const [east, north] = transformOf(grid).fromLonLat(lon, lat);
  return { east: east.toFixed(3), north: north.toFixed(3), epsg: grid, zone };
}

/** The zone a longitude lies in, of those there are in China. */
export function zoneAt(lon: number, width: 3 | 6): number {
  if (width === 3) return Math.min(45, Math.max(25, Math.round(lon / 3)));
  return Math.min(23, Math.max(13, Math.floor(lon / 6) + 1));
}
