import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';
import { gdalProcess } from '../../src/cli/sources/gdal-process.ts';
import { hasNativeGdal, nativeGdal } from '../../src/cli/sources/native-gdal.ts';
import { type SourceOpener, sourceOpener } from '../../src/cli/sources/open-tables.ts';
import { cgcs2000Epsg, crsDefinition } from '../../src/crs/registry.ts';
import { type FlatFeature, openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import type { GdalPort } from '../../src/files/sources/gdal-port.ts';
import { gdalSource, gdalTables } from '../../src/files/sources/gdal-source.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { placeTable } from '../../src/layers/sources/place-table.ts';
import { run } from '../cli/fake-io.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/** Layers built by us against the same file loaded into PostGIS by native GDAL. */
const work = mkdtempSync(join(tmpdir(), 'sanxian-sources-'));
/** PostgreSQL runs as another user: its folder is not below ours. */
const base = mkdtempSync(join(tmpdir(), 'sanxian-sources-pg-'));
let server: PostgisServer;
let opener: SourceOpener;
beforeAll(async () => {
  opener = sourceOpener(work);
  server = await startPostgis(base);
});
afterAll(() => {
  opener.close();
  server?.stop();
  for (const folder of [work, base]) rmSync(folder, { recursive: true, force: true });
});
const gdal = (...args: string[]): void => {
  execFileSync('ogr2ogr', args, { stdio: ['ignore', 'ignore', 'inherit'] });
};

/** Many-cornered parcels with holes and second parts around 红寺堡, in 3° zone 35 with its number. */
function parcels(count: number): string {
  let state = 20_261_122;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const ring = (e: number, n: number, radius: number, corners: number): number[][] => {
    const points = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      const reach = radius * (0.7 + 0.3 * random());
      return [e + reach * Math.cos(angle), n + reach * Math.sin(angle)];
    });
    return [...points, points[0]!];
  };
  const features = Array.from({ length: count }, (_, i) => {
    const e = 35_590_000 + 500 * (i % 50);
    const n = 4_140_000 + 500 * Math.floor(i / 50);
    const outer = ring(e, n, 150, 5 + Math.floor(40 * random()));
    const hole = ring(e, n, 40, 6).reverse();
    const polygons = i % 3 === 0 ? [[outer, hole], [ring(e + 230, n, 50, 8)]] : [[outer]];
    return {
      type: 'Feature',
      properties: {
        BSM: `640303205${String(i).padStart(9, '0')}`,
        DLMC: i % 2 ? '旱地' : '水浇地',
        MJ: 1,
      },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    };
  });
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4523' } };
  return JSON.stringify({ type: 'FeatureCollection', name: 'parcels', crs, features });
}

describe('a layer built from', () => {
  const COUNT = 3000;
  const given = join(work, 'given.geojson');
  beforeAll(() => writeFileSync(given, parcels(COUNT)));

  test.each([
    ['a shapefile in GBK', 'a.shp', ['-lco', 'ENCODING=GBK']],
    ['a GeoPackage', 'a.gpkg', []],
    ['a FileGDB', 'a.gdb', ['-f', 'OpenFileGDB', '-nlt', 'MULTIPOLYGON']],
    ['GeoJSON', 'a.geojson', ['-lco', 'COORDINATE_PRECISION=15']],
    ['an indexed FlatGeobuf', 'a.fgb', ['-nlt', 'MULTIPOLYGON']],
    [
      'a shapefile in zone 36 without its number',
      'b.shp',
      ['-t_srs', 'EPSG:4545', '-lco', 'ENCODING=UTF-8'],
    ],
    ['a shapefile in EPSG:4490', 'c.shp', ['-t_srs', 'EPSG:4490', '-lco', 'ENCODING=UTF-8']],
  ])('%s has its count, identifiers, texts and areas', async (_, name, options) => {
    const source = join(work, name);
    gdal(source, given, '-nln', 'parcels', ...options);
    const out = join(work, `${name}-out`);
    const coverage = join(work, 'coverage.geojson');
    const box = [
      [105, 36],
      [108, 36],
      [108, 39],
      [105, 39],
      [105, 36],
    ];
    const area = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [box] },
    };
    writeFileSync(coverage, JSON.stringify({ type: 'FeatureCollection', features: [area] }));
    const built = await run([
      ...['layers', 'build', source, '--kind', 'cultivated-land', '--coverage', coverage],
      ...['--out', out, '--edition', 'e', '--format', 'json'],
    ]);
    expect(built.err).toBe('');
    const { entry } = JSON.parse(built.out);
    expect(entry.features).toBe(COUNT);

    // PostGIS measures on the same ellipsoid, after native GDAL and PROJ brought the same file to lon/lat;
    // its edges are geodesics and not densified, so long edges differ by some square centimetres
    const table = name.replace('.', '_');
    const moved = join(work, `${name}-4490.gpkg`);
    const lonLat = name === 'c.shp' ? ['-a_srs'] : ['-t_srs'];
    gdal(moved, source, '-nln', table, ...lonLat, 'EPSG:4490', '-nlt', 'MULTIPOLYGON');
    server.load(table, moved);
    const rows = server.ask(
      `SELECT bsm, dlmc, ST_Area(ST_SetSRID(geom, 4490)::geography) FROM ${table} ORDER BY bsm`,
    );
    const theirs = rows.split('\n').map((row) => row.split('|'));
    const file = await openFlatGeobuf(fileSource(join(out, entry.file)));
    const ours: FlatFeature[] = [];
    for await (const feature of file.allFeatures()) ours.push(feature);
    ours.sort((a, b) => (String(a.properties.BSM) < String(b.properties.BSM) ? -1 : 1));
    expect(ours.map(({ properties }) => [properties.BSM, properties.DLMC])).toEqual(
      theirs.map(([id, landClass]) => [id, landClass]),
    );
    const worst = Math.max(
      ...ours.map(({ geometry }, i) => {
        const areaM2 = 'polygons' in geometry ? ellipsoidAreaM2(geometry.polygons) : Number.NaN;
        return Math.abs(areaM2 - Number(theirs[i]![2]));
      }),
    );
    expect(worst).toBeLessThan(0.05);
  });
});

describe('coordinate systems', () => {
  const codes = [
    4490,
    4326,
    ...[3, 6].flatMap((width) =>
      [true, false].flatMap((prefixed) =>
        Array.from({ length: 45 }, (_, zone) => cgcs2000Epsg(width as 3 | 6, zone + 1, prefixed)),
      ),
    ),
  ].filter((code) => code !== null);

  test('every one of 4490, 4326 and the 64 zones is read from the metadata that GDAL writes', async () => {
    expect(codes).toHaveLength(66);
    const worst: [number, number][] = [];
    for (const code of codes) {
      const zone = crsDefinition(code)!;
      const lon = zone.kind === 'geographic' ? 106 : zone.centralMeridian - 1.2;
      const corners = [
        [lon, 37.4],
        [lon + 0.0007, 37.4001],
        [lon + 0.0006, 37.4005],
        [lon, 37.4],
      ];
      const feature = {
        type: 'Feature',
        properties: { BSM: '1' },
        geometry: { type: 'Polygon', coordinates: [corners] },
      };
      const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } };
      const from = join(work, `crs-${code}.geojson`);
      writeFileSync(from, JSON.stringify({ type: 'FeatureCollection', crs, features: [feature] }));
      // shapefiles carry ESRI's wording of a system, without its code
      const to = join(work, `crs-${code}.shp`);
      gdal(to, from, code === 4326 ? '-a_srs' : '-t_srs', `EPSG:${code}`);
      const table = await opener.open(to, {
        work,
        kind: 'land-use',
        table: null,
        encoding: null,
        onConvert: () => {},
        signal: new AbortController().signal,
      });
      const placed = (await placeTable(table, null))!;
      expect(placed.epsg).toBe(code);
      for await (const [read] of table.batches()) {
        const { xy } = placed.toLonLat(read!.polygons, 0);
        // a shapefile turns rings clockwise: compared as sets of corners
        const apart = corners.map(([x, y]) =>
          Math.min(
            ...Array.from({ length: xy.length / 2 }, (_, i) =>
              Math.hypot(xy[2 * i]! - x!, xy[2 * i + 1]! - y!),
            ),
          ),
        );
        worst.push([code, Math.max(...apart)]);
      }
    }
    // 1e-9 degrees is 0.1 mm, to which what comes from a projection is rounded
    expect(worst.filter(([, apart]) => apart > 1.5e-9)).toEqual([]);
  });
});

test('native ogr2ogr gives what gdal3.js gives', async () => {
  const path = join(import.meta.dirname, '../cases/layers/submission.gdb');
  const gdal3 = gdalProcess(work);
  const from = { file: 'submission.gdb', path, encoding: null, notes: [] };
  const [table] = (await gdalTables(gdal3, from)).filter(({ name }) => name === 'YJJBNTBHTB');
  const read = async (port: GdalPort): Promise<unknown> => {
    const { table: opened, release } = await gdalSource(port, from, table!);
    const features: unknown[] = [];
    for await (const batch of opened.batches()) features.push(...batch);
    await release();
    return { columns: opened.columns, features };
  };
  try {
    const ours = await read(gdal3);
    expect(await hasNativeGdal()).toBe(true);
    expect(await read(nativeGdal(work, gdal3))).toEqual(ours);
  } finally {
    gdal3.close();
  }
});
