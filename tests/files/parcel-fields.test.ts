import { expect, it } from 'vitest';
import { featureParcel } from '../../src/files/formats/feature-parcel.ts';
import { BARE_PARCEL } from '../../src/files/formats/format.ts';
import { systemOfMif } from '../../src/files/formats/mapinfo.ts';
import { parcelWords, projectWords } from '../../src/files/formats/parcel-fields.ts';

it('finds the words of a parcel under the codes of the standards and under plain words', () => {
  expect(parcelWords({ DKBH: '7', DKMC: '一号', DKMJ: '1.5', TDYT: '工业' })).toEqual({
    id: '7',
    name: '一号',
    declaredArea: 1.5,
    purpose: '工业',
  });
  expect(parcelWords({ dkbh: '7', Name: 'x', 面积: '12' })).toMatchObject({
    id: '7',
    name: 'x',
    declaredArea: 12,
  });
});

it('knows a Chinese name that a shapefile cut to three letters, and no other beginning', () => {
  expect(parcelWords({ 地块编: '7', 地块名: '一号' })).toMatchObject({ id: '7', name: '一号' });
  expect(parcelWords({ 地: '7', 地块: '一号', NAM: 'x' })).toMatchObject({ id: null, name: null });
});

it('goes by the longer name that a geodatabase gives beside its fields', () => {
  expect(parcelWords({ F1: '7' }, { F1: '地块编号' }).id).toBe('7');
});

it.each(['', 'n/a', '0', '-3', 'Infinity'])('takes %j for no declared area', (value) => {
  expect(parcelWords({ MJ: value }).declaredArea).toBeNull();
});

it('says of a project what all its parcels say', () => {
  const parcels = [
    { XMMC: '风电', SQDW: '甲', XMBH: '1' },
    { XMMC: '风电', SQDW: '乙' },
  ].map((attributes) => ({ ...BARE_PARCEL, rings: [], attributes }));
  expect(projectWords(parcels)).toEqual({ id: null, name: '风电', code: null, applicant: null });
});

it('numbers the points through and keeps every digit', () => {
  const xy = [0.1 + 0.2, 1e-7, 35594000.125, 4145300];
  const { rings } = featureParcel(
    {
      shape: 'area',
      rings: [
        { xy, hole: false },
        { xy, hole: true },
      ],
      attributes: {},
    },
    'a',
  ); // prettier-ignore
  expect(rings[0]!.points[0]).toEqual(['J1', '0.30000000000000004', '1e-7']);
  expect(rings[1]!.points[1]).toEqual(['J4', '35594000.125', '4145300']);
  expect(
    rings.flatMap(({ points }) => points.flatMap(([, x, y]) => [Number(x), Number(y)])),
  ).toEqual([...xy, ...xy]);
});

it.each([
  ['Earth Projection 1, 104', { epsg: 4326 }, undefined],
  ['Earth Projection 1, 1001', null, undefined],
  ['Earth Projection 8, 104, "m", 105, 0, 1, 35500000, 0', null, true],
  ['NonEarth Units "m" Bounds (0, 0) (1, 1)', undefined, undefined],
  ['nonearth units "m"', undefined, undefined],
])('reads the CoordSys clause %j of a MIF', (clause, hints, isPlane) => {
  const mif = `Version 300\r\nCharset "WindowsSimpChinese"\r\nCoordSys ${clause}\r\nColumns 1\r\n  CoordSysX Char(3)\r\nData\r\nCoordSys x\r\n`;
  const found = systemOfMif(new TextEncoder().encode(mif));
  if (hints === undefined) expect(found).toBeNull();
  else {
    expect(found).toMatchObject({ name: clause });
    expect(found!.isPlane).toBe(isPlane);
    if (hints === null) expect(found!.hints).toBeNull();
    else expect(found!.hints).toMatchObject(hints);
  }
});

it('reads no CoordSys clause where there is none', () => {
  expect(systemOfMif(new TextEncoder().encode('Version 300\nData\nCoordSys Earth'))).toBeNull();
});
