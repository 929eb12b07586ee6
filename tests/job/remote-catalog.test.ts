import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { describeSums } from '../../src/files/describe-sums.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { type CatalogHandle, checkToReport } from '../../src/job/run-check.ts';
import { pack, square, testProject } from '../check/build.ts';
import { catalogOf, serveLayer } from '../files/cold-check.ts';
import { farmlandFile, middleOf } from '../files/parcels.ts';
import { entryOf } from '../files/sample-layer.ts';

/** 60,000 parcels, 36 MB; an index of 2.5 MB. */
const PARCELS = 60_000;
const file = farmlandFile(PARCELS);
const sums = describeSums('farmland.fgb', file);
const damaged = file.slice();
let server: Awaited<ReturnType<typeof serveLayer>>;
let farmland: CatalogLayer;

beforeAll(async () => {
  // every 100th byte of the features
  for (let at = 4_000_000; at < damaged.length; at += 100) damaged[at]! ^= 1;
  server = await serveLayer({
    'farmland.fgb': file,
    'farmland.fgb.sums': sums.bytes,
    'damaged.fgb': damaged,
  });
  const coverage = { type: 'MultiPolygon', coordinates: square(104, 35, 108, 39) };
  farmland = {
    ...(await entryOf(file, { coverage: coverage as CatalogLayer['coverage'] })),
    chunkSums: sums.entry,
  };
});
afterAll(() => server.close());

/** 50 ha: 0.008 x 0.0064 degrees at 36 N are 720 m x 710 m. */
async function check(handle: CatalogHandle): Promise<CheckReport> {
  const { x, y } = middleOf(PARCELS);
  const frame = {
    thresholdM2: 1,
    accuracyM: null,
    geometry: 'full',
    createdAt: '2026-11-21T08:00:00Z',
    sequence: 1,
    version: '0',
  } as const;
  const project = testProject([square(x, y, x + 0.008, y + 0.0064)]);
  return checkToReport(project, null, handle, pack, await loadClipper(), frame);
}

describe('a first check of 50 ha over HTTP', () => {
  it('reads what it looks at: at most 12 requests and 400 kB, and reports what a check from disk does', async () => {
    const { handle, cost } = server.cold(farmland);
    const report = await check(handle);
    expect(report.layers[0]).toMatchObject({ state: 'overlap', integrity: 'size+header+index' });
    expect(report.layers[0]!.hits).toBeGreaterThan(25);
    expect(cost.requests).toBeLessThanOrEqual(12);
    expect(cost.bytes).toBeLessThanOrEqual(400_000);
    expect(cost.bytes).toBeLessThan(file.length / 50);

    const disk = openCatalog(
      catalogOf(farmland),
      'catalog.json',
      () => memorySource('farmland.fgb', file),
      'full',
    );
    const whole = await check(disk);
    expect(whole.layers[0]!.integrity).toBe('full');
    expect(report.digest).toBe(whole.digest);
  });

  it('a second one beside it asks for little more', async () => {
    const { handle, cost } = server.cold(farmland);
    await check(handle);
    const first = cost.requests;
    await check(handle);
    expect(cost.requests).toBe(first);
  });

  it('bytes that are not those of the catalog leave the layer failed, never clear', async () => {
    const { handle } = server.cold({ ...farmland, file: 'damaged.fgb' });
    const report = await check(handle);
    expect(report.layers[0]).toMatchObject({ state: 'failed', areaM2: 0 });
    expect(report.layers[0]!.reason!.en).toContain('SHA-256');
    expect(report).toMatchObject({ complete: false, verdict: 'undetermined' });
  });

  it('without sums the whole index is read, and the report is the same', async () => {
    const { chunkSums: _, ...without } = farmland;
    const { handle, cost } = server.cold(without);
    const report = await check(handle);
    expect(cost.bytes).toBeGreaterThan(PARCELS * 40);
    expect(report.digest).toBe((await check(server.cold(farmland).handle)).digest);
  });
});
