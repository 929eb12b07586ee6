import type { Position } from '../geometry/shapes.ts';
import { roundDegrees } from '../units/round.ts';

/** Coordinates of Chinese internet maps: GCJ-02 (高德, 腾讯, Google 中国), BD-09 (百度). */
export type InternetMap = 'gcj02' | 'bd09';

/** The box in which the published formula shifts, [west, south, east, north] in degrees. */
const SHIFTED_BOX = [72.004, 0.8293, 137.8347, 55.8271] as const;

/** Semi-major axis and squared eccentricity that the published formula uses (Krassovsky 1940). */
const AXIS_M = 6_378_245;
const ECCENTRICITY_2 = 0.006_693_421_622_965_943;

const BD_PI = (Math.PI * 3000) / 180;

/** Steps of the inversion end below this, a hundredth of what is kept. */
const ENOUGH_DEGREES = 1e-11;
const MOST_STEPS = 50;

export function isShiftedThere([lon, lat]: Position): boolean {
  const [west, south, east, north] = SHIFTED_BOX;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/**
 * The approximate forward formula as it circulates since 2010 (the real one is not public): WGS 84, here
 * taken as CGCS2000, to the coordinates of an internet map. Untouched outside China's box. Where it can be
 * compared with the maps themselves it is right to some metres; nobody answers for it.
 */
export function toInternetMap(map: InternetMap, at: Position): Position {
  if (!isShiftedThere(at)) return at;
  return map === 'gcj02' ? toGcj02(at) : gcj02ToBd09(toGcj02(at));
}

/**
 * Undoes `toInternetMap` by fixed-point steps, not by a second approximation: the forward formula leads
 * back to the input within 1e-9°. Snapped to 1e-9°; untouched outside China's box.
 */
export function fromInternetMap(map: InternetMap, at: Position): Position {
  if (!isShiftedThere(at)) return at;
  let [lon, lat] = at;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [x, y] = toInternetMap(map, [lon, lat]);
    const [dLon, dLat] = [at[0] - x, at[1] - y];
    lon += dLon;
    lat += dLat;
    if (Math.abs(dLon) < ENOUGH_DEGREES && Math.abs(dLat) < ENOUGH_DEGREES) break;
  }
  return [roundDegrees(lon), roundDegrees(lat)];
}

function toGcj02([lon, lat]: Position): Position {
  const east = eastOffset(lon - 105, lat - 35);
  const north = northOffset(lon - 105, lat - 35);
  const phi = (lat * Math.PI) / 180;
  const w2 = 1 - ECCENTRICITY_2 * Math.sin(phi) ** 2;
  const w = Math.sqrt(w2);
  const metresPerRadianNorth = (AXIS_M * (1 - ECCENTRICITY_2)) / (w2 * w);
  const metresPerRadianEast = (AXIS_M / w) * Math.cos(phi);
  return [
    lon + (east * 180) / (metresPerRadianEast * Math.PI),
    lat + (north * 180) / (metresPerRadianNorth * Math.PI),
  ];
}

/** The two series of the formula, metres, in degrees from 105° E, 35° N. */
function northOffset(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(x, [
      [6, 20],
      [2, 20],
    ]) +
    waves(y, [
      [1, 20],
      [1 / 3, 40],
    ]) +
    waves(y, [
      [1 / 12, 160],
      [1 / 30, 320],
    ])
  );
} // prettier-ignore

function eastOffset(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(x, [
      [6, 20],
      [2, 20],
    ]) +
    waves(x, [
      [1, 20],
      [1 / 3, 40],
    ]) +
    waves(x, [
      [1 / 12, 150],
      [1 / 30, 300],
    ])
  );
} // prettier-ignore

function waves(value: number, terms: readonly (readonly [factor: number, size: number])[]): number {
  let sum = 0;
  for (const [factor, size] of terms) sum += size * Math.sin(factor * value * Math.PI);
  return (sum * 2) / 3;
}

function gcj02ToBd09([lon, lat]: Position): Position {
  const z = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_PI);
  const theta = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_PI);
  return [z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006];
}
