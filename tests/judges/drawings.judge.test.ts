import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  ASKED,
  type Asked,
  bytesOf,
  expectedOf,
  toleranceOf,
} from '../files/drawings/read-areas.ts';

/**
 * GDAL on the drawing samples and on one with every kind of curve and block: count and area of each
 * figure. With UPDATE=1 its answers are written to tests/files/drawings/gdal-answers.json, which
 * `npm test` compares with our reading.
 */
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');
const ANSWERS = join(import.meta.dirname, '../files/drawings/gdal-answers.json');

describe.skipIf(without.includes('ogr2ogr'))('GDAL reads the drawings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-drawings-'));
  const answers: Record<string, number[]> = {};

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (!process.env.UPDATE) return;
    const by = 'UPDATE=1 npx vitest run --project judges tests/judges/drawings.judge.test.ts';
    writeFileSync(ANSWERS, `${JSON.stringify({ by, answers }, null, 2)}\n`);
  });

  it.each(Object.keys(ASKED) as Asked[])('%s', async (file) => {
    answers[file] = ask(file);
    const expected = await expectedOf(file);
    expect(answers[file]).toHaveLength(expected.length);
    expected.forEach((area, i) => {
      expect(Math.abs(answers[file]![i]! - area), `figure ${i}`).toBeLessThanOrEqual(
        toleranceOf(file, i, area),
      );
    });
    if (!process.env.UPDATE) {
      const kept = JSON.parse(readFileSync(ANSWERS, 'utf8')) as typeof answers & {
        answers: typeof answers;
      };
      expect(answers[file]).toEqual(kept.answers[file]);
    }
  });

  function ask(file: Asked): number[] {
    const path = join(folder, file.endsWith('.wkt') ? 'asked.csv' : file);
    // GDAL has no driver for bare WKT: a table with a column of it
    const wkt = (text: string): string =>
      `id,WKT\n${text.trim().replace(/^SRID=\d+;(.*)$/gm, '1,"$1"')}\n`;
    const bytes = bytesOf(file);
    writeFileSync(path, file.endsWith('.wkt') ? wkt(new TextDecoder().decode(bytes)) : bytes);
    const out = execFileSync(
      'ogr2ogr',
      ['-f', 'CSV', '/vsistdout/', path, '-dialect', 'OGRSQL', '-sql', ASKED[file]],
      { env: { ...process.env, OGR_ARC_STEPSIZE: '0.1' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return out
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => Number(row.replaceAll('"', '')));
  }
});
