import { describe, expect, it } from 'vitest';
import {
  isPlausibleShift,
  listParameters,
  type SevenParameters,
} from '../../src/crs/datum-shift.ts';
import { transformOf } from '../../src/crs/transform.ts';
import { distanceM } from '../../src/geometry/ellipsoid.ts';
import { datumPoints, shiftOf } from './datum-points.ts';

/** 0.1 mm in degrees. */
const DEGREES_01_MM = 0.9e-9;

const points = datumPoints();

describe('local datums by seven parameters', () => {
  it('has answers of PROJ for at least 100 points', () => {
    expect(points.length).toBeGreaterThanOrEqual(100);
  });

  it.each([...new Set(points.map(({ epsg }) => epsg))])('equals PROJ for EPSG:%i', (epsg) => {
    for (const point of points.filter((one) => one.epsg === epsg)) {
      const { toLonLat, fromLonLat, identity } = transformOf(epsg, {
        datumShift: shiftOf(point.datum),
      });
      expect(identity).toBe(false);
      const [lon, lat] = toLonLat(point.x, point.y);
      expect(Math.abs(lon - point.lon)).toBeLessThan(DEGREES_01_MM);
      expect(Math.abs(lat - point.lat)).toBeLessThan(DEGREES_01_MM);
      const [x, y] = fromLonLat(point.lon, point.lat);
      const metres = epsg === 4610 || epsg === 4214 ? 111_000 : 1;
      expect(Math.hypot(x - point.x, y - point.y) * metres).toBeLessThan(1e-4);
    }
  });

  it('reads rotations by the position vector convention: the other sign is metres off', () => {
    const shift = shiftOf('beijing54');
    const turned = { ...shift, rxSec: -shift.rxSec, rySec: -shift.rySec, rzSec: -shift.rzSec };
    const right = transformOf(2411, { datumShift: shift }).toLonLat(35594000, 4145300);
    const wrong = transformOf(2411, { datumShift: turned }).toLonLat(35594000, 4145300);
    expect(distanceM(...right, ...wrong)).toBeGreaterThan(100);
  });

  it('needs no parameters for CGCS2000 and ignores them there', () => {
    const datumShift = shiftOf('xian80');
    const plain = transformOf(4523).toLonLat(35594000, 4145300);
    expect(transformOf(4523, { datumShift }).toLonLat(35594000, 4145300)).toEqual(plain);
  });
});

describe('isPlausibleShift', () => {
  const shift = shiftOf('xian80');
  it('takes real parameters and refuses those in a wrong unit', () => {
    expect(isPlausibleShift(shift)).toBe(true);
    const wrong: SevenParameters[] = [
      { ...shift, dxM: 12_646 },
      { ...shift, rzSec: 3600 },
      { ...shift, scalePpm: 999_999 },
      { ...shift, dyM: Number.NaN },
    ];
    for (const one of wrong) expect(isPlausibleShift(one)).toBe(false);
  });

  it('lists the seven in the usual order', () => {
    expect(listParameters(shift)).toEqual([
      -12.646, 23.571, 8.327, 0.2415, -0.7632, 1.2847, -2.157,
    ]);
  });
});
