import { expect, it } from 'vitest';
import { IMPORT_WORDS, type ImportCode, importText } from '../../src/text/words/import.ts';

/** A value for everything a sentence may ask for. */
const PARAMS = {
  addEastM: 1,
  areaM2: 1e4,
  bare: true,
  by: 'breaks,names',
  cell: 'C4',
  column: 'D',
  afterM2: 2e4,
  beforeM2: 1e4,
  byte: '00',
  bytes: 2e8,
  cm: 105,
  computedM2: 1e4,
  count: 2,
  datum: 'xian80',
  declared: 3,
  east: 'C Y',
  easting: 35594000,
  encoding: 'GB18030',
  entries: '说明.pdf',
  entry: '内.zip',
  epsg: 4523,
  expected: 35,
  file: 'a.txt',
  first: '35',
  firstX: 1,
  firstY: 2,
  format: 'KML',
  found: 4,
  given: '1-2',
  hole: true,
  id: '1',
  key: '带号',
  kind: 'line',
  field: 'XMMC',
  fields: 'XMMC、备注',
  lat: 37.4348,
  layer: '红线',
  layers: '红线、道路',
  line: 12,
  lon: 106.0621,
  maxBytes: 1e8,
  missing: 'a.dbf',
  name: 'X',
  north: 'B X',
  offset: 1,
  others: 'S2',
  path: 'xl/a.xml',
  point: 'A',
  reason: 'zip-end',
  row: 5,
  sheet: 'S1',
  sheets: 'S1',
  words: 'X、Y',
  other: 2,
  parcel: 'P',
  points: 3,
  position: 7,
  prefixed: true,
  problem: 'crs-zone-missing',
  projection: 'UTM',
  record: 3,
  records: 4,
  ring: 1,
  said: 'UTF-8',
  says: 36,
  second: '36',
  shapes: 5,
  text: 't',
  type: 'Topology',
  unit: 'ha',
  value: '1',
  vertices: 2e6,
  wanted: 6,
  what: 'truncated',
  width: 6,
  distanceM: 3.5,
  ends: 'flat',
  from: 'file',
  givenM: 20,
  map: 'bd09',
  part: 1,
  schema: 'sanxian/project@9',
  values: '1.5,-2,3,0.1,0.2,-0.3,4',
  widthM: 0.02,
  x: 35594000,
  y: 4145300,
  zone: 35,
  zoneWidth: 3,
  onPaper: 1,
  scale: 0.001,
  source: '奥维互动地图',
  types: 'HATCH × 2',
  names: 'EPSG:4523、EPSG:4490',
  object: 'site',
}; // prettier-ignore

it.each(Object.keys(IMPORT_WORDS) as ImportCode[])(
  '%s has a sentence in both languages',
  (code) => {
    const { zh, en } = importText(code, PARAMS);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]{3}/);
    expect(zh + en).not.toMatch(/undefined|null|NaN|\[object|—/);
  },
);

it('groups long numbers by thin spaces and keeps their decimals', () => {
  const { zh } = importText('crs-by-prefix', { easting: 35594000.125, zone: 35, cm: 105 });
  expect(zh).toBe('东坐标 35\u2009594\u2009000.125 带号 35，中央经线 105°');
});

it('names both zones of a contradiction', () => {
  const params = { problem: 'crs-zone-contradiction', expected: 35, easting: 36512003, says: 36 };
  expect(importText('crs-unknown', params).en).toContain(
    'Zone 35 expected, easting 36\u2009512\u2009003 says 36',
  );
});
