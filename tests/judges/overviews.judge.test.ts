import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, blob, build, polygon } from '../layers/overviews/world.ts';
import { seeded } from '../overlay/seeded.ts';

/** GDAL opens the files of exact pieces, and GEOS finds no fault in them. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-overviews-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ogrinfo = (...args: string[]): string =>
  execFileSync('ogrinfo', ['-ro', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function put({ written }: Built): void {
  mkdirSync(join(folder, 'lod'), { recursive: true });
  for (const { file, content } of written) writeFileSync(join(folder, file), content);
}

function expectOpened({ written }: Built): void {
  for (const { file, features, extent } of written) {
    if (!features || !extent) continue;
    const info = ogrinfo('-so', '-al', join(folder, file));
    expect(info).toContain('using driver `FlatGeobuf');
    expect(Number(/Feature Count: (\d+)/.exec(info)?.[1]), file).toBe(features);
    const box = /Extent: \((.*), (.*)\) - \((.*), (.*)\)/.exec(info)!.slice(1).map(Number);
    box.forEach((side, i) => {
      expect(side).toBeCloseTo(extent[i]!, 6);
    });
    // by way of the index: a box around everything, and one beside it
    const [west, south, east, north] = extent;
    const within = ogrinfo(
      '-so',
      '-al',
      '-spat',
      ...[west, south, east, north].map(String),
      join(folder, file),
    );
    expect(Number(/Feature Count: (\d+)/.exec(within)?.[1]), file).toBe(features);
    const beside = ogrinfo('-so', '-al', '-spat', '10', '10', '11', '11', join(folder, file));
    expect(Number(/Feature Count: (\d+)/.exec(beside)?.[1]), file).toBe(0);
  }
}

/** Features of a file, valid ones, and the sum of their areas in square degrees. */
function judged(file: string): { all: number; valid: number; area: number } {
  const sql =
    `SELECT count(*) AS n, sum(ST_IsValid(geometry)) AS v, sum(ST_Area(geometry)) AS a ` +
    `FROM "${file.slice(4, -4)}" WHERE ST_Dimension(geometry) = 2`;
  const rows = ogrinfo('-q', join(folder, file), '-dialect', 'SQLite', '-sql', sql);
  const value = (name: string): number =>
    Number(new RegExp(`${name} \\(\\w+\\) = (\\S+)`).exec(rows)?.[1]);
  return { all: value('n'), valid: value('v'), area: value('a') };
}

describe('pieces of a huge polygon', () => {
  const random = seeded(41);
  const holes = Array.from({ length: 64 }, (_, i) =>
    blob(random, 106 + 0.03 * ((i % 8) - 3.5), 38 + 0.03 * (Math.floor(i / 8) - 3.5), 0.012, 30),
  );
  let built: Built;
  beforeAll(async () => {
    built = await build({
      kind: 'ecological-red-line',
      features: [polygon([blob(random, 106, 38, 0.5, 40_000), ...holes])],
    });
    put(built);
    writeFileSync(join(folder, 'lod', 'whole.fgb'), built.files.get('sample.fgb')!);
  });

  test('open, with the counts and boxes of the catalog', () => expectOpened(built));

  test('are valid where they are exact, and their areas add up to the polygon', () => {
    // exact pieces serve from zoom 14 on
    const exact = built.written.filter(({ minzoom }) => minzoom === 14);
    let sum = 0;
    for (const { file } of exact) {
      const { all, valid, area } = judged(file);
      expect([file, valid]).toEqual([file, all]);
      expect(all).toBeGreaterThan(100);
      sum += area;
    }
    const rows = ogrinfo(
      '-q',
      join(folder, 'lod', 'whole.fgb'),
      '-dialect',
      'SQLite',
      '-sql',
      'SELECT sum(ST_Area(geometry)) AS a FROM sample',
    );
    const whole = Number(/a \(\w+\) = (\S+)/.exec(rows)?.[1]);
    expect(Math.abs(sum / whole - 1)).toBeLessThan(1e-9);
  });
});
