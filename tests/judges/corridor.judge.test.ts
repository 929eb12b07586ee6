import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARC_TOLERANCE_M, loadClipper } from '../../src/geometry/clip.ts';
import { discRing } from '../../src/geometry/disc.ts';
import { type FlatPolygons, type Position, toFlat, toNested } from '../../src/geometry/shapes.ts';
import { CORRIDORS, type CorridorCase } from '../geometry/corridor-lines.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * Corridors against ST_Buffer of PostGIS with arcs of 2000 pieces a quarter, live. The committed answers in
 * tests/geometry/postgis-buffers.json are written by
 * `UPDATE=1 npx vitest run --project judges tests/judges/corridor.judge.test.ts`.
 */
const without = (process.env.WITHOUT ?? '').split(',');
const clipper = await loadClipper();
const ORIGIN: Position = [35_594_000, 4_145_000];

/** Without the large offset GEOS keeps all its digits. */
const wkt = (points: readonly Position[]) =>
  points.map(([x, y]) => `${x - ORIGIN[0]} ${y - ORIGIN[1]}`).join(', ');
const linesWkt = ({ lines }: CorridorCase) =>
  `MULTILINESTRING(${lines.map((line) => `(${wkt(line)})`).join(', ')})`;
const polygonsWkt = (flat: FlatPolygons) =>
  `MULTIPOLYGON(${toNested(flat)
    .map((polygon) => `(${polygon.map((ring) => `(${wkt(ring)})`).join(', ')})`)
    .join(', ')})`;

describe.skipIf(['psql', 'postgis'].some((name) => without.includes(name)))('ST_Buffer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-'));
  let server: PostgisServer;
  const answers: Record<string, number> = {};

  beforeAll(async () => {
    server = await startPostgis(folder);
  }, 120_000);
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
    if (process.env.UPDATE !== '1') return;
    const path = join(import.meta.dirname, '../geometry/postgis-buffers.json');
    writeFileSync(path, `${JSON.stringify(answers, null, 2)}\n`);
  });

  function compare(theirs: string, ours: FlatPolygons) {
    const shapes = `WITH shapes AS (SELECT ${theirs} AS b, ST_GeomFromText('${polygonsWkt(ours)}') AS a)`;
    const row = server.ask(
      `${shapes} SELECT ST_Area(b), ST_Area(a), ST_Perimeter(b), ST_IsValid(a), ` +
        'ST_Area(ST_SymDifference(a, b)) FROM shapes;',
    );
    const [theirsM2, oursM2, perimeterM, isValid, differenceM2] = row.split('|');
    const most = Number(perimeterM) * ARC_TOLERANCE_M;
    return { theirsM2: Number(theirsM2), oursM2: Number(oursM2), most, isValid, differenceM2 };
  }

  it.each(CORRIDORS)('agrees on $name', (one) => {
    const style = `quad_segs=2000 endcap=${one.ends} join=round`;
    const theirs = `ST_Buffer(ST_GeomFromText('${linesWkt(one)}'), ${one.distanceM}, '${style}')`;
    const ours = clipper.corridor(one.lines, one.distanceM, one.ends);
    const { theirsM2, oursM2, most, isValid, differenceM2 } = compare(theirs, ours);
    answers[one.name] = Math.round(theirsM2 * 1e4) / 1e4;
    expect(isValid).toBe('t');
    expect(Math.abs(theirsM2 - oursM2)).toBeLessThan(most);
    expect(Number(differenceM2)).toBeLessThan(most);
  });

  it.each([0.5, 20, 300])('agrees on a disc of %d m', (radiusM) => {
    const theirs = `ST_Buffer(ST_Point(0, 0), ${radiusM}, 'quad_segs=20000')`;
    const { theirsM2, oursM2, most } = compare(theirs, toFlat([[discRing(ORIGIN, radiusM)]]));
    expect(oursM2).toBeLessThan(theirsM2);
    expect(theirsM2 - oursM2).toBeLessThan(most);
  });
});
