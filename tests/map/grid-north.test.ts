import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { convergenceOf, northNote } from '../../src/map/grid-north.ts';

/** By another way: where a step along the meridian goes on the plane of the projection (proj4). */
function projected(lon: number, lat: number, meridian: number): number {
  const system = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +ellps=GRS80 +units=m`;
  const [x0, y0] = proj4(system, [lon, lat - 1e-4]) as [number, number];
  const [x1, y1] = proj4(system, [lon, lat + 1e-4]) as [number, number];
  // the meridian leans by the convergence to the other side
  return -(Math.atan2(x1 - x0, y1 - y0) * 180) / Math.PI;
}

describe('convergence', () => {
  test.each([
    [106.0645, 37.4335, 105],
    [103.51, 39.4, 105],
    [107.65, 35.3, 108],
    [106.5, 38.5, 105],
    [108, 38.5, 105],
    [126, 53.5, 123],
    [109.5, 18.2, 111],
  ])('at %d, %d in the zone of %d is that of the projection', (lon, lat, centralMeridian) => {
    const ours = convergenceOf([lon, lat], { centralMeridian, width: 3 });
    expect(Math.abs(ours - projected(lon, lat, centralMeridian))).toBeLessThan(1e-6);
  });

  test('at the edge of a 3° zone in Ningxia it is about 0.9°', () => {
    expect(convergenceOf([106.5, 38], { centralMeridian: 105, width: 3 })).toBeCloseTo(0.924, 2);
  });
});

describe('the note beside the scale', () => {
  test('says to which side and by how much, in the zone of the project', () => {
    const zone = { centralMeridian: 105, width: 3 as const };
    expect(northNote([106.0645, 37.4335], zone, 'zh')).toBe(
      '图上真北向上，坐标北偏东 0°39′（3°带 105°）',
    );
    expect(northNote([103.9355, 37.4335], zone, 'zh')).toContain('偏西 0°39′');
    expect(northNote([105, 37.4335], zone, 'en')).toContain('as grid north');
  });

  test('without a project, in the 3° zone of the place', () => {
    expect(northNote([106.6, 38], null, 'zh')).toContain('3°带 108°');
    expect(northNote([106.4, 38], null, 'zh')).toContain('3°带 105°');
  });
});
