import { describe, expect, it } from 'vitest';
import { hintsFromProjJson } from '../../src/crs/projjson.ts';

/** As GDAL 3.8 answers for a .prj; the fields this looks at. */
const china = { name: 'China 2000', ellipsoid: { semi_major_axis: 6378137 } };
const degrees = { axis: [{ unit: 'degree' }, { unit: 'degree' }] };
const base = { name: 'GCS_China_Geodetic_Coordinate_System_2000', datum: china };

interface Zone {
  meridian?: number;
  east?: number;
  scale?: number;
  unit?: string;
  datum?: object;
}

function zone({
  meridian = 105,
  east = 35_500_000,
  scale = 1,
  unit = 'metre',
  datum = china,
}: Zone) {
  return {
    type: 'ProjectedCRS',
    name: 'CGCS2000_3_Degree_GK_Zone_35',
    base_crs: { ...base, datum },
    conversion: {
      method: { name: 'Transverse Mercator' },
      parameters: [
        { name: 'Latitude of natural origin', value: 0, unit: 'degree' },
        { name: 'Longitude of natural origin', value: meridian, unit: 'degree' },
        { name: 'Scale factor at natural origin', value: scale, unit: 'unity' },
        { name: 'False easting', value: east, unit: 'metre' },
        { name: 'False northing', value: 0, unit: 'metre' },
      ],
    },
    coordinate_system: { axis: [{ unit }, { unit }] },
  };
}

const epsgOf = (crs: unknown) => hintsFromProjJson(crs).hints?.epsg ?? null;

describe('by parameters', () => {
  it.each([
    ['3° zone 35 with its number', {}, 4523],
    ['3° zone 35 without', { east: 500_000 }, 4544],
    ['3° zone 36', { meridian: 108, east: 36_500_000 }, 4524],
    ['6° zone 18', { meridian: 105, east: 18_500_000 }, 4496],
    ['6° zone 13', { meridian: 75, east: 13_500_000 }, 4491],
    ['the last 3° zone', { meridian: 135, east: 45_500_000 }, 4533],
  ])('finds %s', (_, given, epsg) => {
    expect(epsgOf(zone(given))).toBe(epsg);
  });

  it.each([
    ['a meridian of its own under a good name', { meridian: 106.25 }],
    ['a false easting of its own', { east: 35_600_000 }],
    ['the number of another zone', { east: 36_500_000 }],
    ['UTM', { scale: 0.9996, east: 500_000 }],
    ['feet', { unit: 'US survey foot' }],
    [
      'another ellipsoid',
      { datum: { name: 'China 2000', ellipsoid: { semi_major_axis: 6378245 } } },
    ],
    [
      'WGS 84 zones',
      { datum: { name: 'World Geodetic System 1984', ellipsoid: { semi_major_axis: 6378137 } } },
    ],
  ])('does not take %s for a zone', (_, given) => {
    expect(hintsFromProjJson(zone(given)).hints).toBeNull();
  });

  it("names the datum of Xi'an 80, so that it can be refused by name", () => {
    const datum = { name: 'Xian 1980', ellipsoid: { semi_major_axis: 6378140 } };
    expect(hintsFromProjJson(zone({ datum })).hints?.datum).toBe('xian80');
  });
});

describe('by code and name', () => {
  it('takes an EPSG code, not one of another authority', () => {
    expect(epsgOf({ type: 'ProjectedCRS', id: { authority: 'EPSG', code: 4546 } })).toBe(4546);
    expect(epsgOf({ type: 'ProjectedCRS', id: { authority: 'ESRI', code: 4523 } })).toBeNull();
    expect(
      hintsFromProjJson({ type: 'ProjectedCRS', id: { authority: 'EPSG', code: 3857 } }).hints,
    ).toBeNull();
  });

  it('reads lon/lat by its datum', () => {
    expect(epsgOf({ type: 'GeographicCRS', ...base, coordinate_system: degrees })).toBe(4490);
    const wgs = { name: 'WGS 84', datum_ensemble: { name: 'World Geodetic System 1984 ensemble' } };
    expect(epsgOf({ type: 'GeographicCRS', ...wgs, coordinate_system: degrees })).toBe(4326);
  });

  it('looks through heights and a shift written beside', () => {
    const flat = { type: 'GeographicCRS', ...base, coordinate_system: degrees };
    const vertical = { type: 'VerticalCRS', name: '1985 国家高程基准' };
    expect(epsgOf({ type: 'CompoundCRS', components: [flat, vertical] })).toBe(4490);
    expect(epsgOf({ type: 'BoundCRS', source_crs: flat })).toBe(4490);
  });

  it('understands nothing in nothing', () => {
    expect(hintsFromProjJson(null)).toEqual({ hints: null, name: '' });
    expect(hintsFromProjJson({ type: 'EngineeringCRS', name: 'Undefined' }).hints).toBeNull();
  });
});
