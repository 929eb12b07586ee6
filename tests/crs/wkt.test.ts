import { describe, expect, it } from 'vitest';
import { crsDefinition } from '../../src/crs/registry.ts';
import { hintsFromWkt } from '../../src/crs/wkt.ts';
import answers from './wkt-answers.json';

/** What GDAL writes for a code must be understood as that code, or as what of it cannot be computed. */
describe('the systems that GDAL writes', () => {
  it.each(answers.answers)('$epsg as $form', ({ epsg, form, text }) => {
    const said = hintsFromWkt(text);
    expect(said).not.toBeNull();
    const definition = crsDefinition(epsg);
    if (definition === null) {
      expect(said).toMatchObject({ hints: null, isPlane: true });
      return;
    }
    const { hints } = said!;
    if (hints!.epsg === null) {
      // ESRI's form has no code: of an old datum its name is what counts
      expect(form).toBe('wkt_esri');
      expect(hints!.datum).toBe(definition.datum);
      expect(['xian80', 'beijing54']).toContain(definition.datum);
      return;
    }
    const found = crsDefinition(hints!.epsg)!;
    // without prefix a 3° and a 6° zone of one meridian are the same plane
    const isSamePlane =
      definition.kind === 'gauss-krueger' &&
      found.kind === 'gauss-krueger' &&
      found.datum === definition.datum &&
      found.centralMeridian === definition.centralMeridian &&
      found.falseEastingM === definition.falseEastingM;
    expect(hints!.epsg === epsg || isSamePlane).toBe(true);
  });

  it('looked at every form of every code', () => {
    expect(answers.answers).toHaveLength(57);
  });
});

const ESRI = (parameters: string, unit = 'UNIT["Meter",1.0]') =>
  `PROJCS["local",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],${parameters},${unit}]`;

describe('hintsFromWkt', () => {
  const zone35 = 'PARAMETER["False_Easting",35500000.0],PARAMETER["Central_Meridian",105.0]';

  it('takes absent parameters for what WKT 1 says they are', () => {
    expect(hintsFromWkt(ESRI(zone35))?.hints?.epsg).toBe(4523);
  });

  it.each([
    [
      'a meridian of its own',
      ESRI('PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",106.5]'),
    ],
    ['another scale', ESRI(`${zone35},PARAMETER["Scale_Factor",0.9996]`)],
    ['a false northing', ESRI(`${zone35},PARAMETER["False_Northing",-3000000.0]`)],
    ['feet', ESRI(zone35, 'UNIT["Foot",0.3048]')],
    ['no meridian', ESRI('PARAMETER["False_Easting",500000.0]')],
    [
      'a zone that is not its meridian',
      ESRI('PARAMETER["False_Easting",36500000.0],PARAMETER["Central_Meridian",105.0]'),
    ],
  ])('leaves a local system with %s unknown, and names it', (_, text) => {
    expect(hintsFromWkt(text)).toEqual({ hints: null, name: 'local', isPlane: true });
  });

  it('reads the part on the ground of a compound system, and passes over heights behind it', () => {
    const plane = ESRI(zone35);
    const heights = 'VERT_CS["1985",VERT_DATUM["1985",2005],UNIT["metre",1]]';
    expect(hintsFromWkt(`COMPD_CS["both",${plane},${heights}]`)?.hints?.epsg).toBe(4523);
    expect(hintsFromWkt(`${plane},VERTCS["1985"]`)?.hints?.epsg).toBe(4523);
    expect(hintsFromWkt(`\ufeff ${plane}\r\n`)?.hints?.epsg).toBe(4523);
  });

  it('reads round brackets and doubled quotes', () => {
    expect(
      hintsFromWkt(
        'GEOGCS("a ""b""",DATUM("D_WGS_1984",SPHEROID("x",6378137,298)),UNIT("Degree",0.0174532925199433))',
      ),
    ).toMatchObject({ hints: { epsg: 4326 }, name: 'a "b"' });
  });

  it.each([
    ['nothing', ''],
    ['words', '2000国家大地坐标系'],
    ['a code', 'EPSG:4523'],
    ['a cut-off text', ESRI(zone35).slice(0, 200)],
    ['another kind of node', 'VERTCS["1985",UNIT["metre",1]]'],
    ['nodes without end', 'PROJCS["a",'.repeat(5000)],
    ['nodes too deep', `${'A['.repeat(100)}1${']'.repeat(100)}`],
    ['a text too long', `GEOGCS["${'x'.repeat(200_000)}"]`],
  ])('is null for %s', (_, text) => {
    expect(hintsFromWkt(text)).toBeNull();
  });
});
