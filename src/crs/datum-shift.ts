/**
 * Seven parameters from a local datum to CGCS2000, in the position vector convention (EPSG method 9606,
 * PROJ `+convention=position_vector`, the signs of `+towgs84`): metres, arc seconds, parts per million.
 *
 *     X        dX               1  -rz   ry     x
 *     Y   =    dY  + (1 + m) ·  rz   1  -rx  ·  y
 *     Z        dZ              -ry   rx   1     z
 *
 * Programs that use the coordinate frame convention (EPSG 9607) give the three rotations with the other
 * sign.
 */
export interface SevenParameters {
  readonly dxM: number;
  readonly dyM: number;
  readonly dzM: number;
  readonly rxSec: number;
  readonly rySec: number;
  readonly rzSec: number;
  readonly scalePpm: number;
}

/** In the order in which they are written everywhere: dX dY dZ rX rY rZ m. */
export function listParameters(shift: SevenParameters): readonly number[] {
  const { dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm } = shift;
  return [dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm];
}

/**
 * Whether these can be parameters between datums of China: real sets move by less than a kilometre and
 * turn by less than a minute. Beyond that a unit was mistaken (radians, a factor in place of ppm).
 */
export function isPlausibleShift({ dxM, dyM, dzM, ...rest }: SevenParameters): boolean {
  const { rxSec, rySec, rzSec, scalePpm } = rest;
  const isWithin = (limit: number, values: readonly number[]) =>
    values.every((value) => Math.abs(value) <= limit);
  return (
    isWithin(1000, [dxM, dyM, dzM]) &&
    isWithin(60, [rxSec, rySec, rzSec]) &&
    isWithin(100, [scalePpm])
  );
}
