import { DEGREE } from '../geometry/cgcs2000.ts';
import type { Position } from '../geometry/shapes.ts';
import type { SevenParameters } from './datum-shift.ts';

/** A rotation ellipsoid by its semi-major axis and inverse flattening. */
export interface Ellipsoid {
  readonly axisM: number;
  readonly inverseFlattening: number;
}

type Vector = readonly [x: number, y: number, z: number];

const SECOND = DEGREE / 3600;

/**
 * Lon/lat (degrees) on one ellipsoid to lon/lat on another through earth-centred coordinates and seven
 * parameters (linear in the angles, as everywhere). Heights are taken as 0: a kilometre of height moves a
 * point by millimetres.
 */
export function shiftDatum(
  at: Position,
  from: Ellipsoid,
  to: Ellipsoid,
  shift: SevenParameters,
): Position {
  return toDegrees(forward(toCartesian(at, from), shift), to);
}

/**
 * The way back to 1e-12°, by stepping towards the point that `shiftDatum` takes to `at`: both ways drop the
 * height, so neither is the plain inverse of the other.
 */
export function unshiftDatum(
  at: Position,
  from: Ellipsoid,
  to: Ellipsoid,
  shift: SevenParameters,
): Position {
  let [lon, lat] = at;
  for (let step = 0; step < 5; step++) {
    const [x, y] = shiftDatum([lon, lat], from, to, shift);
    lon += at[0] - x;
    lat += at[1] - y;
  }
  return [lon, lat];
}

function forward([x, y, z]: Vector, shift: SevenParameters): Vector {
  const { dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm } = shift;
  const scale = 1 + scalePpm / 1e6;
  const [rx, ry, rz] = [rxSec * SECOND, rySec * SECOND, rzSec * SECOND];
  return [
    dxM + scale * (x - rz * y + ry * z),
    dyM + scale * (rz * x + y - rx * z),
    dzM + scale * (-ry * x + rx * y + z),
  ];
}

function toCartesian([lon, lat]: Position, ellipsoid: Ellipsoid): Vector {
  const e2 = eccentricity2(ellipsoid);
  const sin = Math.sin(lat * DEGREE);
  const cos = Math.cos(lat * DEGREE);
  const normal = ellipsoid.axisM / Math.sqrt(1 - e2 * sin * sin);
  return [
    normal * cos * Math.cos(lon * DEGREE),
    normal * cos * Math.sin(lon * DEGREE),
    normal * (1 - e2) * sin,
  ];
}

/** Bowring's way, repeated until nothing moves: near the ground two rounds are enough. */
function toDegrees([x, y, z]: Vector, ellipsoid: Ellipsoid): Position {
  const a = ellipsoid.axisM;
  const e2 = eccentricity2(ellipsoid);
  const b = a * Math.sqrt(1 - e2);
  const p = Math.hypot(x, y);
  let reduced = Math.atan2(z * a, p * b);
  let lat = 0;
  for (let round = 0; round < 4; round++) {
    lat = Math.atan2(
      z + (e2 / (1 - e2)) * b * Math.sin(reduced) ** 3,
      p - e2 * a * Math.cos(reduced) ** 3,
    );
    reduced = Math.atan2(b * Math.sin(lat), a * Math.cos(lat));
  }
  return [Math.atan2(y, x) / DEGREE, lat / DEGREE];
}

function eccentricity2({ inverseFlattening }: Ellipsoid): number {
  const f = 1 / inverseFlattening;
  return f * (2 - f);
}
