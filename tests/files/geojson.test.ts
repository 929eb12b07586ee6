import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../src/domain/import-answers.ts';
import type { RawProject } from '../../src/files/formats/format.ts';
import { geojson } from '../../src/files/formats/geojson.ts';
import { topojson } from '../../src/files/formats/topojson.ts';
import { wkt } from '../../src/files/formats/wkt.ts';
import { sniffFormat } from '../../src/files/sniff.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const context = (answers: ImportAnswers = {}) => ({ name: 'a', beside: [], answers });
const read = (value: unknown, answers?: ImportAnswers): RawProject =>
  geojson.read(
    utf8(typeof value === 'string' ? value : JSON.stringify(value)),
    context(answers),
  ) as RawProject;
const codes = ({ notes }: RawProject): string[] => notes.map(({ code }) => code);

const SQUARE = [
  [106.1, 37.4],
  [106.11, 37.4],
  [106.11, 37.41],
  [106.1, 37.4],
];
const polygon = { type: 'Polygon', coordinates: [SQUARE] };
const feature = (geometry: unknown, properties: object = {}, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
});
const collection = (features: unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more,
});

describe('lines and points', () => {
  it('are kept for what they are, with their width in metres', () => {
    const line = { type: 'MultiLineString', coordinates: [SQUARE.slice(0, 2), SQUARE.slice(1, 3)] };
    const point = { type: 'Point', coordinates: [106.1, 37.4] };
    const raw = read(
      collection([
        feature(line, { 路宽: 7.5 }),
        feature(line, { width: '12 m' }),
        feature(line, { KD: '0.03公里' }),
        feature(line, { 宽度: '约8米' }),
        feature(point, { 半径: '15米' }),
        feature(point, { 直径: 10 }),
      ]),
    );
    expect(raw.parcels.map(({ shape, widthM, rings }) => [shape, widthM, rings.length])).toEqual([
      ['line', 7.5, 2],
      ['line', 12, 2],
      ['line', 30, 2],
      ['line', null, 2],
      ['point', 30, 1],
      ['point', 10, 1],
    ]);
    expect(raw.notes).toMatchObject([
      { code: 'note-width-unread', params: { field: '宽度', value: '约8米' } },
    ]);
  });

  it('in a sequence are joined on request', () => {
    const points = SQUARE.slice(0, 3).map((at) => feature({ type: 'Point', coordinates: at }));
    expect(read(collection(points)).parcels).toHaveLength(3);
    const raw = read(collection(points), { closeLines: true });
    expect(raw.parcels).toMatchObject([{ shape: 'area', rings: [{ points: [{}, {}, {}] }] }]);
    expect(codes(raw)).toEqual(['note-lines-closed']);
  });

  it('of a collection of geometries are parcels of their kinds', () => {
    const inner = { type: 'GeometryCollection', geometries: [polygon, polygon] };
    const line = { type: 'LineString', coordinates: SQUARE };
    const geometries = [inner, line];
    const raw = read(feature({ type: 'GeometryCollection', geometries }, { DKMC: '甲' }));
    expect(raw.parcels.map(({ shape, name, rings }) => [shape, name, rings.length])).toEqual([
      ['area', '甲', 2],
      ['line', '甲', 1],
    ]);
  });

  it('nested without end are refused', () => {
    const depth = 5000;
    const text = `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${']}'.repeat(depth)}`;
    expect(() => read(text)).toThrow(/err-not-geojson/);
  });
});

describe('one document a line', () => {
  const lines = [feature(polygon, { XMMC: '甲' }), feature(polygon, { XMMC: '乙' })].map((one) =>
    JSON.stringify(one),
  );

  it('is read as one file, with or without record separators', () => {
    const plain = read(`${lines.join('\n')}\n`);
    expect(plain.parcels.map(({ attributes }) => attributes.XMMC)).toEqual(['甲', '乙']);
    expect(read(lines.map((line) => `\u001e${line}\n`).join('')).parcels).toEqual(plain.parcels);
    expect(geojson.sniff(utf8(`\u001e${lines[0]}`))).toBe(1);
  });

  it('names the line that is none', () => {
    expect(() => read(`${lines[0]}\n${lines[1]!.slice(0, 50)}`)).toThrow(/err-json-line.*"line":2/);
    expect(() => read(lines[0]!.slice(0, 50))).toThrow(/err-json /);
  });
});

describe('crs members', () => {
  const epsg = (more: object): number | null =>
    read(collection([feature(polygon)], more)).hints.epsg;

  it.each([
    [{ crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } }, 4490],
    [{ crs: { type: 'name', properties: { name: 'EPSG:4523' } } }, 4523],
    [{ crs: { type: 'name', properties: { name: '4523' } } }, 4523],
    [{ crs: { type: 'EPSG', properties: { code: 4523 } } }, 4523],
    [{ crs: { type: 'EPSG', properties: { code: 'EPSG:4523' } } }, 4523],
    [
      { crs: { type: 'name', properties: { name: 'http://www.opengis.net/def/crs/EPSG/0/4490' } } },
      4490,
    ],
    [
      {
        crs: {
          type: 'link',
          properties: { href: 'http://spatialreference.org/ref/epsg/4523/ogcwkt/' },
        },
      },
      4523,
    ],
    [{ crs: 'EPSG:4524' }, 4524],
    [{ crs: 4545 }, 4545],
    [{ spatialReference: { wkid: 4528, latestWkid: 4523 } }, 4523],
    [{ crs: null }, null],
    [{}, null],
  ])('%j is %s', (more, code) => {
    expect(epsg(more)).toBe(code);
  });

  it('by the names of Chinese programs', () => {
    const name = 'CGCS2000_3_Degree_GK_CM_105E';
    const raw = read(
      collection([feature(polygon)], { crs: { type: 'name', properties: { name } } }),
    );
    expect(raw.hints).toMatchObject({ datum: 'cgcs2000', zoneWidth: 3, centralMeridian: 105 });
  });

  it('on a feature or a geometry count too; two that differ are refused', () => {
    const at = (code: number) => ({ crs: { type: 'EPSG', properties: { code } } });
    expect(read(collection([feature(polygon, {}, at(4523))])).hints.epsg).toBe(4523);
    expect(read(feature({ ...polygon, ...at(4523) })).hints.epsg).toBe(4523);
    const two = collection([feature(polygon, {}, at(4523)), feature(polygon)], at(4524));
    expect(() => read(two)).toThrow(/err-crs-several.*EPSG:4524、EPSG:4523/);
    expect(() => epsg({ crs: { type: 'name', properties: {} } })).toThrow(/err-crs-name/);
    expect(() => epsg({ crs: { type: 'name', properties: { name: '地方坐标系' } } })).toThrow(
      /err-crs-name.*地方坐标系/,
    );
  });
});

it('suspects an internet map by the name it bears, until a person has answered', () => {
  const file = collection([feature(polygon)], { name: '百度地图标注' });
  expect(read(file).notes).toMatchObject([{ code: 'note-internet-map-source' }]);
  expect(codes(read(file, { shift: 'bd09' }))).toEqual([]);
});

describe('TopoJSON', () => {
  const arcs = [
    [
      [0, 0],
      [1000, 0],
      [0, 1000],
    ],
    [
      [1000, 1000],
      [-1000, 0],
      [0, -1000],
    ],
  ];
  const topology = (objects: object, more: object = {}) => ({
    type: 'Topology',
    arcs,
    transform: { scale: [0.00001, 0.00001], translate: [106.1, 37.4] },
    objects,
    ...more,
  });
  const site = { type: 'Polygon', arcs: [[0, 1]], properties: { DKMC: '甲' } };
  const open = (value: unknown): RawProject =>
    topojson.read(utf8(JSON.stringify(value)), context()) as RawProject;

  it('is put together from its arcs; objects are layers', () => {
    const geometries = [site, { type: 'LineString', arcs: [-1], properties: { 宽度: 4 } }];
    const raw = open(topology({ 红线: site, 其他: { type: 'GeometryCollection', geometries } }));
    expect(
      raw.parcels.map(({ layer, shape, name, widthM }) => [layer, shape, name, widthM]),
    ).toEqual([
      ['红线', 'area', '甲', null],
      ['其他', 'area', '甲', null],
      ['其他', 'line', null, 4],
    ]);
    const points = raw.parcels[0]!.rings[0]!.points;
    expect(points).toHaveLength(5);
    expect(Number(points[2]![1])).toBeCloseTo(106.11, 12);
    expect(Number(points[2]![2])).toBeCloseTo(37.41, 12);
  });

  it('honours a crs member', () => {
    const crs = { type: 'name', properties: { name: 'EPSG:4490' } };
    expect(open(topology({ a: site }, { crs })).hints.epsg).toBe(4490);
  });

  it('with arcs that are not there is refused', () => {
    expect(() => open(topology({ 红线: { type: 'Polygon', arcs: [[7]] } }))).toThrow(
      /err-topojson.*红线/,
    );
    expect(() => open(topology({ a: 5 }))).toThrow(/err-/);
    expect(() => open({ type: 'Topology', arcs: [] })).toThrow(/err-topojson/);
    const broken = topology(
      { a: site },
      {
        arcs: [
          [
            [0, 0],
            [1, 'x'],
            [0, 1000],
          ],
          arcs[1],
        ],
      },
    );
    expect(() => open(broken)).toThrow(/err-position/);
  });

  it('is not taken for GeoJSON', () => {
    const bytes = utf8(
      JSON.stringify({
        type: 'Topology',
        objects: { a: { type: 'GeometryCollection', geometries: [] } },
      }),
    );
    expect(sniffFormat('a.json', bytes).id).toBe('topojson');
    expect(sniffFormat('a.json', utf8(JSON.stringify(polygon))).id).toBe('geojson');
  });
});

describe('WKT', () => {
  const open = (text: string, answers?: ImportAnswers): RawProject =>
    wkt.read(utf8(text), context(answers)) as RawProject;
  const RING = '((106.1 37.4,106.11 37.4,106.11 37.41,106.1 37.4))';

  it('is a parcel a geometry, whatever stands between them', () => {
    const high = '((106.1 37.4 5,106.11 37.4 5,106.11 37.41 5,106.1 37.4 5))';
    const line = 'LineString(106.1 37.4, 106.2 37.5)';
    const raw = open(`polygon${RING};\nMULTIPOLYGON Z (${high}),\n${line}\n\n`);
    expect(raw.parcels.map(({ shape, rings }) => [shape, rings[0]!.points.length])).toEqual([
      ['area', 4],
      ['area', 4],
      ['line', 2],
    ]);
    expect(raw.hints.epsg).toBeNull();
    expect(codes(raw)).toContain('note-heights-dropped');
  });

  it('names its system by an SRID', () => {
    const raw = open(
      'SRID=4523;POLYGON((35594000 4145300,35594400 4145300,35594000 4145000,35594000 4145300))',
    );
    expect(raw.hints.epsg).toBe(4523);
    expect(raw.parcels[0]!.rings[0]!.points[0]).toEqual(['J1', '35594000', '4145300']);
    expect(open(`SRID=0;POLYGON${RING}`).hints.epsg).toBeNull();
    expect(() => open(`SRID=4490;POLYGON${RING}\nPOLYGON${RING}`)).toThrow(/err-crs-several/);
  });

  it('that is empty is counted', () => {
    expect(codes(open(`POLYGON EMPTY\nPOLYGON${RING}`))).toEqual(['note-empty-geometry']);
  });

  it.each([
    'POLYGON((106.1 37.4,106.11 x,106.1 37.4))',
    'POINT(106.1 nan)',
    'POLYGON((106.1 37.4,106.11 37.4',
    `POLYGON${RING} junk`,
    'CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0))',
    'GEOMETRYCOLLECTION('.repeat(50_000),
    `POLYGON${'('.repeat(100_000)}`,
  ])('that is broken is refused: %#', (text) => {
    expect(() => open(text)).toThrow(/err-wkt/);
  });

  it('is told from other text', () => {
    expect(sniffFormat('a.txt', utf8(`SRID=4490;MultiPolygon (${RING})`)).id).toBe('wkt');
    expect(wkt.sniff(utf8('POINT of no return'))).toBe(0);
  });
});
