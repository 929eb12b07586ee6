import { expect, it } from 'vitest';
import {
  crsDefinition,
  type Datum,
  degreesEpsg,
  isComputable,
  isLocalDatum,
  zoneEpsg,
} from '../../src/crs/registry.ts';
import answers from './registry-answers.json' with { type: 'json' };

const DATUM_OF: Readonly<Record<string, Datum>> = {
  GRS80: 'cgcs2000',
  WGS84: 'wgs84',
  IAU76: 'xian80',
  krass: 'beijing54',
};

it('knows every code of China as the EPSG register has it', () => {
  expect(answers).toHaveLength(207);
  for (const { epsg, cm, falseEastingM, ellipsoid } of answers) {
    const found = crsDefinition(epsg);
    expect(found?.datum, `EPSG:${epsg}`).toBe(DATUM_OF[ellipsoid]);
    if (cm === null) {
      expect(found?.kind).toBe('geographic');
      expect(degreesEpsg(found!.datum)).toBe(epsg);
      continue;
    }
    expect(found, `EPSG:${epsg}`).toMatchObject({ centralMeridian: cm, falseEastingM });
    if (found?.kind !== 'gauss-krueger') throw new Error(String(epsg));
    const { datum, zoneWidth, zone, prefixed } = found;
    const isDeprecated = epsg >= 21473;
    const current = isDeprecated ? epsg - 20 : epsg;
    expect(zoneEpsg(datum, zoneWidth, zone, prefixed)).toBe(current);
    expect(isComputable(found)).toBe(!isLocalDatum(datum));
  }
});

it.each([2326, 2391, 2400, 2443, 4489, 4555, 21412, 21424, 21452, 21464, 3857, 32648])(
  'does not know EPSG:%i',
  (epsg) => expect(crsDefinition(epsg)).toBeNull(),
);
