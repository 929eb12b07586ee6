import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enclosedAreaM2, pathLengthM } from '../../src/geometry/measure-path.ts';
import type { Position } from '../../src/geometry/shapes.ts';
import { cutFinely, WAYS } from '../geometry/measured-ways.ts';
import { type PostgisServer, startPostgis } from './postgis-server.ts';

/**
 * Lengths and areas of what is measured on the map against ST_Length and ST_Area of PostGIS geography on
 * EPSG:4490, live. The committed answers in tests/geometry/postgis-measures.json are written by
 * `UPDATE=1 npx vitest run --project judges tests/judges/measure.judge.test.ts`.
 */
const without = (process.env.WITHOUT ?? '').split(',');

const wkt = (points: readonly Position[]) => points.map(([x, y]) => `${x} ${y}`).join(', ');

describe.skipIf(['psql', 'postgis'].some((name) => without.includes(name)))('PostGIS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'measure-'));
  let server: PostgisServer;
  const answers: Record<string, { lengthM: number; areaM2: number }> = {};

  beforeAll(async () => {
    server = await startPostgis(folder);
  }, 120_000);
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
    if (process.env.UPDATE !== '1') return;
    const path = join(import.meta.dirname, '../geometry/postgis-measures.json');
    writeFileSync(path, `${JSON.stringify(answers, null, 2)}\n`);
  });

  it.each(WAYS)('agrees on $name', ({ name, path }) => {
    const line = `ST_GeogFromText('SRID=4490;LINESTRING(${wkt(cutFinely(path, false))})')`;
    const area = `ST_GeogFromText('SRID=4490;POLYGON((${wkt(cutFinely(path, true))}))')`;
    const row = server.ask(`SELECT ST_Length(${line}), ST_Area(${area});`);
    const [lengthM = Number.NaN, areaM2 = Number.NaN] = row.split('|').map(Number);
    answers[name] = { lengthM, areaM2 };
    expect(Math.abs(pathLengthM(path) - lengthM) / lengthM).toBeLessThan(1e-8);
    // GeographicLib sums around the pole: its own last digits are worth about 1e-4 m²
    expect(Math.abs(enclosedAreaM2(path) - areaM2)).toBeLessThan(2e-8 * areaM2 + 1e-4);
  });
});
