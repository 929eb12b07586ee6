import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LayerQuality, QualityFinding } from '../../src/domain/layer-quality.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { checkQuality } from '../../src/layers/quality/check-quality.ts';
import { layerOf } from '../layers/quality/mosaic.ts';
import { plantDefects } from '../layers/quality/planted.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * A layer with planted defects, looked through by us and by PostGIS (GEOS for overlaps and unions,
 * GeographicLib for areas on the ellipsoid): the same pairs, the same gaps, the same vertices, the same
 * areas. PostGIS measures along geodesics, we along straight lon/lat: on edges of 17 m less than 1e-4 m².
 */
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
const NEEDED = ['psql', 'postgis', 'ogr2ogr'];
const EAST = 106.0446;
const STATED = [
  [
    [105, 36],
    [EAST, 36],
    [EAST, 39],
    [105, 39],
    [105, 36],
  ],
] as const;
const NOISE_M2 = 0.005;

describe.skipIf(without.some((name) => NEEDED.includes(name)))('PostGIS on planted defects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-quality-judge-'));
  let server: PostgisServer;
  let quality: LayerQuality;
  const check = (name: string) => quality.checks.find((one) => one.check === name)!;
  const rows = (sql: string): string[] =>
    server
      .ask(sql)
      .split('\n')
      .filter((row) => row !== '');

  beforeAll(async () => {
    server = await startPostgis(folder);
    const layer = await layerOf(plantDefects(77).parcels);
    quality = await checkQuality(layer, { stated: toFlat([STATED.map((ring) => [...ring])]) });
    const file = join(folder, 'farmland.fgb');
    writeFileSync(file, layer.bytes);
    server.load('farmland', file);
    // positions in the file, from 0, as we count them; what is invalid takes part in nothing
    server.ask(`ALTER TABLE farmland ADD n int; UPDATE farmland SET n = ogc_fid - (SELECT min(ogc_fid) FROM farmland);
      CREATE TABLE sound AS SELECT n, bsm, geom FROM farmland WHERE ST_IsValid(geom);
      CREATE INDEX ON sound USING gist (geom); ANALYZE sound;`);
  });
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the same rings are invalid', () => {
    const invalid = rows('SELECT n FROM farmland WHERE NOT ST_IsValid(geom) ORDER BY n;').map(
      Number,
    );
    expect(invalid.length).toBe(15);
    expect(check('invalid-ring').findings.map(({ features }) => features[0]!.index)).toEqual(
      invalid,
    );
  });

  test('the same pairs overlap, by the same areas, at the same places', () => {
    const found = [...check('overlap').findings, ...check('duplicate').findings];
    const ours = new Map(found.map((one) => [one.features.map(({ index }) => index).join(), one]));
    const pairs = rows(`SELECT a.n, b.n, ST_Area(ST_Intersection(a.geom, b.geom)::geography)
      FROM sound a JOIN sound b ON a.n < b.n AND a.geom && b.geom
      WHERE ST_Relate(a.geom, b.geom, 'T********');`).map((row) => row.split('|').map(Number));
    const listed = pairs.filter(([, , areaM2]) => areaM2! >= NOISE_M2);
    expect(listed.map(([a, b]) => `${a},${b}`).sort()).toEqual([...ours.keys()].sort());
    expect(check('overlap').small!.count).toBe(pairs.length - listed.length);
    for (const [a, b, areaM2] of listed) {
      const one = ours.get(`${a},${b}`)!;
      expect(Math.abs(one.areaM2! - areaM2!)).toBeLessThan(0.0055 + 1e-6 * areaM2!);
      expect(isIn(one, `n IN (${a}, ${b})`, 2)).toBe(true);
    }
    expect(listed.length).toBeGreaterThan(60);
  });

  /** Whether the place of a finding lies in so many of the parcels chosen. */
  function isIn({ at }: QualityFinding, which: string, count: number): boolean {
    const point = `ST_SetSRID(ST_MakePoint(${at![0]}, ${at![1]}), 4490)`;
    // the place is printed with nine decimals: a tenth of a millimetre
    const near = `ST_DWithin(geom, ${point}, 1e-9)`;
    return server.ask(`SELECT count(*) FROM sound WHERE ${which} AND ${near};`) === String(count);
  }

  test('the same twins', () => {
    const twins =
      rows(`SELECT a.n || ',' || b.n FROM sound a JOIN sound b ON a.n < b.n AND a.geom && b.geom
      WHERE ST_Equals(a.geom, b.geom) ORDER BY a.n;`);
    expect(twins.length).toBe(15);
    expect(
      check('duplicate').findings.map(({ features }) => features.map(({ index }) => index).join()),
    ).toEqual(twins);
  });

  test('the same gaps: holes of the union of all', () => {
    server.ask(`CREATE TABLE holes AS SELECT row_number() OVER () AS id, h.geom, ST_Area(h.geom::geography) AS m2
      FROM (SELECT ST_MakePolygon(ST_ExteriorRing((ST_DumpRings((ST_Dump(ST_Union(geom))).geom)).geom)) AS geom,
        (ST_DumpRings((ST_Dump(ST_Union(geom))).geom)).path[1] AS ring FROM sound) h WHERE h.ring > 0;`);
    // parcels left out leave holes of their own
    const holes = rows(`SELECT m2 FROM holes WHERE m2 BETWEEN ${NOISE_M2} AND 5000 ORDER BY m2;`);
    const gaps = check('gap').findings;
    expect(gaps.every(({ closed }) => closed)).toBe(true);
    expect(gaps.length).toBe(holes.length);
    const ours = gaps.map(({ areaM2 }) => areaM2!).sort((a, b) => a - b);
    holes.map(Number).forEach((areaM2, i) => {
      expect(Math.abs(ours[i]! - areaM2)).toBeLessThan(0.0055 + 1e-6 * areaM2);
    });
    for (const { at, areaM2 } of gaps) {
      const point = `ST_SetSRID(ST_MakePoint(${at![0]}, ${at![1]}), 4490)`;
      const there = server.ask(`SELECT m2 FROM holes WHERE ST_DWithin(geom, ${point}, 1e-9)
        ORDER BY ST_Distance(geom, ${point}), abs(m2 - ${areaM2}) LIMIT 1;`);
      expect(Math.abs(Number(there) - areaM2!)).toBeLessThan(0.0055 + 1e-6 * areaM2!);
    }
    expect(gaps.length).toBeGreaterThan(40);
  });

  test('the same vertices lie on a border that has none there', () => {
    const lonely = rows(`WITH vertex AS (
        SELECT DISTINCT s.n, v.geom FROM sound s, ST_DumpPoints(s.geom) v)
      SELECT DISTINCT ST_X(v.geom) || ' ' || ST_Y(v.geom) FROM vertex v JOIN sound b
        ON v.n <> b.n AND ST_DWithin(v.geom, b.geom, 2e-7)
      WHERE ST_DWithin(v.geom::geography, ST_Boundary(b.geom)::geography, 0.01)
        AND NOT EXISTS (SELECT FROM vertex w WHERE w.n = b.n AND ST_Equals(w.geom, v.geom));`);
    const ours = check('unmatched-vertex').findings;
    const near = (a: string, [x, y]: readonly number[]): boolean => {
      const [lon, lat] = a.split(' ').map(Number);
      return Math.abs(lon! - x!) < 2e-7 && Math.abs(lat! - y!) < 2e-7;
    };
    // of two vertices beside each other PostGIS gives both, we one
    for (const place of lonely) {
      expect([place, ours.some(({ at }) => near(place, at!))]).toEqual([place, true]);
    }
    for (const { at } of ours) {
      expect([at, lonely.some((place) => near(place, at!))]).toEqual([at, true]);
    }
    expect(ours.length).toBeGreaterThanOrEqual(30);
  });

  test('the same parts lie outside', () => {
    const ring = STATED[0].map((at) => at.join(' ')).join(', ');
    const parts = rows(`SELECT n, ST_Area(ST_Difference(geom, s)::geography) FROM sound,
      ST_GeomFromText('POLYGON((${ring}))', 4490) s
      WHERE NOT ST_CoveredBy(geom, s) ORDER BY n;`).map((row) => row.split('|').map(Number));
    const listed = parts.filter(([, areaM2]) => areaM2! >= NOISE_M2);
    const ours = check('outside-area').findings;
    expect(ours.map(({ features }) => features[0]!.index)).toEqual(listed.map(([n]) => n));
    listed.forEach(([, areaM2], i) => {
      expect(Math.abs(ours[i]!.areaM2! - areaM2!)).toBeLessThan(0.0055 + 1e-6 * areaM2!);
      expect(ours[i]!.at![0]).toBeGreaterThanOrEqual(EAST);
    });
    expect(listed.length).toBeGreaterThan(30);
  });

  test('the same areas and identifiers are wrong', () => {
    const differ = rows(`SELECT n FROM farmland WHERE ST_IsValid(geom) AND
      abs(yjjbnttbmj - ST_Area(geom::geography)) > greatest(1, 0.001 * ST_Area(geom::geography)) ORDER BY n;`);
    expect(
      check('area-differs').findings.map(({ features }) => String(features[0]!.index)),
    ).toEqual(differ);
    expect(differ.length).toBe(15);
    const none = rows(`SELECT n FROM farmland WHERE coalesce(trim(bsm), '') = '' ORDER BY n;`);
    expect(check('missing-id').findings.map(({ features }) => String(features[0]!.index))).toEqual(
      none,
    );
    const twice = rows(`SELECT bsm FROM farmland WHERE bsm IS NOT NULL
      GROUP BY bsm HAVING count(*) > 1 ORDER BY bsm COLLATE "C";`);
    expect(
      check('duplicate-id')
        .findings.map(({ features }) => features[0]!.id)
        .sort(),
    ).toEqual(twice);
  });
});
