import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { geoJsonSource } from '../../../src/files/sources/geojson-source.ts';
import type { SourceFeature } from '../../../src/files/sources/source-table.ts';

const SQUARE = [
  [106, 37],
  [106.1, 37],
  [106.1, 37.1],
  [106, 37],
];
const polygon = { type: 'Polygon', coordinates: [SQUARE] };
const feature = (properties: object | null, geometry: object | null = polygon) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (features: object[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });

const open = (text: string | Uint8Array) =>
  geoJsonSource(
    'a.geojson',
    memorySource('a.geojson', typeof text === 'string' ? new TextEncoder().encode(text) : text),
    null,
  );

async function featuresOf(text: string | Uint8Array): Promise<SourceFeature[]> {
  const features: SourceFeature[] = [];
  for await (const batch of (await open(text)).batches()) features.push(...batch);
  return features;
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error) => error.code ?? String(error),
  );

describe('columns', () => {
  it('are all properties ever seen, with the type that holds every value', async () => {
    const { columns, count } = await open(
      collection([
        feature({ BSM: '01', MJ: 3, n: 1, big: 4_000_000_000, mixed: 1, none: null }),
        feature({ MJ: 2.5, yes: true, mixed: 'a', list: [1], n: 2 }),
        feature(null),
      ]),
    );
    expect(count).toBe(3);
    expect(columns).toEqual([
      { name: 'BSM', type: 'string' },
      { name: 'MJ', type: 'double' },
      { name: 'n', type: 'int' },
      { name: 'big', type: 'double' },
      { name: 'mixed', type: 'string' },
      { name: 'none', type: 'string' },
      { name: 'yes', type: 'bool' },
      { name: 'list', type: 'json' },
    ]);
  });

  it('hold every value of every feature', async () => {
    const [a, b] = await featuresOf(
      collection([feature({ x: 1, l: { k: 2 } }), feature({ x: 'y' })]),
    );
    expect(a!.properties).toEqual({ x: '1', l: '{"k":2}' });
    expect(b!.properties).toEqual({ x: 'y', l: null });
  });

  it('refuse an integer whose last digits JSON has lost', async () => {
    const text = collection([feature({ BSM: 0 })]).replace('"BSM":0', '"BSM":640303205100000001');
    await expect(open(text)).rejects.toMatchObject({
      code: 'source-digits',
      params: { column: 'BSM' },
    });
  });
});

describe('shapes', () => {
  it('closes rings, leaves out those without area and counts them', async () => {
    const open3 = SQUARE.slice(0, 3);
    const two = [
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    const [given] = await featuresOf(
      collection([
        feature({}, { type: 'MultiPolygon', coordinates: [[open3, two], [two, SQUARE], [SQUARE]] }),
      ]),
    );
    // the second polygon lost its outer ring: its hole must not become an area
    expect(given!.droppedRings).toBe(3);
    expect([...given!.polygons.ringEnds]).toEqual([4, 8]);
    expect([...given!.polygons.polygonEnds]).toEqual([1, 2]);
    expect([...given!.polygons.xy.slice(0, 8)]).toEqual(SQUARE.flat());
  });

  it('gives records without geometry as such', async () => {
    const [given] = await featuresOf(collection([feature({ BSM: '1' }, null)]));
    expect(given!.polygons.xy).toHaveLength(0);
    expect(given!.properties).toEqual({ BSM: '1' });
  });

  it.each([
    ['a line', { type: 'LineString', coordinates: SQUARE }],
    ['a point', { type: 'Point', coordinates: [106, 37] }],
    [
      'a line in a collection',
      { type: 'GeometryCollection', geometries: [polygon, { type: 'LineString' }] },
    ],
    ['coordinates that are no lists', { type: 'Polygon', coordinates: 3 }],
  ])('refuses %s', async (_, geometry) => {
    expect(await codeOf(featuresOf(collection([feature({}, geometry)])))).toBe(
      'source-not-polygons',
    );
  });

  it('refuses a coordinate that is no number', async () => {
    const bad = {
      type: 'Polygon',
      coordinates: [
        [
          [106, 'x'],
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ],
    };
    expect(await codeOf(featuresOf(collection([feature({}, bad)])))).toBe('source-coordinate');
  });
});

describe('the document', () => {
  it('is read whatever stands around the features', async () => {
    const text = `\n { "name" : "a}]\\"[", "x": {"features":[1,[2]]}, "n": -1.5e3 , "type":"FeatureCollection",
      "features" : [ ${JSON.stringify(feature({ s: '}],{"' }))} ,\n${JSON.stringify(feature({ s: '\\' }))} ] , "bbox":[1,2,3,4]}\n`;
    const table = await open(text);
    expect([table.name, table.count]).toEqual(['a}]"[', 2]);
    expect((await featuresOf(text)).map(({ properties }) => properties.s)).toEqual(['}],{"', '\\']);
  });

  it('says WGS 84 by its standard, and what its crs member says', async () => {
    const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
    expect((await open(collection([]))).crs?.hints?.epsg).toBe(4326);
    expect((await open(collection([], crs('EPSG:4523')))).crs?.hints?.epsg).toBe(4523);
    expect((await open(collection([], crs('urn:ogc:def:crs:EPSG::4490')))).crs?.hints?.epsg).toBe(
      4490,
    );
    expect((await open(collection([], crs('本地独立坐标系')))).crs).toEqual({
      hints: null,
      name: '本地独立坐标系',
    });
  });

  it('is read as GBK where it is no UTF-8, and says so', async () => {
    const [before, after] = collection([feature({ MC: '?' })])
      .split('?')
      .map((part) => new TextEncoder().encode(part));
    const gbk = Uint8Array.of(...before!, 0xba, 0xec, ...after!);
    const table = await open(gbk);
    expect(table.notes).toMatchObject([
      { code: 'source-encoding', params: { encoding: 'GB18030' } },
    ]);
    expect((await featuresOf(gbk))[0]!.properties.MC).toBe('红');
  });

  it.each([
    ['cut off', collection([feature({})]).slice(0, -5), 'source-json'],
    ['a list', '[1]', 'source-json'],
    ['no JSON', 'hello', 'source-json'],
    [
      'a feature that is broken',
      '{"type":"FeatureCollection","features":[{"type":"Feature",}]}',
      'source-json',
    ],
    ['null among the features', '{"type":"FeatureCollection","features":[null]}', 'source-json'],
    ['a bare feature', JSON.stringify(feature({})), 'source-not-collection'],
    ['another document', '{"type":"Topology"}', 'source-not-collection'],
  ])('%s is an error', async (_, text, code) => {
    expect(await codeOf(open(text))).toBe(code);
  });

  it('may be long: pieces of any length give the same features', async () => {
    const name = '红寺堡'.repeat(50);
    const text = collection(Array.from({ length: 12_000 }, (_, i) => feature({ i, name })));
    expect(text.length).toBeGreaterThan(3_000_000); // 9 MB as UTF-8: three pieces
    const features = await featuresOf(text);
    expect(features.map(({ properties }) => properties.i)).toEqual(features.map((_, i) => i));
    expect(features.every(({ properties }) => properties.name === name)).toBe(true);
    expect(features).toHaveLength(12_000);
  });
});
