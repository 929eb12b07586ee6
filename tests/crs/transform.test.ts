import { describe, expect, it } from 'vitest';
import { crsDefinition, isComputable } from '../../src/crs/registry.ts';
import { transformOf } from '../../src/crs/transform.ts';
import answers from './cs2cs-answers.json' with { type: 'json' };

/** 0.1 mm, in degrees of latitude and (more than enough) of longitude. */
const DEGREES_01_MM = 0.9e-9;

describe('transform', () => {
  it('has answers of PROJ for at least 100 points', () => {
    expect(answers.length).toBeGreaterThanOrEqual(100);
  });

  it.each([...new Set(answers.map((answer) => answer.epsg))])('equals PROJ for EPSG:%i', (epsg) => {
    const { toLonLat, fromLonLat } = transformOf(epsg);
    for (const answer of answers.filter((one) => one.epsg === epsg)) {
      const [lon, lat] = toLonLat(answer.x, answer.y);
      expect(Math.abs(lon - answer.lon)).toBeLessThan(DEGREES_01_MM);
      expect(Math.abs(lat - answer.lat)).toBeLessThan(DEGREES_01_MM);
      const [x, y] = fromLonLat(answer.lon, answer.lat);
      expect(Math.hypot(x - answer.x, y - answer.y)).toBeLessThan(1e-4);
    }
  });

  it('snaps what came through a projection to 1e-9 degree', () => {
    const [lon, lat] = transformOf(4523).toLonLat(35594000, 4145300);
    expect([lon, lat]).toEqual([106.062104164, 37.434840917]);
  });

  it('never touches given lon/lat', () => {
    expect(transformOf(4490).toLonLat(106.0621041640123, 37.4)).toEqual([106.0621041640123, 37.4]);
    expect(transformOf(4326).toLonLat(106.0621041640123, 37.4)).toEqual([106.0621041640123, 37.4]);
  });

  it.each([
    [2349, 'xian80'],
    [2384, 'xian80'],
    [4610, 'xian80'],
    [2401, 'beijing54'],
    [2442, 'beijing54'],
    [21418, 'beijing54'],
  ])('knows EPSG:%i as %s and does not compute it', (epsg, datum) => {
    const definition = crsDefinition(epsg)!;
    expect(definition.datum).toBe(datum);
    expect(isComputable(definition)).toBe(false);
    expect(() => transformOf(epsg)).toThrow(RangeError);
  });
});
