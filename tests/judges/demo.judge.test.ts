import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { catalog, entryOf, layersFolder } from '../demo/layers.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * The committed demonstration layers, read by GDAL and judged by GEOS within PostGIS: neither knows our
 * reader or our overlap kernel. All shapes are on the grid of 1e-7°, so that "no common area" is exact.
 */
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
const NEEDED = ['psql', 'postgis', 'ogr2ogr'];
const POLYGON_LAYERS = catalog.layers
  .map(({ kind }) => kind)
  .filter((kind) => kind !== 'base-town');

describe.skipIf(without.some((name) => NEEDED.includes(name)))(
  'PostGIS on the demonstration layers',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanxian-demo-judge-'));
    let server: PostgisServer;

    beforeAll(async () => {
      server = await startPostgis(folder);
      for (const kind of POLYGON_LAYERS) {
        server.load(tableOf(kind), fileURLToPath(new URL(entryOf(kind).file, layersFolder)));
      }
    });
    afterAll(() => {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(POLYGON_LAYERS)('%s: every feature arrives, and is valid', (kind) => {
      const table = tableOf(kind);
      expect(server.ask(`SELECT count(*) FROM ${table};`)).toBe(String(entryOf(kind).features));
      const faults = `SELECT ogc_fid, ST_IsValidReason(geom) FROM ${table} WHERE NOT ST_IsValid(geom);`;
      expect(server.ask(faults)).toBe('');
    });

    test.each(
      catalog.layers
        .filter(({ kind, overlapsItself }) => kind !== 'base-town' && !overlapsItself)
        .map(({ kind }) => kind),
    )('%s: no two features overlap', (kind) => {
      expect(server.ask(overlapping(kind, kind))).toBe('');
    });

    test.each([
      ['permanent-basic-farmland', 'ecological-red-line'],
      ['permanent-basic-farmland', 'cultivated-land'],
      ['cultivated-land', 'ecological-red-line'],
      ['cultivated-land', 'urban-development-boundary'],
      ['urban-development-boundary', 'ecological-red-line'],
    ] as const)('%s keeps clear of %s', (a, b) => {
      expect(server.ask(overlapping(a, b))).toBe('');
    });

    test('farmland overlaps an urban boundary only as whole patches inside it', () => {
      const [patches, partly] = server
        .ask(`WITH urban AS (SELECT ST_Union(geom) AS geom FROM urban_development_boundary),
        town AS (SELECT (ST_Dump(geom)).geom FROM urban)
        SELECT count(*), count(*) FILTER (WHERE NOT ST_Covers(t.geom, f.geom))
        FROM permanent_basic_farmland f JOIN town t
        ON f.geom && t.geom AND ST_Relate(f.geom, t.geom, 'T********');`)
        .split('|')
        .map(Number);
      expect(patches).toBeGreaterThan(20);
      expect(partly).toBe(0);
    });

    test.each(['ecological-red-line', 'nature-reserve'] as const)(
      'every core lies inside %s',
      (kind) => {
        const uncovered = `WITH whole AS (SELECT ST_Union(geom) AS geom FROM ${tableOf(kind)})
      SELECT c.bsm FROM nature_reserve_core c, whole w WHERE NOT ST_Covers(w.geom, c.geom);`;
        expect(server.ask(uncovered)).toBe('');
      },
    );

    test('urban boundaries lie for the larger part in the county they name', () => {
      const strangers = `SELECT u.bsm FROM urban_development_boundary u
      WHERE NOT EXISTS (SELECT FROM administrative_area a
        WHERE a.xzqdm = u.xzqdm AND ST_Area(ST_Intersection(a.geom, u.geom)) > 0.5 * ST_Area(u.geom));`;
      expect(server.ask(strangers)).toBe('');
    });
  },
);

const tableOf = (kind: LayerKind): string => kind.replaceAll('-', '_');

/** Pairs whose interiors meet. */
function overlapping(a: LayerKind, b: LayerKind): string {
  const once = a === b ? 'AND a.ogc_fid < b.ogc_fid' : '';
  return `SELECT a.ogc_fid, b.ogc_fid FROM ${tableOf(a)} a JOIN ${tableOf(b)} b
    ON a.geom && b.geom ${once} AND ST_Relate(a.geom, b.geom, 'T********');`;
}
