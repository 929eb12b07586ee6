import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounties } from '../../src/check/statistics/counties.ts';
import { measureKinds } from '../../src/check/statistics/measure-kinds.ts';
import { openCatalogAt } from '../../src/cli/find-catalog.ts';
import type { Io } from '../../src/cli/io.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * PostGIS (GEOS for the intersection, GeographicLib for the area) on every county and the layers of the
 * three control lines and the reserves. Edges are cut short first, so that its geodesic edges run where ours,
 * straight in lon/lat, do. With UPDATE=1 the answers are written to tests/golden/county-areas.json, which
 * `npm test` compares with `sanxian layers statistics`.
 */
const root = join(import.meta.dirname, '../..');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
/** Short enough that what is left of the bend is below the tolerance; farmland is many short edges. */
const stepDegrees = (layer: string): number =>
  layer === 'permanent-basic-farmland' ? 0.0005 : 0.0001;
const LAYERS = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
  'nature-reserve',
] as const;

describe.skipIf(['psql', 'postgis', 'ogr2ogr'].some((name) => without.includes(name)))(
  'PostGIS on the counties',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanxian-counties-'));
    const answers: Record<string, Record<string, { areaM2: number; hits: number }>> = {};
    let server: PostgisServer;
    let sources: ReadonlyMap<string, LayerSource>;

    beforeAll(async () => {
      server = await startPostgis(folder);
      ({ sources } = await openCatalogAt(undefined, { cwd: root, packageRoot: root } as Io));
      for (const id of ['administrative-area', ...LAYERS]) {
        server.load(table(id), join(root, 'layers', `${id}.fgb`));
      }
    });

    afterAll(() => {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
      if (process.env.UPDATE) {
        writeFileSync(
          join(root, 'tests/golden/county-areas.json'),
          `${JSON.stringify({ by: 'UPDATE=1 npm run judges', answers }, null, 1)}\n`,
        );
      }
    });

    it.each(LAYERS)('%s', async (id) => {
      const rows = server
        .ask(
          `WITH part AS (
             SELECT c.xzqdm AS code, ST_CollectionExtract(ST_Intersection(ST_SetSRID(c.geom, 4490), ST_SetSRID(l.geom, 4490)), 3) AS g
             FROM administrative_area c JOIN ${table(id)} l ON ST_SetSRID(l.geom, 4490) && ST_SetSRID(c.geom, 4490))
           SELECT code, sum(ST_Area(ST_Segmentize(g, ${stepDegrees(id)})::geography)),
                  count(*) FILTER (WHERE NOT ST_IsEmpty(g))
           FROM part GROUP BY code ORDER BY code`,
        )
        .split('\n')
        .map((line) => line.split('|'));
      answers[id] = Object.fromEntries(
        rows.map(([code, area, hits]) => [
          code,
          { areaM2: Math.round(Number(area) * 1000) / 1000, hits: Number(hits) },
        ]),
      );
      const counties = await readCounties(sources.get('administrative-area')!);
      const ours = await measureKinds([id], counties, [sources.get(id)!]);
      for (const { code, areaM2 } of ours.counties) {
        const theirs = answers[id]?.[code]?.areaM2 ?? 0;
        expect(Math.abs(areaM2 - theirs), `${id} ${code}`).toBeLessThan(0.02 + areaM2 * 2e-9);
      }
    });
  },
);

function table(id: string): string {
  return id.replaceAll('-', '_');
}
