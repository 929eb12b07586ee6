import { describe, expect, it } from 'vitest';
import { detectCrs } from '../../src/crs/detect.ts';
import { type CoordinateHints, NO_HINTS } from '../../src/crs/evidence.ts';
import { datumFromName, hintsFromName } from '../../src/crs/names.ts';
import { numberScale } from '../../src/crs/number-scale.ts';
import { transformOf } from '../../src/crs/transform.ts';
import type { BBox } from '../../src/geometry/shapes.ts';

const NINGXIA: BBox = [104.28, 35.23, 107.66, 39.39];
const CGCS: CoordinateHints = { ...NO_HINTS, datum: 'cgcs2000' };
const square = (east: number, north: number) => [
  [
    [east, north],
    [east + 100, north],
    [east + 100, north + 100],
    [east, north],
  ] as const,
];
/** Zones preselected, and zones that fall into Ningxia, for an easting without zone number. */
function zonesOf(east: number) {
  const answer = detectCrs(square(east, 4145000), CGCS, { region: NINGXIA });
  if (answer.kind !== 'question') throw new Error(answer.kind);
  const inside = answer.guesses.filter(
    (guess) => !guess.evidence.some(({ code }) => code === 'crs-outside-region'),
  );
  return {
    likely: answer.guesses.filter((guess) => guess.likely).map((guess) => guess.epsg),
    inside: inside.map((guess) => guess.epsg),
  };
}

describe('numberScale', () => {
  it.each([
    [106.06, 37.43, 'degrees', false],
    [37.43, 106.06, 'degrees', true],
    [35594000, 4145000, 'prefixed', false],
    [4145000, 35594000, 'prefixed', true],
    [18594000, 4145000, 'prefixed', false],
    [594000, 4145000, 'plain', false],
    [4145000, 594000, 'plain', true],
    [24594000, 4145000, 'unknown', false],
    [35594000, 594000, 'unknown', false],
    [11800000, 4500000, 'unknown', false],
    [3000, 5100, 'unknown', false],
  ])('takes %d, %d as %s (swapped: %s)', (x, y, scale, swapped) => {
    expect(numberScale(x, y)).toMatchObject({ scale, swapped });
  });
});

describe('detectCrs in Ningxia without header', () => {
  it('knows the meridian of an easting above 470 000 and below 434 000, and asks between', () => {
    expect(zonesOf(594000)).toEqual({ likely: [4544], inside: [4544] });
    expect(zonesOf(300000)).toEqual({ likely: [4545], inside: [4545] });
    expect(zonesOf(452000).likely).toEqual([]);
    expect(zonesOf(452000).inside.sort()).toEqual([4544, 4545]);
  });

  it('offers every zone of China where no region is given, and prefers none', () => {
    const answer = detectCrs(square(594000, 4145000), CGCS);
    expect(answer.kind).toBe('question');
    if (answer.kind !== 'question') return;
    expect(answer.guesses).toHaveLength(21);
    expect(answer.guesses.some((guess) => guess.likely)).toBe(false);
  });

  it('draws every guess where it would put the project', () => {
    const answer = detectCrs(square(594000, 4145300), CGCS, { region: NINGXIA });
    if (answer.kind !== 'question') throw new Error(answer.kind);
    const [first] = answer.guesses;
    expect(first!.outline[0]).toEqual([106.062104164, 37.434840917]);
    expect(first!.outline).toHaveLength(4);
    expect(first!.bbox[0]).toBeLessThan(first!.bbox[2]);
  });
});

describe('detectCrs', () => {
  it('never takes a plane system for known without a datum', () => {
    for (const hints of [NO_HINTS, { ...NO_HINTS, zone: 35, zoneWidth: 3 as const }]) {
      expect(detectCrs(square(35594000, 4145000), hints).kind).toBe('question');
      expect(detectCrs(square(594000, 4145000), hints).kind).toBe('question');
    }
  });

  it('takes zone, width and datum together, with and without zone number', () => {
    const hints = { ...CGCS, zone: 35, zoneWidth: 3 as const };
    expect(detectCrs(square(35594000, 4145000), hints)).toMatchObject({
      kind: 'known',
      epsg: 4523,
    });
    expect(detectCrs(square(594000, 4145000), hints)).toMatchObject({ kind: 'known', epsg: 4544 });
  });

  it('takes a central meridian for its zone', () => {
    const hints = { ...CGCS, centralMeridian: 108 };
    expect(detectCrs(square(400000, 4145000), hints)).toMatchObject({ kind: 'known', epsg: 4545 });
    const six = { ...CGCS, centralMeridian: 105, zoneWidth: 6 as const };
    expect(detectCrs(square(594000, 4145000), six)).toMatchObject({ kind: 'known', epsg: 4507 });
  });

  it('refuses what lies outside China, also when the user chose the system', () => {
    const answer = detectCrs(square(850000, 1200000), CGCS, { chosen: 4554 });
    expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'err-outside-china' } });
  });

  it('does not let a chosen code overrule a datum that the file names', () => {
    const answer = detectCrs(
      square(35594000, 4145000),
      { ...NO_HINTS, datum: 'xian80' },
      { chosen: 4523 },
    );
    expect(answer).toMatchObject({ kind: 'datum', datum: 'xian80' });
  });

  it('reads a prefix-less easting in a prefixed system of the same meridian to the same place', () => {
    const answer = detectCrs(square(594000, 4145300), CGCS, { chosen: 4523 });
    if (answer.kind !== 'known') throw new Error(answer.kind);
    expect(answer.reading.addEastM).toBe(35_000_000);
    expect(answer.bbox[0]).toBe(transformOf(4544).toLonLat(594000, 4145300)[0]);
  });
});

describe('names', () => {
  it.each([
    ['urn:ogc:def:crs:EPSG::4490', { epsg: 4490 }],
    ['urn:ogc:def:crs:EPSG:9.6:4523', { epsg: 4523 }],
    ['EPSG:4544', { epsg: 4544 }],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', { epsg: 4490 }],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', { epsg: 4326 }],
    ['CGCS2000_3_Degree_GK_Zone_35', { datum: 'cgcs2000', zone: 35, zoneWidth: 3 }],
    ['CGCS2000_3_Degree_GK_CM_105E', { datum: 'cgcs2000', centralMeridian: 105, zoneWidth: 3 }],
    ['GCS_China_Geodetic_Coordinate_System_2000', { datum: 'cgcs2000' }],
    ['Xian_1980_3_Degree_GK_Zone_35', { datum: 'xian80', zone: 35 }],
    ['Beijing_1954_3_Degree_GK_CM_105E', { datum: 'beijing54' }],
  ])('understands %s', (name, hints) => {
    expect(hintsFromName(name)).toMatchObject(hints);
  });

  it.each([
    ['2000国家大地坐标系', 'cgcs2000'],
    ['国家2000', 'cgcs2000'],
    ['CGCS2000', 'cgcs2000'],
    ['80国家大地坐标系', 'xian80'],
    ['1980西安坐标系', 'xian80'],
    ['西安80', 'xian80'],
    ['1954北京坐标系', 'beijing54'],
    ['WGS84', 'wgs84'],
    ['独立坐标系', null],
    ['', null],
  ])('knows the datum %s', (name, datum) => {
    expect(datumFromName(name)).toBe(datum);
  });
});
