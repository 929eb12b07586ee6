import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KindStatistics } from '../../src/domain/statistics.ts';
import { packageRoot, run } from './fake-io.ts';

interface CountyAnswer {
  readonly areaM2: number;
  readonly hits: number;
}

/** What PostGIS measured of the demonstration layers, county by county: `UPDATE=1 npm run judges`. */
const { answers } = JSON.parse(
  readFileSync(join(packageRoot, 'tests/golden/county-areas.json'), 'utf8'),
) as { answers: Record<string, Record<string, CountyAnswer>> };

describe('layers statistics', () => {
  it('agrees with PostGIS in every county and layer; totals are sums', async () => {
    const { exit, out } = await run(['layers', 'statistics', 'layers', '--format', 'json']);
    expect(exit).toBe(0);
    const { results, indicators } = JSON.parse(out) as {
      results: { statistics: KindStatistics }[];
      indicators: { targets: { id: string }[]; state: string }[];
    };
    let compared = 0;
    for (const { statistics } of results) {
      const { kinds, counties, outside, total } = statistics;
      const sum = counties.reduce((all, one) => all + one.areaM2, outside.areaM2);
      expect(total.areaM2).toBeCloseTo(sum, 4);
      const theirs = answers[kinds.join('+')];
      if (!theirs) continue;
      for (const { code, areaM2 } of counties) {
        // as near as GEOS puts its crossings: some 1e-9 degrees on borders of hundreds of kilometres
        const near = 0.02 + areaM2 * 2e-9;
        expect(Math.abs(areaM2 - (theirs[code]?.areaM2 ?? 0)), `${kinds} ${code}`).toBeLessThan(
          near,
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(22 * 4);
    expect(indicators.map(({ targets, state }) => [targets[0]!.id, state])).toEqual([
      ['T-FARM', 'below-floor'],
      ['T-PBF', 'above-floor'],
      ['T-ECO25', 'above-floor'],
      ['T-UDB', 'not-computed'],
    ]);
  });

  it('prints tables for people, says what is made up, and fails where a layer does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanxian-statistics-'));
    const from = join(packageRoot, 'layers');
    const catalog = JSON.parse(readFileSync(join(from, 'catalog.json'), 'utf8'));
    const kept = ['administrative-area', 'ecological-red-line', 'urban-green-line'];
    const layers = catalog.layers.filter(({ id }: { id: string }) => kept.includes(id));
    writeFileSync(join(folder, 'catalog.json'), JSON.stringify({ ...catalog, layers }));
    for (const id of kept.slice(0, 2)) {
      copyFileSync(join(from, `${id}.fgb`), join(folder, `${id}.fgb`));
    }
    const { exit, out } = await run(['layers', 'statistics', folder]);
    rmSync(folder, { recursive: true, force: true });
    expect(out).toContain('示例数据 非真实控制线');
    expect(out).toMatch(/生态保护红线面积 {2}高于下限 {2}1\.2051 万平方千米/);
    expect(out).toMatch(/640303\s+红寺堡区/);
    expect(out).toContain('绿线: 找不到图层文件 urban-green-line.fgb');
    expect(exit).toBe(1);
  });

  it('refuses a format that it does not know', async () => {
    expect((await run(['layers', 'statistics', 'layers', '--format', 'xml'])).exit).toBe(2);
  });
});
