import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogSchema } from '../../src/domain/catalog.ts';
import { isControlKind } from '../../src/domain/kinds.ts';
import { checkReportSchema } from '../../src/domain/report.ts';
import { openProject } from '../../src/files/open-project.ts';
import { toNested } from '../../src/geometry/shapes.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * PostGIS (GEOS for the intersection, GeographicLib for the area) on every sample and every control
 * layer. Edges are cut to about 4 m first, so that its geodesic edges run where ours, straight in
 * lon/lat, do. With UPDATE=1 the answers are written to tests/golden/sample-areas.json, which `npm test`
 * compares with the committed reports.
 */
const root = join(import.meta.dirname, '../..');
const golden = join(root, 'tests/golden');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
const STEP_DEGREES = 0.00004;

describe.skipIf(['psql', 'postgis', 'ogr2ogr'].some((name) => without.includes(name)))(
  'PostGIS on the samples',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanxian-areas-'));
    const catalog = catalogSchema.parse(
      JSON.parse(readFileSync(join(root, 'layers/catalog.json'), 'utf8')),
    );
    const layers = catalog.layers.filter((entry) => isControlKind(entry.kind));
    const answers: Record<string, Record<string, { areaM2: number; hits: number }>> = {};
    let server: PostgisServer;

    beforeAll(async () => {
      server = await startPostgis(folder);
      for (const { id, file } of layers) server.load(table(id), join(root, 'layers', file));
    });

    afterAll(() => {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
      if (process.env.UPDATE) {
        writeFileSync(
          join(golden, 'sample-areas.json'),
          `${JSON.stringify({ by: 'UPDATE=1 npm run judges', answers }, null, 2)}\n`,
        );
      }
    });

    it.each(readdirSync(join(golden, 'samples')).filter((name) => name.endsWith('.json')))(
      '%s',
      async (name) => {
        const report = checkReportSchema.parse(
          JSON.parse(readFileSync(join(golden, 'samples', name), 'utf8')),
        );
        const sample = name.replace(/\.json$/, '');
        const bytes = readFileSync(join(root, 'data/samples', sample));
        const [project] = await openProject({ name: sample, bytes });
        const parcels = project!.parcels.map(({ polygons }) =>
          JSON.stringify({ type: 'MultiPolygon', coordinates: toNested(polygons) }),
        );
        const site = `ST_Union(ARRAY[${parcels.map((text) => `ST_SetSRID(ST_GeomFromGeoJSON('${text}'), 4490)`).join()}])`;
        answers[name] = {};
        for (const { id } of layers) {
          const [area, hits] = server
            .ask(
              `WITH site AS (SELECT ${site} AS g),
                 layer AS (SELECT ST_SetSRID(geom, 4490) AS g FROM ${table(id)}),
                 part AS (SELECT ST_Intersection(s.g, l.g) AS g
                          FROM layer l, site s WHERE l.g && s.g)
               SELECT coalesce(sum(ST_Area(ST_Segmentize(ST_CollectionExtract(g, 3), ${STEP_DEGREES})::geography)), 0),
                      count(*) FILTER (WHERE ST_Dimension(g) = 2 AND NOT ST_IsEmpty(g))
               FROM part`,
            )
            .split('|')
            .map(Number);
          answers[name][id] = { areaM2: Math.round(area! * 1000) / 1000, hits: hits! };
          const ours = report.layers.find((layer) => layer.id === id)!;
          expect(Math.abs(ours.areaM2 - area!), `${id} area`).toBeLessThan(0.02);
          expect(ours.hits, `${id} hits`).toBe(hits);
        }
      },
    );
  },
);

function table(id: string): string {
  return id.replaceAll('-', '_');
}
